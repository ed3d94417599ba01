/// One repair: a value with its kind, an example and the change it makes.
package struct RepairStep: Sendable {
  package let repair: Repair
  /// A written address and what becomes of it.
  package let before: String
  package let after: String
  /// Says whether it changed the draft.
  let apply: @Sendable (inout AddressDraft) -> Bool

  /// Every step, in the order of doing: characters first, then what surrounds the address, then
  /// the address itself.
  package static let all = order.map(\.step)

  /// Each step with the signs of which one must be there for it to find anything to do.
  static let order: [(step: RepairStep, anyOf: DraftSigns)] = [
    (.encoded, [.ampersand, .percent]), (.tags, .angle),
    (.invisible, [.control, .beyondASCII]), (.fullWidth, .beyondASCII),
    (.typographic, .beyondASCII), (.spaces, [.space, .control, .beyondASCII]), (.formula, .quote),
    (.atWord, [.opener, .signWord, .beyondASCII]), (.bracketedAt, .opener),
    (.doubledAt, .severalAts), (.spacesAroundAt, .space), (.mailto, [.colon, .space, .query]),
    (.label, .colon), (.displayName, [.opener, .beyondASCII]), (.wrapping, .ragged),
    (.wordsBeside, .space), (.backslashes, .backslash), (.spacesAtDots, .space),
    (.innerSpaces, .space), (.comma, .comma), (.doubledDots, .doubledDot), (.endings, .ragged),
  ]
}
