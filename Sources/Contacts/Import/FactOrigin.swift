package import FoundationEssentials

/// The day that a fact is of, and where it comes from.
package struct FactOrigin: Hashable, Sendable {
  package var asOf: Date
  /// A list's name, or the command by which a person set it.
  package var source: String
  /// Whether it was stated for this field by itself, so that an empty text is a fact, too.
  package var isStated: Bool

  package init(asOf: Date, source: String, isStated: Bool) {
    self.asOf = asOf
    self.source = source
    self.isStated = isStated
  }
}
