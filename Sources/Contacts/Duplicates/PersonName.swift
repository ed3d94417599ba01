import Mail

/// A name in a form in which two spellings of it agree.
enum PersonName {
  /// So “Professor Kim, Suk (private)” is “kim suk”.
  ///
  /// Words in plain lower-case letters, in alphabetical order, without titles and remarks in
  /// brackets; empty where nothing is left, or the text is too long for a name.
  static func key(_ name: String) -> String {
    guard name.utf8.count <= 320 else { return "" }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var depth = 0
    let flush = {
      guard !word.isEmpty else { return }
      words.append(bare(String(word).lowercased()))
      word = String.UnicodeScalarView()
    }
    for scalar in Normalization.nfc(name).unicodeScalars {
      for plain in CharacterForms.plain(scalar) {
        if "([（【".unicodeScalars.contains(plain) {
          flush()
          depth += 1
        } else if ")]）】".unicodeScalars.contains(plain) {
          depth = max(0, depth - 1)
        } else if depth > 0 {
          continue
        } else if plain.properties.isWhitespace || ".,;/·・".unicodeScalars.contains(plain) {
          flush()
        } else {
          word.append(plain)
        }
      }
    }
    flush()
    return words.filter { !$0.isEmpty && !titles.contains($0) }.sorted().joined(separator: " ")
  }

  /// The word without what Japanese and Korean put behind a name out of courtesy.
  private static func bare(_ word: String) -> String {
    for ending in ["先生", "さん", "様", "님", "씨"] where word.hasSuffix(ending) && word != ending {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "herr", "frau", "khun", "คุณ", "님", "様",
    "先生", "女士", "씨",
  ]
}
