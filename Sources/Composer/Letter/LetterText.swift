/// The last touches to a letter's plain text.
enum LetterText {
  /// At most two empty lines in a row; blanks that kept words together while wrapping are plain.
  ///
  /// A line that a mark of a passage has to itself goes: only the mark stays.
  static func tidied(_ text: String) -> String {
    var output = ""
    var empty = 0
    var isFirst = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let marks = marksAlone(line) {
        output += (isFirst ? "" : "\n") + marks
        // The next line begins right behind the mark.
        isFirst = true
        continue
      }
      empty = line.isEmpty ? empty + 1 : 0
      guard empty <= 2 else { continue }
      output += (isFirst ? "" : "\n") + line
      isFirst = false
    }
    return output.replacing("\u{A0}", with: " ")
  }

  /// The marks of a line that holds nothing else but what every line there begins with.
  private static func marksAlone(_ line: Substring) -> String? {
    guard line.unicodeScalars.contains(MergeMarker.alone) else { return nil }
    var marks = ""
    var rest = line.unicodeScalars[...]
    while let start = rest.firstIndex(of: MergeMarker.open),
      let end = rest[start...].firstIndex(of: MergeMarker.close)
    {
      marks += String(rest[start...end]).filter { $0.unicodeScalars.first != MergeMarker.alone }
      rest = rest[rest.index(after: end)...]
    }
    return marks
  }
}
