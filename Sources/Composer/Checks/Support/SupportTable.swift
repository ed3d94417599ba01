/// Which mail programs lack which features of HTML and CSS.
enum SupportTable {
  struct Entry: Hashable, Sendable {
    /// The month in which it was tested last.
    let tested: String
    let missing: [MailClient]
  }

  /// By the data set's name, such as `css-border-radius`; what all programs know is not in it.
  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for line in (css + "\n" + html).split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 3 else { continue }
      let missing = zip(MailClient.all, parts[2]).filter { $0.1 == "n" }.map(\.0)
      entries[String(parts[0])] = Entry(tested: String(parts[1]), missing: missing)
    }
    return entries
  }()

  static func lacks(_ feature: String) -> Entry? { entries[feature] }
}
