import Composer
import Foundation
import Mail
import Storage

/// A mailing as it was composed, ready to be approved: an edition or a correction of one.
package struct MailingDraft: Sendable {
  let name: String
  let kind: String
  let letters: [Approval.Content]
  let hash: [UInt8]
  let findings: [Finding]
  var items: [Approval.Item] = []
  /// The day that the letters bear.
  let told: String
  var correction: Approval.Correction?

  /// The languages, the standard one first.
  var languages: [String] { letters.map(\.language) }

  init(_ composed: EditionComposer.Composed, name: String) {
    self.name = name
    kind = "edition"
    letters = composed.letters.map {
      Approval.Content(language: $0.language.tag, subject: $0.subject, message: $0.message)
    }
    hash = composed.contentHash
    findings = composed.findings
    told = composed.date.description
    items = composed.letters.flatMap { letter in
      letter.outline.map {
        Approval.Item(
          language: letter.language.tag, id: $0.id, position: $0.position, part: $0.part,
          title: $0.title, text: $0.text)
      }
    }
  }

  /// A correction, out of its notes.
  init(
    _ notes: [ComposedNote], name: String, told: CalendarDay, correction: Approval.Correction
  ) {
    self.name = name
    kind = "erratum"
    letters = notes.map {
      Approval.Content(language: $0.language.tag, subject: $0.subject, message: $0.message)
    }
    hash = MailingHash.of(notes.map { ($0.language.tag, $0.message) })
    findings = notes.flatMap(\.findings)
    self.told = told.description
    self.correction = correction
  }

  func approval(lists: [ListSummary], by: String, note: String, at: Date) -> Approval {
    var approval = Approval(
      mailing: name, kind: kind, contents: letters, contentHash: hash, by: by, at: at, note: note,
      lists: lists)
    approval.items = items
    approval.told = told
    approval.correction = correction
    return approval
  }
}
