/// What is wrong with the `{{…}}` of a text, with its line in the file.
package struct MergeProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A name that means nothing, or a passage that does not begin or end.
    case unknown
    /// Some readers would see a hole.
    case empty
  }

  package let kind: Kind
  package let line: Int
  package let message: String
}
