/// Small numbers as words, as sentences want them.
enum NumberWords {
  private static let words = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  static func text(_ number: Int) -> String {
    words.indices.contains(number) ? words[number] : String(number)
  }

  static func title(_ number: Int) -> String {
    let word = text(number)
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
