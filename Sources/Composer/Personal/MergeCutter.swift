import Mail

/// Makes pieces of a text's tokens, and finds out where in the HTML each value goes.
struct MergeCutter {
  private let tokens: [MergeMarker.Token]
  private let medium: MergeMarker.Medium
  private var index = 0
  private var place = HTMLPlace()

  init(_ tokens: [MergeMarker.Token], _ medium: MergeMarker.Medium) {
    self.tokens = tokens
    self.medium = medium
  }

  mutating func pieces() -> [MergeText.Piece] {
    var pieces: [MergeText.Piece] = []
    while index < tokens.count {
      let (more, stop) = run()
      pieces += more
      // An end without a beginning is nothing.
      if stop != nil { index += 1 }
    }
    return pieces
  }

  /// Goes on to the other side or the end of the passage that it stands in.
  private mutating func run() -> (pieces: [MergeText.Piece], stop: MergeMarker.Token?) {
    var pieces: [MergeText.Piece] = []
    while index < tokens.count {
      switch tokens[index] {
      case .otherwise, .end: return (pieces, tokens[index])
      case .text(let text):
        if medium == .html { place.read(text) }
        pieces.append(.text(text))
        index += 1
      case .field(let field):
        pieces.append(.merge(field, encoding(field)))
        if medium == .html { place.readValue() }
        index += 1
      case .when(let condition):
        index += 1
        let before = place
        let (then, stop) = run()
        var otherwise: [MergeText.Piece] = []
        if stop == .otherwise {
          index += 1
          // Both sides begin at the same place.
          let after = place
          place = before
          otherwise = run().pieces
          place = after
        }
        index += 1
        pieces.append(.when(condition, then: then, otherwise: otherwise))
      }
    }
    return (pieces, nil)
  }

  private func encoding(_ field: MergeField) -> MergeEncoding {
    switch medium {
    case .text: return .quotedPrintable
    case .header: return .headerText
    case .html:
      // Our own ways to leave are addresses already.
      let isAddress = field == .unsubscribeURL || field == .unsubscribeAddress
      return place.isAddress && !isAddress ? .urlQuotedPrintable : .htmlQuotedPrintable
    }
  }
}
