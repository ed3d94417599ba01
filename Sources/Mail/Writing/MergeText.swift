/// Text in which some places are filled in for each reader.
package struct MergeText: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    case merge(MergeField, MergeEncoding)
    /// A passage for some readers, and another for everybody else.
    case when(MergeCondition, then: [Self], otherwise: [Self])
  }

  package var pieces: [Piece]

  package init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  package init(_ text: String) {
    pieces = [.text(text)]
  }
}
