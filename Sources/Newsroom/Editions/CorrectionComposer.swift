package import Composer
import Foundation
import Mail
package import Storage

/// Makes corrections: small letters to those who got an earlier revision of an edition.
///
/// Everybody is told what differs from the revision they know. Where readers know different ones,
/// each group gets a correction of its own, so that nobody reads of words they never saw.
package struct CorrectionComposer: Sendable {
  /// One correction, composed.
  package struct Made: Sendable {
    package let name: String
    package let folder: String
    package let correction: Approval.Correction
    /// How many people know that revision and no later one.
    package let readers: Int
    package let languages: [String]
    /// Languages whose letters say the same in both revisions; their readers get nothing.
    package let unchanged: [String]
    package let findings: [Finding]
    /// Files of text that were there before and were kept as a person left them.
    package let kept: Int
  }

  package struct Outcome: Sendable {
    package let mailing: String
    package let newest: Int
    package let made: [Made]
    /// Earlier revisions whose readers have nothing to be told: no item differs.
    package let alike: [Int]
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Writes the corrections that are due; texts that are there already stay as they are.
  package func run(_ name: String, note: String) throws(Problem) -> Outcome {
    let store = MailingStore(database: office.database)
    guard let mailing = try attempt({ try store.mailing(named: name) }), mailing.kind == "edition"
    else {
      throw Problem(
        .missingInput, "\(name) is no approved edition, so there is nothing to correct.")
    }
    let period = try office.period(name)
    let records = try attempt { try store.revisions(ofMailing: mailing.id) }
    guard let newest = records.last else { throw Problem(.bug, "\(name) has no revision.") }
    let known = try attempt { try store.known(ofMailing: mailing.id) }
    var made: [Made] = []
    var alike: [Int] = []
    for record in records.dropLast() {
      guard let readers = known[record.number], readers > 0 else { continue }
      let correction = Approval.Correction(mailing: name, from: record.number, to: newest.number)
      let changes = try changes(record, newest, mailing, store)
      guard changes.values.contains(where: { !$0.isEmpty }) else {
        alike.append(record.number)
        continue
      }
      let title = try free(correction, taken: made.map(\.name))
      let kept = try write(title, correction, changes, period, note: note, told: record.told)
      let notes = try compose(title)
      try writeLetters(notes.notes, to: notes.folder)
      made.append(
        Made(
          name: title.text, folder: title.folder, correction: correction, readers: readers,
          languages: notes.notes.map(\.language.tag),
          unchanged: changes.keys.filter { !notes.record.languages.contains($0) }.sorted(),
          findings: notes.notes.flatMap(\.findings), kept: kept))
    }
    return Outcome(mailing: name, newest: newest.number, made: made, alike: alike)
  }

  /// A correction as its texts are now, for approval and trial.
  func draft(_ name: MailingName) throws(Problem) -> MailingDraft {
    let composed = try compose(name)
    try writeLetters(composed.notes, to: composed.folder)
    return MailingDraft(
      composed.notes, name: name.text, told: composed.date, correction: composed.record.correction)
  }

  /// The plain name for the oldest revision that readers know, else one that tells the revision.
  private func free(
    _ correction: Approval.Correction, taken: [String]
  ) throws(Problem) -> MailingName {
    let plain = MailingName.correction(of: correction.mailing, to: correction.to, from: nil)
    let record = CorrectionRecord.read(folder(plain))
    let isFree = record.map { $0.from == correction.from } ?? !taken.contains(plain.text)
    return isFree
      ? plain
      : MailingName.correction(of: correction.mailing, to: correction.to, from: correction.from)
  }

  private func folder(_ name: MailingName) -> URL {
    office.workspace.directory.appending(path: name.folder, directoryHint: .isDirectory)
  }

  /// What differs, by language; a language that is new is compared with the standard one.
  private func changes(
    _ old: RevisionRecord, _ new: RevisionRecord, _ mailing: MailingSummary, _ store: MailingStore
  ) throws(Problem) -> [String: [ItemChange]] {
    let before = try RevisionText(old, of: mailing, store)
    let after = try RevisionText(new, of: mailing, store)
    guard !before.items.isEmpty, !after.items.isEmpty else {
      throw Problem(
        .badData,
        "What revision \(old.number) of \(mailing.name) says was not kept when it was approved, so "
          + "no correction can be made of it.")
    }
    let standard = office.configuration.publication.standardLanguage.tag
    var changes: [String: [ItemChange]] = [:]
    for letter in after.contents {
      let earlier = before.items[letter.language] ?? before.items[standard] ?? []
      changes[letter.language] = ItemChange.between(
        earlier, after.items[letter.language] ?? []
      ).filter { $0.kind != .moved }
    }
    return changes
  }

  /// Writes the texts that are missing; gives how many were there.
  private func write(
    _ name: MailingName, _ correction: Approval.Correction, _ changes: [String: [ItemChange]],
    _ period: Period, note: String, told: String
  ) throws(Problem) -> Int {
    let composer = EditionComposer(office: office)
    let theme = try composer.theme()
    let publication = composer.publication()
    let folder = folder(name)
    try Files.makeFolder(folder)
    var kept = 0
    // Who reads a language in which nothing differs has nothing to be told, but for a remark.
    let order = publication.languages.filter { language in
      changes[language.tag].map { !$0.isEmpty || !note.isEmpty } ?? false
    }
    for language in order {
      let file = folder.appending(path: "note.\(language.tag).md")
      guard !FileManager.default.fileExists(atPath: Files.path(file)) else {
        kept += 1
        continue
      }
      guard let phrases = theme.phrases(for: language) else { continue }
      let text = ErratumText(
        phrases: phrases, publication: publication, language: language, period: period,
        told: CalendarDay(parsing: told)
      ).file(changes[language.tag] ?? [], note: note)
      try Files.write(Data(text.utf8), to: file)
    }
    if CorrectionRecord.read(folder) == nil {
      try CorrectionRecord(
        mailing: correction.mailing, from: correction.from, to: correction.to,
        date: office.today().description, languages: order.map(\.tag)
      ).write(to: folder)
    }
    return kept
  }

  private struct Composed {
    let record: CorrectionRecord
    let date: CalendarDay
    let folder: URL
    let notes: [ComposedNote]
  }

  private func compose(_ name: MailingName) throws(Problem) -> Composed {
    let folder = folder(name)
    guard let record = CorrectionRecord.read(folder), let date = CalendarDay(parsing: record.date)
    else {
      throw Problem(
        .missingInput,
        "\(name.text) has not been composed. Run: \(name.composing), and look at it first.")
    }
    let composer = EditionComposer(office: office)
    let theme = try composer.theme()
    let publication = composer.publication()
    let period = try office.period(record.mailing)
    var notes: [ComposedNote] = []
    for tag in record.languages {
      guard let language = Language(tag) else { continue }
      let path = "\(name.folder)/note.\(tag).md"
      let bytes = try Files.read(folder.appending(path: "note.\(tag).md"), what: "The text")
      do {
        let note = try Note(
          bytes: Array(bytes), file: path, period: period, kind: "erratum", language: language)
        notes.append(
          try Composer.composeNote(note, theme: theme, publication: publication, date: date))
      } catch {
        throw Problem(.badData, "\(error)")
      }
    }
    return Composed(record: record, date: date, folder: folder, notes: notes)
  }

  private func writeLetters(_ notes: [ComposedNote], to folder: URL) throws(Problem) {
    for note in notes {
      let tag = note.language.tag
      try Files.write(Data(note.html.utf8), to: folder.appending(path: "note.\(tag).html"))
      try Files.write(Data(note.text.utf8), to: folder.appending(path: "note.\(tag).txt"))
      try Files.write(Data(note.sampleMessage), to: folder.appending(path: "note.\(tag).eml"))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let findings = try attempt { try encoder.encode(["findings": notes.flatMap(\.findings)]) }
    try Files.write(findings + [0x0A], to: folder.appending(path: "checks.json"))
  }
}
