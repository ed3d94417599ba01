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
    /// Only told, not done.
    package let isRehearsal: Bool
    package let before: MailingSummary?
    package let by: String
    package let note: String
    package let corrects: Approval.Correction?
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Approves what was composed and looked at; fails where it has changed since.
  ///
  /// A rehearsal does all of it and takes it back.
  package func run(
    _ name: String, by: String, lists names: [String], note: String, allow: [String] = [],
    isRehearsal: Bool = false
  ) throws(Problem) -> Outcome {
    let person = by.trimmed()
    guard !person.isEmpty || isRehearsal else {
      throw Problem(.usage, "Say who approves it: solstice approve \(name) --by NAME")
    }
    let codes = try AllowanceDecision.codes(allow)
    let draft = try draft(name, isLookedAt: true)
    let decision = AllowanceDecision(codes: codes, findings: draft.findings)
    guard decision.stopping.isEmpty else {
      throw Problem(.badData, decision.refusal(of: name))
    }
    let lists = try lists(names, for: draft)
    let store = MailingStore(database: office.database)
    let before = try attempt { try store.mailing(named: name) }
    var approval = draft.approval(lists: lists, by: person, note: note, at: office.clock.now())
    approval.allowances = decision.accepted.map(AllowanceDecision.record)
    // A correction's readers have the language that the edition had for them.
    let choice = LanguageChoice(
      draft.correction == nil
        ? draft.languages : office.configuration.publication.languages.map(\.tag))
    let result = try attempt {
      try store.approve(approval, isRehearsal: isRehearsal, language: choice.best)
    }
    let repetition =
      before?.contentHash == draft.hash && result.planned == 0
      && before.map { Set($0.lists) } == Set(lists.map(\.name))
    return Outcome(
      mailing: name, result: result, lists: lists, findings: draft.findings,
      staleLists: staleLists(lists), accepted: decision.accepted, unusedAllowances: decision.unused,
      isRepetition: repetition, isRehearsal: isRehearsal, before: before, by: person, note: note,
      corrects: draft.correction)
  }

  /// A mailing as its files are now; `isLookedAt` insists that it was composed like this.
  ///
  /// `date` is the day that the letter bears, else today.
  func draft(
    _ name: String, isLookedAt: Bool, date: CalendarDay? = nil
  ) throws(Problem) -> MailingDraft {
    if MailingName(name).isCorrection {
      return try CorrectionComposer(office: office).draft(MailingName(name))
    }
    if isLookedAt { return MailingDraft(try recompose(name), name: name) }
    let period = try office.period(name)
    let folder = office.workspace.editions.appending(path: period.description)
    let composed = try EditionComposer(office: office).compose(
      period, date: date, hasPDF: EditionRecord.read(folder)?.hasPDF ?? false)
    return MailingDraft(composed, name: name)
  }

  /// The lists of an approval; a correction goes to those of the mailing that it corrects.
  func lists(_ names: [String], for draft: MailingDraft) throws(Problem) -> [ListSummary] {
    guard let correction = draft.correction else { return try pick(names) }
    let store = MailingStore(database: office.database)
    let all = try attempt { try store.mailing(named: correction.mailing)?.lists ?? [] }
    for name in names where !all.contains(name) {
      throw Problem(
        .badData,
        "\(correction.mailing) was not approved for the list “\(name)”, so nobody there can get a "
          + "correction of it. Its lists: \(all.joined(separator: ", ")).")
    }
    return try pick(names.isEmpty ? all : names)
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
