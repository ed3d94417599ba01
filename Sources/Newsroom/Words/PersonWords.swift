import Contacts
import Foundation
import Mail
import Storage

/// What the commands about one person tell.
enum PersonWords {
  static func added(_ person: ListImport.Person, _ addition: Addition) -> String {
    let who = person.name.isEmpty ? person.address : "\(person.name) <\(person.address)>"
    var text: String
    if addition.lists.isEmpty {
      text = "\(who) was on the list already"
    } else {
      let known = addition.isNew ? "is new, and" : "was known, and"
      text = "\(who) \(known) is on \(addition.lists.joined(separator: ", ")) now"
    }
    if addition.liftedSuppression { text += "; the ban on mailing them is lifted" }
    return text + "." + (addition.changes.isEmpty ? "" : "\n" + changes(addition.changes))
  }

  static func set(_ address: String, _ changes: [FieldChange]) -> String {
    if changes.isEmpty { return "\(address) is like that already; nothing was changed." }
    return
      "Changed \(address):\n\(self.changes(changes))\n\nTo take it back: solstice contacts undo"
  }

  static func left(_ address: String, _ departure: Departure, list: String?) -> String {
    if departure.lists.isEmpty {
      return list.map { "\(address) is not on \($0), or has left it; nothing was changed." }
        ?? "\(address) has left every list already; nothing was changed."
    }
    let letters = departure.letters == 0 ? "" : " " + takenBack(departure.letters)
    return "\(address) has left \(departure.lists.joined(separator: ", ")).\(letters) "
      + "No import brings them back."
  }

  static func takenBack(_ letters: Int) -> String {
    letters == 1
      ? "One letter that had not left yet was taken back."
      : "\(letters) letters that had not left yet were taken back."
  }

  static func merged(_ keeper: String, _ merger: Merger) -> String {
    let count = merger.merged.count
    var text = "\(count == 1 ? "One contact is" : "\(count) contacts are") \(keeper) now."
    if !merger.lists.isEmpty {
      text += " It is on \(merger.lists.joined(separator: ", ")) with it."
    }
    if !merger.changes.isEmpty { text += "\n" + changes(merger.changes) }
    return text + "\n\nTo take it back: solstice contacts undo"
  }

  private static func changes(_ changes: [FieldChange]) -> String {
    var columns = Columns()
    for change in changes {
      let from = change.from.isEmpty ? "nothing" : VisibleText.of(change.from)
      let to = change.to.isEmpty ? "nothing" : VisibleText.of(change.to)
      columns.add(change.field.rawValue, "\(from) → \(to)")
    }
    return columns.text
  }

  /// What went wrong and what to do next.
  static func problem(_ problem: ContactProblem) -> Problem {
    switch problem {
    case .unknownAddress(let address):
      return Problem(
        .badData, "Nobody here has the address \(address). See: solstice contacts list")
    case .severalContacts(let address, let names):
      return Problem(
        .badData,
        "Several people share \(address). Say which: "
          + names.map { "\"\($0) <\(address)>\"" }.joined(separator: " or "))
    case .merged(let address, let keeper):
      return Problem(.badData, "\(address) is \(keeper) by now; name that.")
    case .unreadableAddress(let address):
      return Problem(.badData, "“\(VisibleText.of(address))” is no mail address.")
    case .addressTaken(let address, let name):
      let who = name.isEmpty ? "Another contact" : name
      return Problem(
        .badData, "\(who) has \(address) already. Are they one? See: solstice contacts merge")
    case .unknownList(let list):
      return Problem(.badData, "There is no list “\(list)”. See: solstice contacts lists")
    case .ruleList(let list):
      return Problem(
        .badData,
        "The list \(list) is filled by its rule, lists/\(list).rule; change what the rule asks for."
      )
    case .hasLeft(let list, let since):
      let what = list.map { "the list \($0)" } ?? "every list"
      return Problem(
        .badData,
        "They left \(what) on \(ImportWords.day(since)). Only their own wish brings them back: "
          + "--basis consent --evidence \"asked by mail on 2019-06-24\"")
    case .suppressed(let reason, let since):
      return Problem(
        .badData,
        "This address must not be mailed (\(reason), since \(ImportWords.day(since))). Only their "
          + "own wish lifts that: --basis consent --evidence \"…\" --lift-suppression")
    case .needsEvidence:
      return Problem(
        .usage, "Consent needs evidence: --evidence \"asked by mail on 2019-06-24\"")
    case .unknownChange(let number):
      return Problem(
        .badData, "There is no change \(number). See: solstice contacts history")
    case .alreadyUndone(let number, let by):
      return Problem(.badData, "Change \(number) was undone already, by change \(by).")
    case .needsReason:
      return Problem(
        .usage, "That would bring back somebody who left; say why: --why \"they asked to stay\"")
    case .sameContact(let address):
      return Problem(.usage, "\(address) can't be merged into itself; name two contacts.")
    }
  }
}
