import Composer
import Foundation
import Mail
import Storage

/// One side of a comparison: what an edition says in every language, and to whom.
struct RevisionText {
  /// "revision 2", or "what would be composed now".
  let label: String
  let contents: [Approval.Content]
  let items: [String: [OutlineItem]]
  /// Nil where it has no readers yet.
  let lists: [String]?
  let readers: Int?

  init(
    label: String, contents: [Approval.Content], items: [Approval.Item], record: RevisionRecord?
  ) {
    self.label = label
    self.contents = contents
    var grouped: [String: [OutlineItem]] = [:]
    for item in items {
      grouped[item.language, default: []].append(
        OutlineItem(
          id: item.id, position: item.position, part: item.part, title: item.title,
          text: item.text))
    }
    self.items = grouped
    lists = record.map { $0.lists.keys.sorted() }
    readers = record?.readers
  }

  init(_ draft: MailingDraft) {
    self.init(
      label: "what would be composed now", contents: draft.letters, items: draft.items, record: nil)
  }

  init(
    _ record: RevisionRecord, of mailing: MailingSummary, _ store: MailingStore
  ) throws(Problem) {
    let contents = try attempt {
      try store.contents(ofMailing: mailing.id, number: record.number).letters
    }
    let items = try attempt { try store.items(ofRevision: record.id) }
    self.init(
      label: "revision \(record.number)", contents: contents, items: items, record: record)
  }

  func letter(_ language: String) -> Approval.Content? {
    contents.first { $0.language == language }
  }
}
