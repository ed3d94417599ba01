import Contacts
package import Foundation
import Mail
package import Storage

/// What `contacts history` tells: one line a change, with its number.
package struct ChangeView: Sendable {
  private let sets: [ChangeSet]
  private let zone: TimeZone

  package init(_ sets: [ChangeSet], zone: TimeZone) {
    self.sets = sets
    self.zone = zone
  }

  package var text: String {
    guard !sets.isEmpty else { return "Nothing has been changed yet." }
    var lines: [String] = []
    for set in sets {
      var parts = [time(set.at), set.command]
      if !set.who.isEmpty { parts.append("by \(VisibleText.of(set.who))") }
      parts.append(Self.counts(set))
      if let undoes = set.undoes { parts.append("undoes \(undoes)") }
      if let by = set.undoneBy { parts.append("undone by \(by)") }
      lines.append("  \(set.id)  " + parts.joined(separator: ", "))
      if !set.why.isEmpty { lines.append("      why: \(VisibleText.of(set.why, width: 90))") }
      for step in set.steps { lines.append("      \(Self.step(step))") }
    }
    return lines.joined(separator: "\n") + "\n\nTo take one back: solstice contacts undo NUMBER"
  }

  package var json: String {
    sets.map { set in
      "{"
        + [
          JSONText.field("number", Int(set.id)),
          JSONText.field("at", set.at.formatted(.iso8601)), JSONText.field("command", set.command),
          JSONText.field("who", set.who), JSONText.field("why", set.why),
          JSONText.field("contacts", set.contacts),
          JSONText.field("subscriptions", set.subscriptions),
          JSONText.field("suppressions", set.suppressions),
          JSONText.field("undoes", set.undoes.map { String($0) }),
          JSONText.field("undone_by", set.undoneBy.map { String($0) }),
        ].joined(separator: ",") + "}"
    }.joined(separator: "\n")
  }

  static func undone(_ number: Int64, _ result: UndoResult) -> String {
    guard let set = result.set else {
      return "Change \(number) could not be taken back: what it changed has been changed since, "
        + "or is gone."
    }
    var text = "Took change \(number) back: \(count(result.restored, "row")) as before."
    if result.changedLater > 0 {
      text += " \(count(result.changedLater, "row")) changed later and left as they are."
    }
    if result.gone > 0 { text += " \(count(result.gone, "row")) of contacts that are gone." }
    if result.stillUsed > 0 {
      text +=
        " \(count(result.stillUsed, "contact")) kept, because letters or other lists know them."
    }
    return text + " This is change \(set); to take that back: solstice contacts undo \(set)"
  }

  private static func counts(_ set: ChangeSet) -> String {
    var parts: [String] = []
    if set.contacts > 0 { parts.append(count(set.contacts, "contact")) }
    if set.subscriptions > 0 { parts.append(count(set.subscriptions, "subscription")) }
    if set.suppressions > 0 { parts.append(count(set.suppressions, "suppression")) }
    return parts.isEmpty ? "facts only" : parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private static func step(_ step: ChangeStep) -> String {
    let before = VisibleText.of(step.before ?? "")
    let after = VisibleText.of(step.after ?? "")
    let change =
      switch (before.isEmpty, after.isEmpty) {
      case (true, _): "→ \(after)"
      case (_, true): "\(before) → nothing"
      default: "\(before) → \(after)"
      }
    switch step.subject {
    case .contact: return "the contact: \(change)"
    case .field(let name): return "\(name): \(change)"
    case .list(let name): return "on \(name): \(change)"
    case .suppression: return "must not be mailed: \(change)"
    }
  }

  private func time(_ date: Date) -> String {
    var style = Date.ISO8601FormatStyle(timeZone: zone)
    style = style.year().month().day().dateSeparator(.dash)
      .time(includingFractionalSeconds: false).timeSeparator(.colon).dateTimeSeparator(.space)
    return date.formatted(style)
  }
}
