extension CheckRule {
  /// What is judged of the places where readers differ.
  static let personalRules: [Self] = [
    Self(
      code: "field-unknown", title: "A {{…}} can\u{2019}t be understood", level: .error,
      advice: "Use name, address, member, roles or language, and end each passage that begins."
    ) {
      hits($0, .unknown)
    },
    Self(
      code: "field-empty", title: "Some readers would see a hole", level: .error,
      advice: "Say what stands there for readers without it, such as {{name|colleague}}."
    ) {
      hits($0, .empty)
    },
  ]

  private static func hits(_ input: CheckInput, _ kind: MergeProblem.Kind) -> [Hit] {
    input.shownItems.flatMap { item in
      item.mergeProblems.filter { $0.kind == kind }.map {
        Hit(reason: $0.message, place: "\(item.file):\($0.line)")
      }
    }
  }
}
