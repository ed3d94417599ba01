/// Cuts a value into words and the gaps between them; strings and functions stay whole.
enum StyleWords {
  static func split(_ value: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    var quote: Character?
    var isEscaped = false
    for character in value {
      let isGap = quote == nil && depth == 0 && isGap(character)
      if let last = word.last, quote == nil, depth == 0, isGap != Self.isGap(last) {
        words.append(word)
        word = ""
      }
      word.append(character)
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth = max(0, depth - 1)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  static func isBlank(_ word: String) -> Bool { word.allSatisfy(isGap) }

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || character == ","
  }
}
