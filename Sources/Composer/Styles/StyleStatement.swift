/// A piece of a style sheet, as it stands in the file.
indirect enum StyleStatement: Hashable, Sendable {
  /// `p, .a { … }`, and `@font-face { … }`.
  case rule(prelude: String, line: Int, [Declaration])
  /// `@media (…) { … }` with the rules in it.
  case group(prelude: String, line: Int, [StyleStatement])
  /// `@import …;`
  case plain(String, line: Int)
}
