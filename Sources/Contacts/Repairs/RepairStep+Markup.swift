/// Repairs of what web pages, links and formulas put around or into an address.
extension RepairStep {
  private static let elements: Set<String> = [
    "a", "b", "br", "div", "em", "font", "i", "li", "nobr", "o:p", "p", "span", "strong", "td",
    "tr",
    "u", "wbr",
  ]
  private static let entities: [String: Unicode.Scalar] = [
    "commat": "@", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "period": ".",
    "amp": "&", "lowbar": "_", "hyphen": "-", "shy": "\u{AD}", "zwnj": "\u{200C}",
  ]

  static let encoded = RepairStep(
    repair: .encoded, before: "suk&#64;kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.scalars.contains(where: { $0 == "&" || $0 == "%" }) else { return false }
    var changed = false
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < draft.scalars.count {
      if draft.scalars[index] == "&", let entity = entity(in: draft.scalars[index...]) {
        result.append(entity.sign)
        index += entity.length
        changed = true
      } else {
        result.append(draft.scalars[index])
        index += 1
      }
    }
    draft.scalars = result
    if draft.firstAt == nil, draft.replace("%40", with: "@") { changed = true }
    if stripEncodedSpaces(&draft) { changed = true }
    return changed
  }

  /// The character that a reference such as `&#064;` or `&nbsp;` at the beginning stands for.
  private static func entity(
    in text: ArraySlice<Unicode.Scalar>
  ) -> (sign: Unicode.Scalar, length: Int)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = AddressDraft.string(text[(text.startIndex + 1)..<end])
    let length = end + 1 - text.startIndex
    if let sign = entities[name.lowercased()] { return (sign, length) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20 || [9, 10, 13].contains(value), let sign = Unicode.Scalar(value)
    else { return nil }
    return (sign, length)
  }

  /// A space behind the address, or before it, that was copied out of a link; “%20” at its very
  /// beginning could be a part of it.
  private static func stripEncodedSpaces(_ draft: inout AddressDraft) -> Bool {
    let space: [Unicode.Scalar] = ["%", "2", "0"]
    let count = draft.scalars.count
    while draft.scalars.suffix(3) == space[...] { draft.scalars.removeLast(3) }
    if draft.find("mailto:%20") != nil { _ = draft.replace("mailto:%20", with: "mailto:") }
    return draft.scalars.count != count
  }

  static let tags = RepairStep(
    repair: .encoded, before: "<b>suk@kgpn.example</b><br />", after: "suk@kgpn.example"
  ) { draft in
    guard draft.scalars.contains("<") else { return false }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < draft.scalars.count {
      if draft.scalars[index] == "<", let length = tagLength(draft.scalars[index...]) {
        index += length
        // A line that was broken, or the next cell of a table.
        if let last = result.last, last != " " { result.append(" ") }
      } else {
        result.append(draft.scalars[index])
        index += 1
      }
    }
    guard result.count != draft.scalars.count else { return false }
    // A link that shows a name: the address is inside the tag.
    if !result.contains("@"), let link = draft.find("mailto:") {
      draft.keepName(result[...])
      let rest = draft.scalars[link.lowerBound...]
      result = Array(rest.prefix { $0 != "\"" && $0 != "'" && $0 != ">" && $0 != " " })
    }
    draft.scalars = result
    draft.trim()
    return true
  }

  /// How long the HTML tag at the beginning is; nil where none begins, as with `<suk@kgpn.example>`.
  private static func tagLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let end = text.firstIndex(of: ">") else { return nil }
    let inside = text[(text.startIndex + 1)..<end]
    let name = inside.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
    guard elements.contains(AddressDraft.string(name).lowercased()) else { return nil }
    // `<a>` alone may stand for the @; a link has more to say.
    if inside.count == 1, inside.first == "a" || inside.first == "A" { return nil }
    return end + 1 - text.startIndex
  }

  /// `\@` and `\_` out of Markdown or LaTeX.
  static let backslashes = RepairStep(
    repair: .encoded, before: "suk\\_kim\\@kgpn.example", after: "suk_kim@kgpn.example"
  ) { draft in
    guard draft.scalars.contains("\\"), draft.scalars.first != "\"" else { return false }
    var changed = false
    for sign in ["@", "_", ".", "-"] where draft.replace("\\\(sign)", with: sign) { changed = true }
    return changed
  }

  static let formula = RepairStep(
    repair: .brackets, before: "=\"suk@kgpn.example\"", after: "suk@kgpn.example"
  ) { draft in
    if takeLinkFormula(&draft) { return true }
    guard draft.scalars.count > 3, draft.scalars.starts(with: ["=", "\""]),
      draft.scalars.last == "\""
    else { return false }
    draft.scalars.removeFirst(2)
    draft.scalars.removeLast()
    draft.trim()
    return true
  }

  /// `=HYPERLINK("mailto:suk@kgpn.example","Suk")`: one address in the texts between the quotation
  /// marks, however often.
  private static func takeLinkFormula(_ draft: inout AddressDraft) -> Bool {
    guard draft.scalars.first == "=", draft.scalars.last == ")",
      let open = draft.scalars.firstIndex(of: "("),
      draft.scalars[1..<open].allSatisfy({ $0.properties.isAlphabetic || $0 == "." })
    else { return false }
    let texts = draft.scalars[open...].split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let addresses = texts.filter { $0.contains("@") }.map { text in
      let link = AddressDraft.string(text.prefix(7)).lowercased() == "mailto:"
      return link ? Array(text.dropFirst(7).prefix { $0 != "?" }) : Array(text)
    }
    guard let address = addresses.first, addresses.allSatisfy({ $0 == address }) else {
      return false
    }
    if let name = texts.first(where: { !$0.contains("@") }) { draft.keepName(name) }
    draft.scalars = address
    draft.trim()
    return true
  }
}
