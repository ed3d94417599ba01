import Composer
import Contacts
import Mail
import Storage

/// Everything that a preview page shows, and the sentences it says.
struct Preview: Sendable {
  let source: PreviewSource
  let reader: PreviewReader
  let letters: [PreviewLetter]
  /// Today and the day of the approval, as reports write days.
  let day: String
  let approvedOn: String?

  var findings: [FindingGroup] {
    let shown = Set(letters.map(\.language))
    return FindingGroup.of(
      (source.composed?.findings ?? []).filter { shown.contains($0.language) })
  }

  var errors: [FindingGroup] { findings.filter { $0.finding.level == .error } }
  var warnings: [FindingGroup] { findings.filter { $0.finding.level == .warning } }

  /// The result as a sentence: what it is, in how many languages, what the checks say.
  var sentence: String {
    if let prospect = reader.prospect {
      let who = VisibleText.of(reader.name.isEmpty ? reader.address.description : reader.name)
      return prospect.gets
        ? "What \(who) gets: the \(what), in \(LanguageLabel.english(letters[0].language))."
        : "\(who) would not get the \(what)."
    }
    let count = letters.count
    let languages =
      count == 1
      ? "in \(LanguageLabel.english(letters[0].language))"
      : "in \(NumberWords.text(count)) languages"
    return "\(what.prefix(1).uppercased() + what.dropFirst()), \(languages): \(checks)."
  }

  var checks: String {
    guard source.composed != nil else { return "as it was approved" }
    func count(_ number: Int, _ word: String) -> String {
      "\(number == 0 ? "no" : NumberWords.text(number)) \(word)\(number == 1 ? "" : "s")"
    }
    return "\(count(errors.count, "error")), \(count(warnings.count, "warning"))"
  }

  /// "half-year letter of 24 June 2019".
  private var what: String {
    guard let composed = source.composed else { return "letter \(source.name)" }
    let kind =
      switch composed.period.span {
      case .half: "half-year letter"
      case .quarter: "quarterly letter"
      case .month: "monthly letter"
      case .named: "letter \(composed.period)"
      }
    return "\(kind) of \(ReportDates.day(composed.date))"
  }

  /// How it stands to what was approved, and what follows from that.
  var standing: String {
    let by = source.mailing.map {
      "\($0.approvedBy) approved revision \($0.revision) on \(approvedOn ?? "")"
    }
    switch source.standing {
    case .draft: return "A draft: nobody has approved it yet, and nothing was sent."
    case .approved: return "\(by ?? ""); what is shown here is exactly that."
    case .changed:
      return "\(by ?? ""), and the news, the theme or the settings have changed since: this is the "
        + "draft. What is sent is still what was approved, until this is approved."
    case .kept:
      let first = source.remark?.split(separator: "\n").first.map(String.init)
      let why = first.map { " It can't be composed anew: \($0)" } ?? ""
      return "\(by ?? ""); what is shown here is exactly that.\(why)"
    }
  }
}
