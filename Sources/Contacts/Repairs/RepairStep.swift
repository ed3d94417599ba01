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
  package static let all: [RepairStep] = [
    .encoded, .tags, .invisible, .fullWidth, .typographic, .spaces, .formula, .atWord,
    .bracketedAt, .doubledAt, .spacesAroundAt, .mailto, .label, .displayName, .wrapping,
    .wordsBeside, .backslashes, .spacesAtDots, .innerSpaces, .comma, .doubledDots, .endings,
  ]
}
