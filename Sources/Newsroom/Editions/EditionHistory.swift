import Composer
package import Foundation
import Mail
package import Storage

/// What was composed and approved: for `editions` and `editions show`.
package struct EditionHistory: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package let mailing: MailingSummary?
    package let revisions: [RevisionRecord]
    /// The day that the letter bears, as composed last; nil where the folder is gone.
    package let composed: String?
    package let corrects: Approval.Correction?
    /// What was accepted with each revision, by its number.
    package var allowances: [Int: [Approval.Allowance]] = [:]
  }

  package let entries: [Entry]
  package let zone: TimeZone

  /// Every edition and correction, composed or approved, the newest first.
  package static func all(_ office: Office) throws(Problem) -> Self {
    let store = MailingStore(database: office.database)
    let approved = try attempt { try store.all() }
    var names = approved.map(\.name)
    let folders =
      (try? FileManager.default.contentsOfDirectory(
        atPath: Files.path(office.workspace.editions))) ?? []
    let drafts = folders.filter { name in
      !names.contains(name)
        && EditionRecord.read(office.workspace.editions.appending(path: name)) != nil
    }
    names = drafts.sorted(by: >) + names
    var entries: [Entry] = []
    for name in names { entries.append(try entry(name, office, store)) }
    return Self(entries: entries, zone: office.configuration.zone)
  }

  /// One of them; fails where there is none of this name.
  package static func one(_ name: String, _ office: Office) throws(Problem) -> Self {
    let entry = try entry(name, office, MailingStore(database: office.database))
    guard entry.mailing != nil || entry.composed != nil else {
      throw Problem(
        .missingInput,
        "\(name) was neither composed nor approved. All there are: solstice editions")
    }
    return Self(entries: [entry], zone: office.configuration.zone)
  }

  private static func entry(
    _ name: String, _ office: Office, _ store: MailingStore
  ) throws(Problem) -> Entry {
    let mailing = try attempt { try store.mailing(named: name) }
    let revisions = try attempt {
      try mailing.map { try store.revisions(ofMailing: $0.id) } ?? []
    }
    let folder = office.workspace.directory.appending(path: MailingName(name).folder)
    var entry = Entry(
      name: name, mailing: mailing, revisions: revisions,
      composed: EditionRecord.read(folder)?.date,
      corrects: try attempt { try mailing.flatMap { try store.correction(ofMailing: $0.id) } })
    for revision in revisions {
      entry.allowances[revision.number] = try attempt {
        try store.allowances(ofRevision: revision.id)
      }
    }
    return entry
  }
}
