import Composer
import Mail
import Storage

/// What `correct` tells.
package struct CorrectView: Sendable {
  private let outcome: CorrectionComposer.Outcome

  package init(_ outcome: CorrectionComposer.Outcome) {
    self.outcome = outcome
  }

  package var text: String {
    let newest = outcome.newest
    guard !outcome.made.isEmpty else {
      return outcome.alike.isEmpty
        ? "Nobody got an earlier revision of \(outcome.mailing) than revision \(newest): there is "
          + "nothing to correct, and nothing was made."
        : "Earlier revisions of \(outcome.mailing) say the same as revision \(newest), item by "
          + "item: there is nothing to tell, and nothing was made."
    }
    var lines: [String] = []
    for made in outcome.made {
      if !lines.isEmpty { lines.append("") }
      let people = made.readers == 1 ? "person" : "people"
      lines.append(
        "Made \(made.name) for \(made.readers) \(people) who know revision \(made.correction.from) "
          + "of \(outcome.mailing): what revision \(newest) says otherwise, in "
          + "\(made.languages.count) \(made.languages.count == 1 ? "language" : "languages").")
      if !made.unchanged.isEmpty {
        let languages = made.unchanged.joined(separator: ", ")
        lines.append("  Nothing differs in \(languages): who reads that gets none.")
      }
      if made.kept > 0 {
        lines.append("  Texts that were there stay as they are: \(made.kept).")
      }
      let errors = made.findings.count { $0.level == .error }
      lines.append(
        "  Checks: \(errors == 0 ? "no" : "\(errors)") errors, "
          + "\(made.findings.count - errors) warnings.")
      let tag = made.languages.first ?? "en"
      lines += [
        "", "  Look at it:   \(made.folder)/note.\(tag).html",
        "  Add words in: \(made.folder)/note.\(tag).md, and run this again",
        "  Then: solstice approve \(made.name) --by NAME, and: solstice send \(made.name)",
      ]
    }
    return lines.joined(separator: "\n")
  }

  package var json: String {
    let made = outcome.made.map { made in
      "{"
        + [
          JSONText.field("mailing", made.name), JSONText.field("from", made.correction.from),
          JSONText.field("to", made.correction.to), JSONText.field("readers", made.readers),
          JSONText.field("folder", made.folder),
          "\"languages\":[\(made.languages.map(JSONText.string).joined(separator: ","))]",
        ].joined(separator: ",") + "}"
    }
    return "{\(JSONText.field("edition", outcome.mailing)),"
      + "\(JSONText.field("revision", outcome.newest)),"
      + "\"corrections\":[\(made.joined(separator: ","))]}"
  }
}
