/// Writes text of headers as encoded words (RFC 2047): UTF-8, folded, never splitting a character.
package enum EncodedWord {
  /// Encodes unstructured text such as a subject; plain ASCII stays as it is.
  ///
  /// - Parameters:
  ///   - text: The text, of which line breaks become spaces.
  ///   - column: How much of the first line is taken, by the header's name for one.
  /// - Returns: The body of a header, folded.
  package static func encode(_ text: String, column: Int = 0) -> String {
    let clean = HeaderValue.sanitising(text).text
    guard needsEncoding(clean) else { return HeaderFolding.fold(clean, column: column) }
    return words(clean, column: column).joined(separator: "\r\n ")
  }

  /// Encodes all of a text, plain ASCII too, each word on a line of its own with a fold before it.
  ///
  /// The fold between two encoded words is no part of the text (RFC 2047 section 6.2), so what is
  /// written in several goes comes back as one. An empty text is nothing.
  /// Where it opens the header, `isFirst`, its first word stands on the line of the name.
  package static func folded(_ text: String, isFirst: Bool = false) -> String {
    let clean = HeaderValue.sanitising(text).text
    let all = words(clean, column: isFirst ? 10 : 1, isWhole: false)
    return all.isEmpty ? "" : (isFirst ? "" : "\r\n ") + all.joined(separator: "\r\n ")
  }

  /// Encodes a mailbox for From, To and their like; the address stays outside the encoded words.
  package static func encode(_ mailbox: Mailbox, column: Int = 0) -> String {
    let address = mailbox.address.wire
    guard let name = mailbox.displayName, !name.isEmpty else { return address }
    if isShortAndPlain(name, beside: address, column: column) { return "\(name) <\(address)>" }
    let phrase = self.phrase(name, column: column)
    let lastBreak = phrase.utf8.lastIndex(of: 0x0A)
    let taken =
      lastBreak.map { phrase.utf8[$0...].count - 1 } ?? (phrase.utf8.count + column)
    let gap = taken + address.utf8.count + 3 > 76 ? "\r\n " : " "
    return "\(phrase)\(gap)<\(address)>"
  }

  /// Whether a name is letters, digits and single blanks, on one line with its address: most are.
  private static func isShortAndPlain(_ name: String, beside address: String, column: Int) -> Bool {
    guard column + name.utf8.count + address.utf8.count + 3 <= 76, name.utf8.count <= 60 else {
      return false
    }
    var previous: UInt8 = 0x20
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        break
      case 0x20 where previous != 0x20: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x20
  }

  /// Encodes a display name: an atom, a quoted string or encoded words (RFC 5322 section 3.2.5).
  package static func phrase(_ name: String, column: Int = 0) -> String {
    let clean = HeaderValue.sanitising(name).text
    if needsEncoding(clean) || clean.utf8.count > 60 {
      return words(clean, column: column).joined(separator: "\r\n ")
    }
    let isAtoms = clean.utf8.allSatisfy { isAtomByte($0) || $0 == 0x20 }
    if isAtoms, !clean.isEmpty { return clean }
    var quoted = "\""
    for scalar in clean.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Non-ASCII text, control characters, or what a reader would take for an encoded word.
  static func needsEncoding(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte >= 0x7F || byte < 0x20 { return true }
      if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") { return true }
      previous = byte
    }
    return text.utf8.first == 0x20 || previous == 0x20
  }

  /// Cuts a text into encoded words; `isWhole` says that nothing follows the last one.
  private static func words(_ text: String, column: Int, isWhole: Bool = true) -> [String] {
    // Quoted text stays half readable where it is shown raw, so it may be somewhat longer.
    let quoting = quotedLength(text) * 2 <= (text.utf8.count + 2) / 3 * 4 * 3
    var result: [String] = []
    var chunk: [UInt8] = []
    /// Where each character of the chunk ends.
    var ends: [Int] = []
    var length = 0
    // A word is at most 75 characters, and its line 76 with the blank before it.
    var room = max(20, 75 - column) - 12
    func take() {
      let taken = quoting ? 0..<chunk.count : unpadded(chunk.count, ends)
      if taken.lowerBound > 0 {
        result.append(word(Array(chunk[..<taken.lowerBound]), quoting: true))
      }
      result.append(word(Array(chunk[taken]), quoting: quoting))
      chunk.removeFirst(taken.upperBound)
      ends = ends.compactMap { $0 > taken.upperBound ? $0 - taken.upperBound : nil }
      length = quoting ? 0 : chunk.count
    }
    for character in text.unicodeScalars {
      let bytes = Array(String(character).utf8)
      let cost = quoting ? bytes.reduce(0) { $0 + quotedWidth($1) } : bytes.count
      let next = quoting ? length + cost : (length + cost + 2) / 3 * 4
      if next > room, !chunk.isEmpty {
        take()
        room = 75 - 12
      }
      chunk += bytes
      length += cost
      ends.append(chunk.count)
    }
    if !isWhole, !chunk.isEmpty {
      take()
      if !chunk.isEmpty { result.append(word(chunk, quoting: chunk.count <= 20)) }
      chunk = []
    }
    if !chunk.isEmpty { result.append(word(chunk, quoting: quoting)) }
    return result
  }

  /// The most of a chunk that base64 writes without padding, after up to two characters that are
  /// quoted instead; all of it where there is no such part.
  ///
  /// GMime decodes neighbouring words as one run of base64, and loses what follows padding.
  private static func unpadded(_ count: Int, _ ends: [Int]) -> Range<Int> {
    var best = 0..<0
    for start in [0] + ends.prefix(2) {
      let end = ends.last { $0 > start && ($0 - start).isMultiple(of: 3) }
      if let end, end > best.upperBound { best = start..<end }
    }
    return best.isEmpty ? 0..<count : best
  }

  private static func word(_ bytes: [UInt8], quoting: Bool) -> String {
    guard quoting else {
      let body = Base64Lines.encodeUnbroken(bytes)
      return "=?UTF-8?B?" + String(decoding: body, as: UTF8.self) + "?="
    }
    var body: [UInt8] = []
    for byte in bytes {
      if byte == 0x20 {
        body.append(UInt8(ascii: "_"))
      } else if quotedWidth(byte) == 1 {
        body.append(byte)
      } else {
        body.append(UInt8(ascii: "="))
        body.append(HexDigits.upper[Int(byte >> 4)])
        body.append(HexDigits.upper[Int(byte & 15)])
      }
    }
    return "=?UTF-8?Q?" + String(decoding: body, as: UTF8.self) + "?="
  }

  private static func quotedLength(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + quotedWidth($1) }
  }

  /// Only what is safe in a phrase (RFC 2047 section 5, rule 3) stands for itself.
  private static func quotedWidth(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20, UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "!"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      1
    default: 3
    }
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }
}
