import Mail

/// The words of the worksheet in one language, out of a file of flat keys such as
/// `templates/worksheet/en.yml`.
package struct WorksheetPhrases: Sendable {
  /// The file that they come from, as messages name it.
  package let file: String
  private let texts: [String: String]

  /// Takes a file's keys and texts; fails at what is missing, is not known, or can't be filled in.
  package init(_ texts: [String: String], file: String) throws(PhraseError) {
    for (key, names) in Self.keys.sorted(by: { $0.key < $1.key }) {
      guard let text = texts[key], !text.trimmed().isEmpty else {
        throw .missing(file: file, key: key)
      }
      try Self.check(text, key: key, names: names, file: file)
    }
    for (key, text) in texts.sorted(by: { $0.key < $1.key }) where Self.keys[key] == nil {
      guard let prefix = Self.free.first(where: { key.hasPrefix($0.prefix) }) else {
        throw .unknown(file: file, key: key)
      }
      try Self.check(text, key: key, names: prefix.names, file: file)
    }
    self.texts = texts
    self.file = file
  }

  /// The text of a key that every file has.
  subscript(key: String) -> String { texts[key] ?? key }

  /// The text of a key that a file may leave out.
  func optional(_ key: String) -> String? { texts[key] }

  /// The text with the names in braces filled in; what is filled in is not looked at again.
  func filled(_ key: String, _ values: [String: String]) -> String {
    Self.fill(self[key], values)
  }

  /// Why an address is doubtful: the file's own words for the code, or the rule's.
  func reason(_ verdict: Verdict, written: String) -> String {
    guard let template = texts["reason_\(verdict.code)"] else { return verdict.reason }
    let address = verdict.address?.description ?? written
    let parts = address.split(separator: "@", maxSplits: 1).map(String.init)
    let domain = parts.count == 2 ? parts[1] : ""
    return Self.fill(
      template,
      [
        "address": address, "local": parts.first ?? "", "domain": domain,
        "top": domain.split(separator: ".").last.map(String.init) ?? "",
        "suggestion": verdict.suggestion ?? "", "reason": verdict.reason,
      ])
  }

  func title(of repair: Repair) -> String { texts["repair_\(repair.rawValue)"] ?? repair.title }

  func word(for confidence: Confidence) -> String {
    texts["confidence_\(confidence.rawValue)"] ?? confidence.rawValue
  }

  /// Languages that this file names, for reading answers: the name, and the tag.
  var languages: [(name: String, tag: String)] {
    texts.compactMap { key, text in
      key.hasPrefix("language_") ? (text, String(key.dropFirst("language_".count))) : nil
    }.sorted { $0.1 < $1.1 }
  }

  private static func fill(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      result += values[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func check(
    _ text: String, key: String, names: [String], file: String
  ) throws(PhraseError) {
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw .openBrace(file: file, key: key)
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard names.contains(name) else {
        throw .unknownName(file: file, key: key, name: name, known: names)
      }
      rest = rest[rest.index(after: close)...]
    }
  }
}
