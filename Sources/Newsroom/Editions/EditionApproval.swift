package import Composer
import Foundation
import Mail
import Signing
package import Storage

/// Approves an edition: freezes what readers get and plans one row for each mailbox.
package struct EditionApproval: Sendable {
  /// What an approval did.
  package struct Outcome: Sendable {
    package let mailing: String
    package let result: ApprovalResult
    package let lists: [ListSummary]
    package let findings: [Finding]
    /// Lists whose file is newer than its import.
    package let staleLists: [String]
    /// What `--allow` accepted.
    package let accepted: [Finding]
    /// Codes given with `--allow` that nothing was found for.
    package let unusedAllowances: [String]
    /// The newest approval was of the same content, for the same lists, and nobody is new.
    package let isRepetition: Bool
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Approves what was composed and looked at; fails where it has changed since.
  package func run(
    _ name: String, by: String, lists names: [String], note: String, allow: [String] = []
  ) throws(Problem) -> Outcome {
    let person = by.trimmed()
    guard !person.isEmpty else {
      throw Problem(.usage, "Say who approves it: solstice approve \(name) --by NAME")
    }
    let codes = try AllowanceDecision.codes(allow)
    let composed = try recompose(name)
    let decision = AllowanceDecision(codes: codes, findings: composed.findings)
    guard decision.stopping.isEmpty else {
      throw Problem(.badData, decision.refusal(of: name))
    }
    let lists = try pick(names)
    let store = MailingStore(database: office.database)
    let before = try attempt { try store.mailing(named: name) }
    var approval = Self.approval(
      name, composed, lists: lists, by: person, note: note, at: office.clock.now())
    approval.allowances = decision.accepted.map(AllowanceDecision.record)
    let choice = LanguageChoice(composed.letters.map(\.language.tag))
    let result = try attempt { try store.approve(approval, language: choice.best) }
    let repetition =
      before?.contentHash == composed.contentHash && result.planned == 0
      && before.map { Set($0.lists) } == Set(lists.map(\.name))
    return Outcome(
      mailing: name, result: result, lists: lists, findings: composed.findings,
      staleLists: staleLists(lists), accepted: decision.accepted, unusedAllowances: decision.unused,
      isRepetition: repetition)
  }

  static func approval(
    _ name: String, _ composed: EditionComposer.Composed, lists: [ListSummary], by: String,
    note: String, at: Date
  ) -> Approval {
    Approval(
      mailing: name, kind: "edition",
      contents: composed.letters.map {
        Approval.Content(language: $0.language.tag, subject: $0.subject, message: $0.message)
      }, contentHash: composed.contentHash, by: by, at: at, note: note, lists: lists)
  }

  /// Gives the named lists, or every file's list imported so far; named rules are filled anew.
  func pick(_ names: [String]) throws(Problem) -> [ListSummary] {
    let rules = RuleFiles(office: office)
    if names.contains(where: rules.exists) { try rules.refresh() }
    let known = try attempt { try ContactStore(database: office.database).lists() }
    guard !known.isEmpty else {
      throw Problem(
        .missingInput, "No list has been imported yet. Run: solstice contacts import lists/FILE.csv"
      )
    }
    guard !names.isEmpty else { return known.filter { !$0.isByRule } }
    var picked: [ListSummary] = []
    for name in names {
      guard let list = known.first(where: { $0.name == name }) else {
        let all = known.map(\.name).joined(separator: ", ")
        throw Problem(
          .badData, "There is no list “\(name)”. Imported so far: \(all).")
      }
      if !picked.contains(list) { picked.append(list) }
    }
    return picked
  }

  private func recompose(_ name: String) throws(Problem) -> EditionComposer.Composed {
    let period = try office.period(name)
    let folder = office.workspace.editions.appending(path: period.description)
    guard let record = EditionRecord.read(folder), let date = CalendarDay(parsing: record.date)
    else {
      throw Problem(
        .missingInput,
        "\(name) has not been composed. Run: solstice compose \(name), and look at it first.")
    }
    let composed = try EditionComposer(office: office).compose(
      period, date: date, hasPDF: record.hasPDF ?? false)
    guard ContentHash.hex(composed.contentHash) == record.contentHash else {
      throw Problem(
        .badData,
        "News, theme or settings have changed since \(name) was composed. "
          + "Run: solstice compose \(name), look at it again, and approve that.")
    }
    return composed
  }

  private func staleLists(_ lists: [ListSummary]) -> [String] {
    lists.filter { list in
      let path = list.source
      let file =
        path.hasPrefix("/")
        ? URL(filePath: path) : office.workspace.directory.appending(path: path)
      guard let now = Files.modified(file), let then = list.sourceModified else { return false }
      return now.timeIntervalSince(then) > 0.01
    }.map(\.name)
  }
}
