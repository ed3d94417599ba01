/// What a selector sees of an element.
struct StyledElement: Hashable, Sendable {
  let type: String
  let id: String?
  let classes: [String]
  /// The language that holds here, inherited from above.
  let language: String
  /// `ltr` or `rtl`, inherited as well.
  let direction: String
}
