import Mail

/// One `{{…}}` of people's texts, understood.
enum MergeTag: Hashable {
  case field(MergeField, fallback: String?)
  /// Begins a passage; an inverted one is for everybody else.
  case when(MergeCondition, word: String, isInverted: Bool)
  case otherwise
  case end(word: String)

  static let fields: [(word: String, field: MergeField)] = [
    ("name", .recipientName), ("address", .recipientAddress), ("member", .recipientMember),
    ("roles", .recipientRoles), ("language", .recipientLanguage),
  ]
  static let passages: [(word: String, field: MergeField)] = [
    ("name", .recipientName), ("member", .recipientMember), ("role", .recipientRoles),
  ]

  /// Reads what stands between the braces; throws what is wrong with it.
  init(_ inside: String) throws(Mistake) {
    let text = inside.trimmed()
    switch text.first {
    case "/": self = .end(word: String(text.dropFirst()).trimmed())
    case "^" where text.count == 1: self = .otherwise
    case "#", "^":
      let parts = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
      let word = parts.first ?? ""
      guard let field = Self.passages.first(where: { $0.word == word })?.field else {
        let known = Self.passages.map { "{{#\($0.word)}}" }.joined(separator: ", ")
        throw Mistake(words: "no passage is called “\(word.prefix(40))”; there are \(known)")
      }
      let values = (parts.count > 1 ? parts[1] : "").split(separator: ",")
        .map { String($0).trimmed() }.filter { !$0.isEmpty }
      guard values.isEmpty || field != .recipientName else {
        throw Mistake(words: "{{#name}} asks whether there is a name; it takes no values")
      }
      self = .when(
        values.isEmpty ? .has(field) : .isOneOf(field, values), word: word,
        isInverted: text.first == "^")
    default:
      let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmed() }
      guard let field = Self.fields.first(where: { $0.word == parts.first })?.field else {
        let known = Self.fields.map(\.word).joined(separator: ", ")
        throw Mistake(
          words: "a reader has no “\((parts.first ?? "").prefix(40))”; there are \(known). "
            + "To write braces as they are, write \\{{")
      }
      self = .field(field, fallback: parts.count > 1 ? parts[1] : nil)
    }
  }

  struct Mistake: Error {
    let words: String
  }
}
