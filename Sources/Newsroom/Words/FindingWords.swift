import Composer
import Mail

/// How findings of the checks are told, in one place for all commands.
enum FindingWords {
  /// "news/2019/a.md:3: write alt: what the picture shows [alt-missing] (in 7 languages)".
  static func line(_ group: FindingGroup) -> String {
    "\(group.finding.place): \(group.finding.reason) [\(group.finding.code)]\(languages(group))"
  }

  /// In which languages, where more than one has it.
  static func languages(_ group: FindingGroup) -> String {
    group.languages.count > 1 ? " (in \(NumberWords.text(group.languages.count)) languages)" : ""
  }

  static func json(_ group: FindingGroup) -> String {
    let languages = group.languages.map(JSONText.string).joined(separator: ",")
    return "{"
      + [
        JSONText.field("code", group.finding.code),
        JSONText.field("level", group.finding.level.rawValue),
        JSONText.field("place", group.finding.place),
        JSONText.field("reason", group.finding.reason), "\"languages\":[\(languages)]",
      ].joined(separator: ",") + "}"
  }
}
