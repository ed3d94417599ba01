extension CheckRule {
  /// What was told when the sources were read.
  static let sourceRules: [Self] = [
    Self(code: "source-error", title: "A source file has a mistake", level: .error) {
      hits($0, .error)
    },
    Self(code: "source-warning", title: "A source file has a doubtful place", level: .warning) {
      hits($0, .warning)
    },
  ]

  private static func hits(_ input: CheckInput, _ level: SourceProblem.Level) -> [Hit] {
    input.problems.filter { $0.level == level }.map { problem in
      Hit(
        reason: (problem.key.map { "\($0): " } ?? "") + problem.message,
        place: "\(problem.file):\(problem.line)")
    }
  }
}
