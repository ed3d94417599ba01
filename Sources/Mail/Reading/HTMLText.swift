/// What an HTML body says, line by line (no layout): for reading reports, not for showing pages.
package enum HTMLText {
  /// Takes tags off, leaves head, style and script out and ends lines at blocks, in linear time.
  package static func text(_ html: ByteSlice, limit: Int = 1_000_000) -> ByteSlice {
    let html = html.prefix(limit)
    var result: [UInt8] = []
    result.reserveCapacity(html.count / 2)
    var index = html.startIndex
    var close = NextClose()
    while index < html.endIndex {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), let tag = Tag(html, at: index, close: &close) {
        index = tag.end
        if tag.isHidden, !tag.isClosing {
          index = endOfHidden(tag.name, html, from: index, close: &close)
        } else if tag.isBlock, result.last != 0x0A {
          result.append(0x0A)
        }
      } else if byte == UInt8(ascii: "&"), let entity = Entity(html, at: index) {
        Charset.append(entity.value, to: &result)
        index = entity.end
      } else {
        result.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
        index += 1
      }
    }
    return result[...]
  }

  /// Where the next `>` stands, looked for once however many `<` come before it.
  private struct NextClose {
    private var known: Int?

    mutating func after(_ start: Int, in html: ByteSlice) -> Int {
      if let known, known > start { return known }
      let next = html.position(of: UInt8(ascii: ">"), from: start) ?? html.endIndex
      known = next
      return next
    }
  }

  private static func endOfHidden(
    _ name: String, _ html: ByteSlice, from start: Int, close: inout NextClose
  ) -> Int {
    var index = start
    while let found = html.position(of: UInt8(ascii: "<"), from: index) {
      index = found + 1
      if let tag = Tag(html, at: found, close: &close), tag.isClosing, tag.name == name {
        return tag.end
      }
    }
    return html.endIndex
  }

  private struct Tag {
    let name: String
    let isClosing: Bool
    let end: Int

    /// A `<` that begins no tag (`<a@b.example>`, `<<< 550`) is text.
    init?(_ html: ByteSlice, at start: Int, close: inout NextClose) {
      var index = start + 1
      guard index < html.endIndex else { return nil }
      if html[index] == UInt8(ascii: "!") || html[index] == UInt8(ascii: "?") {
        name = "!"
        isClosing = false
        if html[index...].starts(with: "!--") {
          // A comment that is never closed hides the rest, as in browsers.
          end = html[(index + 3)...].firstRange(of: "-->")?.upperBound ?? html.endIndex
        } else {
          let next = close.after(index, in: html)
          guard next < html.endIndex else { return nil }
          end = next + 1
        }
        return
      }
      isClosing = html[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      let nameStart = index
      while index < html.endIndex, index - nameStart < 16, html[index].isASCIIAlphanumeric {
        index += 1
      }
      guard index > nameStart, index < html.endIndex,
        html[index].isBlank || html[index] == UInt8(ascii: ">") || html[index] == UInt8(ascii: "/")
      else { return nil }
      let next = close.after(index - 1, in: html)
      guard next < html.endIndex, next - index < 8192 else { return nil }
      name = html[nameStart..<index].text.lowercased()
      end = next + 1
    }

    var isHidden: Bool { name == "style" || name == "script" || name == "head" || name == "title" }

    var isBlock: Bool {
      switch name {
      case "p", "br", "div", "tr", "li", "table", "h1", "h2", "h3", "h4", "pre", "hr", "td", "th",
        "ul", "ol", "dt", "dd", "blockquote", "body":
        true
      default: false
      }
    }
  }

  private struct Entity {
    let value: UInt32
    let end: Int

    init?(_ html: ByteSlice, at start: Int) {
      let limit = min(html.endIndex, start + 10)
      guard let semicolon = html[start..<limit].firstIndex(of: UInt8(ascii: ";")) else {
        return nil
      }
      end = semicolon + 1
      let name = html[(start + 1)..<semicolon]
      if name.first == UInt8(ascii: "#") {
        let digits = name.dropFirst().text.lowercased()
        let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number else { return nil }
        value = number
        return
      }
      guard let known = Self.names[name.text] else { return nil }
      value = known
    }

    private static let names: [String: UInt32] = [
      "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "apos": 0x27, "nbsp": 0x20, "copy": 0xA9,
      "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC,
      "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "agrave": 0xE0, "ccedil": 0xE7,
      "oacute": 0xF3, "aacute": 0xE1, "iacute": 0xED, "atilde": 0xE3, "ntilde": 0xF1,
      "rsquo": 0x2019, "lsquo": 0x2018, "ndash": 0x2013, "mdash": 0x2014,
    ]
  }
}
