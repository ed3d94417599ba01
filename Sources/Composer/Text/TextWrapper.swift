import Mail

/// Wraps text into lines of a number of columns; addresses (URLs) are never broken.
package struct TextWrapper: Sendable {
  package let columns: Int

  package init(columns: Int = 72) {
    self.columns = max(8, columns)
  }

  /// Wraps one paragraph; line feeds in it are kept as breaks.
  package func wrap(_ text: String, first: String = "", rest: String = "") -> [String] {
    guard MergeMarker.hasMarks(text) else { return wrapWhole(text, first: first, rest: rest) }
    return MergeLayout.lines([text]) { wrapWhole($0[0], first: first, rest: rest) }
  }

  private func wrapWhole(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      wrapRow(row, first: lines.isEmpty ? first : rest, rest: rest, into: &lines)
    }
    return lines
  }

  private func wrapRow(
    _ row: Substring, first: String, rest: String, into lines: inout [String]
  ) {
    var line = first
    var width = DisplayWidth.of(first)
    var isFresh = true
    var pendingBlank = false
    for piece in pieces(row) {
      if piece == " " {
        pendingBlank = !isFresh
        continue
      }
      let length = DisplayWidth.of(piece)
      if !isFresh, width + (pendingBlank ? 1 : 0) + length > columns {
        lines.append(line)
        line = rest
        width = DisplayWidth.of(rest)
        isFresh = true
        pendingBlank = false
      }
      if pendingBlank {
        line += " "
        width += 1
      }
      line += piece
      width += length
      isFresh = false
      pendingBlank = false
    }
    lines.append(line)
  }

  /// Cuts a row into pieces that stay whole: words, single ideographs with their punctuation,
  /// and blanks.
  private func pieces(_ row: Substring) -> [String] {
    var result: [String] = []
    for word in row.split(separator: " ", omittingEmptySubsequences: true) {
      if !result.isEmpty { result.append(" ") }
      if word.contains("://") || word.utf8.allSatisfy({ $0 < 0x80 }) {
        result.append(String(word))
      } else {
        result += Self.breakable(word)
      }
    }
    return result
  }

  private static func breakable(_ word: Substring) -> [String] {
    var result: [String] = []
    var piece = ""
    var previous: Character?
    for character in word {
      if let last = previous, mayBreak(between: last, and: character) {
        result.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    if !piece.isEmpty { result.append(piece) }
    return result
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    if closing.contains(right) || opening.contains(left) { return false }
    if DisplayWidth.isIdeographic(left) || DisplayWidth.isIdeographic(right) { return true }
    // Thai has no blanks between words; a syllable surely starts at a leading vowel.
    return right.unicodeScalars.first.map { (0xE40...0xE44).contains($0.value) } ?? false
  }

  /// What may not start a line (the heart of JIS X 4051 and GB/T 15834).
  private static let closing = Set<Character>(
    "、。，．・：；？！）」』】〕〉》］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%”’…")
  /// What may not end a line.
  private static let opening = Set<Character>("（「『【〔〈《［｛([{“‘")
}
