import Mail

/// Marks in rendered text where a reader's value goes.
///
/// The marks are two control characters, which `CleanText` takes out of everything that people
/// write: no item can imitate one.
enum MergeMarker {
  static let open: Unicode.Scalar = "\u{01}"
  private static let close: Unicode.Scalar = "\u{02}"

  static func mark(_ field: MergeField) -> String {
    "\(open)\(field.rawValue)\(close)"
  }

  /// Cuts rendered text at its marks.
  static func split(_ text: String, _ encoding: MergeEncoding) -> MergeText {
    var pieces: [MergeText.Piece] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
      let name = String(rest[rest.index(after: start)..<end])
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      if let field = MergeField(rawValue: name) { pieces.append(.merge(field, encoding)) }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return MergeText(pieces)
  }

  /// Fills the marks in for a preview.
  static func fill(_ text: String, _ values: MergeValues, escape: (String) -> String) -> String {
    split(text, .quotedPrintable).pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .merge(let field, _): escape(values[field])
      }
    }.joined()
  }
}
