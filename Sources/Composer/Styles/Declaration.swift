import Mail

/// One property of a style rule.
struct Declaration: Hashable, Sendable {
  let name: String
  let value: String
  let isImportant: Bool

  /// Reads `color: red; margin: 0 !important`.
  static func parse(_ text: some StringProtocol) -> [Self] {
    text.split(separator: ";").compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let written = String(part[..<colon]).trimmed()
      let name = written.hasPrefix("--") ? written : written.lowercased()
      var value = String(part[part.index(after: colon)...]).trimmed()
      let isImportant = value.lowercased().hasSuffix("!important")
      if isImportant { value = String(value.dropLast(10)).trimmed() }
      guard !name.isEmpty, !value.isEmpty else { return nil }
      return Self(name: name, value: value, isImportant: isImportant)
    }
  }
}
