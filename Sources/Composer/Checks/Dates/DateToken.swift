/// A word or number of a text that may be part of a date, with what stands before it.
struct DateToken: Hashable {
  enum Kind: Hashable {
    case weekday(Int)
    case month(Int)
    case number(Int, digits: Int)
    case letters(String)
    case end
  }

  let kind: Kind
  /// How many characters the word has, to know what a full stop after it means.
  let length: Int
  /// The signs since the last token, blanks as one; `¶` where a paragraph ends.
  let gap: String
  /// Lines before it, 0 on the first.
  let line: Int
  let isFirstOfLine: Bool

  /// Cuts a text; the last token is always the end, so that it tells what stands before it.
  static func all(_ characters: [Character]) -> [Self] {
    var reader = DateTokenReader(characters)
    return reader.read()
  }
}

/// Cuts a text into tokens, in one pass.
private struct DateTokenReader {
  private let characters: [Character]
  private var index = 0
  private var line = 0
  private var gap = ""
  /// The start of a text is no list.
  private var isFirstOfLine = false
  /// "พ.ศ." has stops of its own.
  private var isInEra = false

  init(_ characters: [Character]) {
    self.characters = characters
  }

  mutating func read() -> [DateToken] {
    var tokens: [DateToken] = []
    while true {
      skip()
      guard index < characters.count else { break }
      let (line, isFirst) = (line, isFirstOfLine)
      isFirstOfLine = false
      let word = joined(word())
      if DateWords.fillers.contains(word) {
        isInEra = word == "พ" || word == "ศ"
        continue
      }
      tokens.append(token(Self.kind(word), word.count, line, isFirst))
    }
    return tokens + [token(.end, 0, line, isFirstOfLine)]
  }

  private mutating func token(
    _ kind: DateToken.Kind, _ length: Int, _ line: Int, _ isFirst: Bool
  ) -> DateToken {
    defer {
      gap = ""
      isInEra = false
    }
    return DateToken(kind: kind, length: length, gap: gap, line: line, isFirstOfLine: isFirst)
  }

  /// Takes what is no word into the gap.
  private mutating func skip() {
    var newlines = 0
    while index < characters.count, !Self.isOfWord(characters[index]) {
      let character = characters[index]
      index += 1
      if character.isWhitespace {
        if character.isNewline {
          newlines += 1
          line += 1
          isFirstOfLine = true
        }
        if newlines == 2, gap.last != "¶" { gap.append("¶") }
        if gap.last != " " { gap.append(" ") }
        continue
      }
      newlines = 0
      // Emphasis and quoting part nothing.
      guard !"*_~`>".contains(character), !(isInEra && character == ".") else { continue }
      if gap.utf8.count < 40 { gap.append(character) }
    }
  }

  private mutating func word() -> String {
    let isNumber = Self.isDigit(characters[index])
    let start = index
    while index < characters.count,
      isNumber ? Self.isDigit(characters[index]) : characters[index].isLetter
    {
      index += 1
    }
    return String(characters[start..<index]).lowercased()
  }

  /// Joins the two words of a Vietnamese weekday or month.
  private mutating func joined(_ first: String) -> String {
    guard ["thứ", "chủ", "tháng"].contains(first) else { return first }
    let start = index
    while index < characters.count, characters[index] == " " { index += 1 }
    if index < characters.count, Self.isOfWord(characters[index]) {
      let both = "\(first)·\(word())"
      if DateWords.weekdays[both] != nil || DateWords.months[both] != nil { return both }
    }
    index = start
    return first
  }

  private static func kind(_ word: String) -> DateToken.Kind {
    if let number = DateWords.weekdays[word] { return .weekday(number) }
    if let number = DateWords.months[word] { return .month(number + 1) }
    if word.hasPrefix("วัน"), word.hasSuffix("ที่"),
      let number = DateWords.weekdays[String(word.dropLast("ที่".count))]
    {
      return .weekday(number)
    }
    if word.utf8.count <= 4, let number = Int(word) {
      return .number(number, digits: word.utf8.count)
    }
    return .letters(word)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func isOfWord(_ character: Character) -> Bool {
    isDigit(character) || character.isLetter
  }
}
