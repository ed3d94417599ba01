/// Plain text as Markdown that shows just this text.
enum MarkdownEscape {
  static func text(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let output = line.split(separator: " ", omittingEmptySubsequences: false).map(word)
      .joined(separator: " ")
    // A list's sign, or a number as lists have it, begins no list here.
    if let first = output.first, "-+=".contains(first) { return "\\" + output }
    let digits = output.prefix { $0.isASCII && $0.isNumber }
    let mark = output.dropFirst(digits.count).first
    if !digits.isEmpty, mark == "." || mark == ")" {
      return digits + "\\" + output.dropFirst(digits.count)
    }
    return output
  }

  /// An address is left as it is, so that it becomes a link.
  private static func word(_ word: Substring) -> String {
    let isAddress = word.contains("://")
    return word.reduce(into: "") { output, character in
      let isSign = isAddress ? "<>`\\".contains(character) : "\\`*_[]<>#~|{}&".contains(character)
      if isSign { output.append("\\") }
      output.append(character)
    }
  }
}
