/// Short texts by small numbers; zero stands for none, and for what comes after 65,535 of them.
struct ShortTexts: Sendable {
  private var numbers: [String: UInt16] = [:]
  private var texts: [String] = [""]

  mutating func number(_ text: String?) -> UInt16 {
    guard let text, !text.isEmpty else { return 0 }
    if let known = numbers[text] { return known }
    guard texts.count <= Int(UInt16.max), text.utf8.count <= 200 else { return 0 }
    let number = UInt16(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  subscript(number: UInt16) -> String { texts[Int(number)] }
}

/// What a list writes for members, and which member is meant.
struct MemberTexts: Sendable {
  private let index: MemberIndex
  private var texts = ShortTexts()
  private var answers: [String: String] = [:]
  private var asked: Set<String> = []
  /// By text as written: a list has few of them, and each row one.
  private var cache: [String: Member?] = [:]

  init(_ members: [Member]) {
    index = MemberIndex(members)
  }

  var isEmpty: Bool { index.isEmpty }

  mutating func known(_ text: String) -> Member? {
    if let cached = cache[text] { return cached }
    let member = index[text]
    if cache.count < 65_536, text.utf8.count <= 200 { cache[text] = .some(member) }
    return member
  }

  mutating func number(_ text: String?) -> UInt16 { texts.number(text) }
  subscript(number: UInt16) -> String { texts[number] }

  /// The member at whose domain a mailbox is.
  func at(_ domain: String) -> Member? { index.at(domain) }

  /// What a person said that a text means, for every row with this text.
  mutating func answer(_ text: String, means name: String) {
    answers[LanguageNames.normalized(text)] = name
  }

  func answer(_ text: String) -> String? {
    answers.isEmpty ? nil : answers[LanguageNames.normalized(text)]
  }

  /// Whether a text comes up for the first time; later ones are not asked about again.
  mutating func isNew(_ text: String) -> Bool {
    asked.count < 65_536 && asked.insert(LanguageNames.normalized(text)).inserted
  }
}
