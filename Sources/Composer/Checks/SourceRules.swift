extension CheckRule {
  /// What was told when the sources were read.
  static let sourceRules: [Self] = [
    Self(
      code: "source-error", title: "A source file has a mistake", level: .error,
      advice: "Mend the line it names; what has a mistake stays out of the letter."
    ) {
      hits($0, .error)
    },
    Self(
      code: "source-warning", title: "A source file has a doubtful place", level: .warning,
      advice: "Look at the line it names; nobody reads what is misspelt there."
    ) {
      hits($0, .warning)
    },
  ]

  private static func hits(_ input: CheckInput, _ level: SourceProblem.Level) -> [Hit] {
    let own = Set(input.items.map(\.file))
    let shown = Set(input.context.edition.allStories.flatMap { $0.variants.values.map(\.file) })
    // What is doubtful in another period's item is told there; dropped HTML has a rule of its own.
    return input.problems.filter { problem in
      problem.level == level && !isDroppedHTML(problem.message)
        && (level == .error || !own.contains(problem.file) || shown.contains(problem.file))
    }.map { problem in
      Hit(
        reason: (problem.key.map { "\($0): " } ?? "") + problem.message,
        place: "\(problem.file):\(problem.line)")
    }
  }
}
