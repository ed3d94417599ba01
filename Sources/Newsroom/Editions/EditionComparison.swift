import Composer
import Mail
import Storage

/// `diff`: what differs between two revisions, or between the newest one and the files now.
package struct EditionComparison: Sendable {
  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package func run(_ name: String, _ first: Int?, _ second: Int?) throws(Problem)
    -> EditionDifference
  {
    let store = MailingStore(database: office.database)
    guard let mailing = try attempt({ try store.mailing(named: name) }) else {
      throw Problem(
        .missingInput,
        "\(name) has not been approved, so there is nothing to compare with. "
          + "Run: solstice approve \(name) --by NAME")
    }
    let records = try attempt { try store.revisions(ofMailing: mailing.id) }
    let old = try revision(first ?? mailing.revision, records, mailing, store)
    let new: RevisionText
    if let second {
      new = try revision(second, records, mailing, store)
    } else {
      // On another day than the letter bears, every letter would differ by that day.
      let day = records.last.flatMap { CalendarDay(parsing: $0.told) }
      new = RevisionText(
        try EditionApproval(office: office).draft(name, isLookedAt: false, date: day))
    }
    return EditionDifference(
      old, new, languages: office.configuration.publication.languages.map(\.tag))
  }

  private func revision(
    _ number: Int, _ records: [RevisionRecord], _ mailing: MailingSummary, _ store: MailingStore
  ) throws(Problem) -> RevisionText {
    guard let record = records.first(where: { $0.number == number }) else {
      throw Problem(
        .badData,
        "\(mailing.name) has no revision \(number); the newest one is \(mailing.revision).")
    }
    return try RevisionText(record, of: mailing, store)
  }
}
