import Mail

/// Cuts plain text into sentences, and sentences into words; in scripts without blanks each
/// character is a word of its own.
///
/// Pure.
package enum Sentences {
  /// The sentences of paragraphs that stand on lines of their own.
  package static func of(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap(sentences)
  }

  private static func sentences(_ line: Substring) -> [String] {
    var found: [String] = []
    var current = ""
    var isEnded = false
    for character in line {
      if isEnded, character == " " {
        found.append(current)
        current = ""
        isEnded = false
        continue
      }
      isEnded = ".!?".contains(character) || isEnded && "\"”’)»".contains(character)
      current.append(character)
      // These need no blank after them.
      if "。！？｡".contains(character) {
        found.append(current)
        current = ""
        isEnded = false
      } else if "」』）”".contains(character), current.count == 1, let last = found.popLast() {
        // A closing mark belongs to the sentence that it closes.
        found.append(last + current)
        current = ""
      }
    }
    found.append(current)
    return joined(found.map { $0.trimmed() }.filter { !$0.isEmpty })
  }

  /// “Dr.” or “3.” ends no sentence: what is so short goes on with the next one.
  private static func joined(_ sentences: [String]) -> [String] {
    var whole: [String] = []
    var waiting = ""
    for sentence in sentences {
      let text = waiting.isEmpty ? sentence : waiting + " " + sentence
      let last = text.split(separator: " ").last ?? ""
      waiting = last.hasSuffix(".") && last.count <= 4 && sentence != sentences.last ? text : ""
      if waiting.isEmpty { whole.append(text) }
    }
    if !waiting.isEmpty { whole.append(waiting) }
    return whole
  }

  /// Words with the blanks after them; their sum is the text.
  package static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    func flush() {
      if !current.isEmpty { words.append(current) }
      current = ""
    }
    for character in text {
      if isWordByItself(character) || character.isWhitespace {
        flush()
        words.append(String(character))
      } else if character.isPunctuation {
        flush()
        words.append(String(character))
      } else {
        current.append(character)
      }
    }
    flush()
    return words
  }

  /// Han, kana, Thai and other scripts that are written without blanks; Korean has them.
  private static func isWordByItself(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return (0x2E80...0x31FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || (0x0E00...0x0EFF).contains(scalar)
      || (0xFF00...0xFFEF).contains(scalar) || (0x1000...0x109F).contains(scalar)
      || (0x1780...0x17FF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
  }
}
