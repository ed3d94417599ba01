/// Folds header text at blanks (RFC 5322 section 2.2.3).
package enum HeaderFolding {
  /// Breaks text into lines of at most 76 characters where it has blanks to break at.
  package static func fold(_ text: String, column: Int = 0) -> String {
    var output = ""
    var width = column
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.utf8.count
      if !isFirst {
        // A line of blanks alone is no fold, so an empty word never starts a line.
        if width + 1 + length > 76, !word.isEmpty {
          output += "\r\n "
          width = 1
        } else {
          output += " "
          width += 1
        }
      }
      output += word
      width += length
      isFirst = false
    }
    return output
  }
}
