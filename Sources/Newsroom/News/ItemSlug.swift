import Foundation

/// The part of an item's file name that tells what it is about: `ministers-agree-a-plan`.
enum ItemSlug {
  static let longest = 40

  /// Letters that are no accented form of another one.
  private static let letters: [Character: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
  ]

  /// The title's words in ASCII, cut between words; the fall-back where the title has none.
  ///
  /// A title in another script is not spelt out: readings of Chinese characters differ between
  /// languages, and a wrong one would be worse than none.
  static func make(of title: String, otherwise fallback: String) -> String {
    let slug = words(of: title)
    if slug.contains(where: \.isLetter) { return slug }
    let other = words(of: fallback)
    return other.isEmpty ? "news" : other
  }

  private static func words(of text: String) -> String {
    let plain = text.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil
    ).lowercased()
    var words: [String] = [""]
    for character in plain {
      if character.isASCII, character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if let other = letters[character] {
        words[words.count - 1] += other
      } else if character != "'", character != "’", words.last?.isEmpty == false {
        words.append("")
      }
    }
    var slug = ""
    for word in words where !word.isEmpty {
      let next = slug.isEmpty ? word : slug + "-" + word
      guard next.utf8.count <= longest else { break }
      slug = next
    }
    return slug.isEmpty ? String((words.first ?? "").prefix(longest)) : slug
  }
}
