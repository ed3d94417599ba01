import Mail

/// One thing that a letter is checked for.
package struct CheckRule: Sendable {
  struct Hit: Hashable, Sendable {
    let reason: String
    let place: String
  }

  package let code: String
  package let title: String
  package let level: Finding.Level
  /// What to do about it, in one sentence, for the list of all rules.
  package let advice: String
  /// An error that nobody can accept, because what would be sent is broken or against the law.
  package var isFinal = false
  let judge: @Sendable (CheckInput) -> [Hit]

  /// Every rule, in the order in which findings are told.
  package static let all: [Self] =
    sourceRules + itemRules + sectionRules + personalRules + linkRules + letterRules
    + storyRules + dateRules + privacyRules + partRules + supportRules + contrastRules

  /// Whether `--allow` accepts it.
  package var isAllowable: Bool { level == .error && !isFinal }

  static func judge(_ input: CheckInput) -> [Finding] {
    all.flatMap { rule in
      rule.judge(input).map { hit in
        Finding(
          code: rule.code, level: rule.level, title: rule.title, reason: hit.reason,
          place: hit.place, language: input.context.language.tag)
      }
    }
  }
}
