package import Composer
import Foundation
import Mail
import Storage

/// What differs between two revisions of an edition, told once for all languages that share it.
///
/// Pure.
package struct EditionDifference: Sendable {
  /// An item's change, with the languages in which it is the same.
  package struct Entry: Sendable {
    package let change: ItemChange
    package var languages: [String]
  }

  /// A change of what is no item, such as the subject, a header, the look or the lists.
  package struct Remark: Sendable, Hashable {
    package let what: String
    package let before: String
    package let after: String
    package var languages: [String]
  }

  package let before: String
  package let after: String
  package let languages: [String]
  package private(set) var entries: [Entry] = []
  package private(set) var remarks: [Remark] = []
  /// What could not be compared, and why.
  package private(set) var notes: [String] = []

  package var isEmpty: Bool { entries.isEmpty && remarks.isEmpty }

  /// Compares; `languages` is the order to tell them in, the standard one first.
  init(_ old: RevisionText, _ new: RevisionText, languages order: [String]) {
    before = old.label
    after = new.label
    let all = Set((old.contents + new.contents).map(\.language))
    languages = order.filter(all.contains) + all.subtracting(order).sorted()
    let hasItems = !old.items.isEmpty && !new.items.isEmpty
    if !hasItems { notes.append("Items were not kept at that time, so only letters are compared.") }
    for language in languages {
      guard let earlier = old.letter(language), let later = new.letter(language) else {
        let isGone = new.letter(language) == nil
        add(
          Remark(
            what: "language", before: isGone ? language : "", after: isGone ? "" : language,
            languages: [language]))
        continue
      }
      let changes =
        hasItems
        ? ItemChange.between(old.items[language] ?? [], new.items[language] ?? []) : []
      for change in changes { add(change, language) }
      if earlier.message != later.message {
        compare(earlier.message, later.message, language, hasItems: !changes.isEmpty)
      }
      if earlier.subject != later.subject {
        add(
          Remark(
            what: "subject", before: earlier.subject, after: later.subject, languages: [language]))
      }
    }
    if let lists = old.lists, let later = new.lists, lists != later {
      add(
        Remark(
          what: "lists", before: lists.joined(separator: ", "),
          after: later.joined(separator: ", "), languages: []))
    }
    if let readers = old.readers, let later = new.readers, readers != later {
      add(
        Remark(what: "readers", before: "\(readers)", after: "\(later)", languages: []))
    }
  }

  private mutating func compare(
    _ old: PreparedMessage, _ new: PreparedMessage, _ language: String, hasItems: Bool
  ) {
    let before = FixedParts(old)
    let after = FixedParts(new)
    for name in FixedParts.told where before.headers[name] != after.headers[name] {
      add(
        Remark(
          what: name, before: before.headers[name] ?? "", after: after.headers[name] ?? "",
          languages: [language]))
    }
    if before.pictures.count != after.pictures.count || !hasItems, before.pictures != after.pictures
    {
      add(
        Remark(
          what: "pictures", before: "\(before.pictures.count)", after: "\(after.pictures.count)",
          languages: [language]))
    }
    if before.styles != after.styles {
      add(Remark(what: "look", before: "", after: "", languages: [language]))
    } else if !hasItems, before.text != after.text {
      add(Remark(what: "words", before: "", after: "", languages: [language]))
    } else if !hasItems, before.html != after.html {
      add(Remark(what: "look", before: "", after: "", languages: [language]))
    }
  }

  private mutating func add(_ remark: Remark) {
    let same = remarks.firstIndex {
      $0.what == remark.what && $0.before == remark.before && $0.after == remark.after
    }
    if let same, remark.what != "language" {
      remarks[same].languages += remark.languages
    } else {
      remarks.append(remark)
    }
  }

  /// Changes that are the same in several languages are told once.
  private mutating func add(_ change: ItemChange, _ language: String) {
    let same = entries.firstIndex { entry in
      guard entry.change.id == change.id, entry.change.kind == change.kind else { return false }
      guard change.kind == .changed else { return true }
      return entry.change.before?.title == change.before?.title
        && entry.change.after?.title == change.after?.title
        && entry.change.texts == change.texts
    }
    if let same {
      entries[same].languages.append(language)
    } else {
      entries.append(Entry(change: change, languages: [language]))
    }
  }
}
