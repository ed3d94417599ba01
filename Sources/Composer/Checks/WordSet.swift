import Mail

/// The words of a text, however it is wrapped: whole words where blanks part them, else pairs of
/// neighbouring characters.
struct WordSet {
  private var words: Set<String> = []
  private var pairs: Set<String> = []
  /// All letters and digits without what parts them, since wrapping and emphasis cut words.
  private var compact: [UInt8] = []

  init(_ texts: String...) {
    for text in texts { add(text) }
  }

  private mutating func add(_ text: String) {
    var last: Character?
    for word in Self.split(text) {
      compact += word.utf8
      if Self.isUnparted(word) {
        for character in word {
          if let last { pairs.insert("\(last)\(character)") }
          last = character
        }
      } else {
        words.insert(word)
        last = nil
      }
    }
    compact.append(0)
  }

  /// Whether a word is there, be it cut in two.
  func contains(_ word: String) -> Bool {
    hasWhole(word) || word.utf8.count > 2 && Self.find(Array(word.utf8), in: compact)
  }

  /// Whether a word is there as it is; of what is written without blanks, each two neighbours.
  func hasWhole(_ word: String) -> Bool {
    guard Self.isUnparted(word) else { return words.contains(word) }
    let characters = Array(word)
    guard characters.count > 1 else { return true }
    return (1..<characters.count).allSatisfy {
      pairs.contains("\(characters[$0 - 1])\(characters[$0])")
    }
  }

  /// Runs of letters and digits in small letters; what is written without blanks is cut where other
  /// scripts begin.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isUnparted = false
    func take() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for character in text {
      guard character.isLetter || character.isNumber else {
        take()
        continue
      }
      let kind = Self.isUnparted(character)
      if kind != isUnparted { take() }
      isUnparted = kind
      word.append(character)
    }
    take()
    return words
  }

  private static func isUnparted(_ word: String) -> Bool {
    word.first.map(isUnparted) ?? false
  }

  /// Thai, Lao, Burmese, Khmer, and the scripts of Eastern Asia.
  private static func isUnparted(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x0E00...0x0EFF).contains(value) || (0x1000...0x109F).contains(value)
      || (0x1780...0x17FF).contains(value) || (0x2E80...0x9FFF).contains(value)
      || (0xAC00...0xD7AF).contains(value) || value >= 0x20000
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
        if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
      }
      return false
    }
  }
}
