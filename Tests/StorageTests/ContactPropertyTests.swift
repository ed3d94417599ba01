import Contacts
import Foundation
import Mail
import TestSupport
import Testing

@testable import Storage

/// Random months of a secretariat: whatever happens in whatever order, the promises hold.
struct ContactPropertyTests {
  @Test(arguments: 1...40)
  func thePromisesHold(seed: Int) throws {
    var play = try Play(seed: UInt64(seed))
    for _ in 0..<25 { try play.step() }
  }

  /// Some of the play must really happen, or it proves nothing.
  @Test func thePlayHasEverything() throws {
    var seen: Set<String> = []
    for seed in 1...15 {
      var play = try Play(seed: UInt64(seed))
      for _ in 0..<25 { try play.step() }
      seen.formUnion(play.seen)
    }
    #expect(
      seen.isSuperset(of: [
        "added", "changed", "left alone", "missing", "conflict", "contradiction", "left",
        "set", "address set", "merged", "consent", "undone",
      ]), "\(seen.sorted())")
  }
}

/// One random history, checked after each step.
private struct Play {
  let desk: Desk
  var random: SeededGenerator
  var seen: Set<String> = []

  private static let people = ["a", "b", "c", "d", "e"]
  private static let names = ["", "Suk", "Min"]
  private static let lists = ["members", "council"]

  init(seed: UInt64) throws {
    desk = try Desk()
    random = SeededGenerator(seed: seed)
    try desk.take("members", [Desk.person("a@kgpn.example", "Suk")], day: -40)
    try desk.take("council", [Desk.person("b@kgpn.example", "Min")], day: -40)
  }

  mutating func step() throws {
    desk.clock.advance(3600)
    let before = try desk.state()
    let sets = try desk.newestSet()
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: try importFile()
    case 4: try leave()
    case 5, 6: try set()
    case 7: try merge()
    case 8: try add()
    default: try undoAny()
    }
    let newest = try desk.newestSet()
    let after = try desk.state()
    if newest == sets {
      #expect(before == after, "a change without a trace")
    } else {
      try undoAndRedo(newest, before, after)
    }
    try checkMerged()
  }

  private mutating func undoAndRedo(_ set: Int64, _ before: [String], _ after: [String]) throws {
    let result = try desk.changes.undo(set, note: desk.note("contacts undo", why: "test"))
    #expect(result.changedLater == 0 && result.gone == 0 && result.stillUsed == 0)
    #expect(try desk.state() == before, "undone")
    let redone = try desk.changes.undo(
      try #require(result.set), note: desk.note("contacts undo", why: "test"))
    #expect(redone.changedLater == 0 && redone.gone == 0)
    #expect(try desk.state() == after, "redone")
  }

  private mutating func row() throws -> ListImport.Person {
    let letter = Self.people.randomElement(using: &random) ?? "a"
    let spelt = Bool.random(using: &random) ? letter : letter.uppercased()
    var person = try Desk.person(
      "\(spelt)@kgpn.example", Self.names.randomElement(using: &random) ?? "",
      language: [nil, "ko", "en"].randomElement(using: &random) ?? nil)
    person.roles = [[], ["council"], ["gpn", "council"]].randomElement(using: &random) ?? []
    person.notes =
      ["", "Remark: x", "Phone: 1\nRemark: y", "loose"].randomElement(using: &random) ?? ""
    return person
  }

  private mutating func importFile() throws {
    let list = Self.lists.randomElement(using: &random) ?? "members"
    let people = try (0..<Int.random(in: 0..<6, using: &random)).map { _ in try row() }
    let day = Int.random(in: -30..<3, using: &random)
    let gone = Gone.allCases.randomElement(using: &random) ?? .tell
    let preferFile = Int.random(in: 0..<4, using: &random) == 0
    let before = try desk.state()
    let left = try Standings(desk)
    let dry = try desk.take(
      list, people, day: day, gone: gone, preferFile: preferFile, isDry: true)
    #expect(try desk.state() == before, "a dry run changes nothing")
    let plan = try desk.take(list, people, day: day, gone: gone, preferFile: preferFile)
    #expect(plan == dry, "the plan is what then happens")
    #expect(plan.changesAnything == (try desk.state() != before))
    try left.expectNobodyIsBack(in: desk)
    let once = try desk.state()
    let set = try desk.newestSet()
    let again = try desk.take(list, people, day: day, gone: gone, preferFile: preferFile)
    #expect(!again.changesAnything, "\(again)")
    #expect(try desk.state() == once)
    #expect(try desk.newestSet() == set, "no trace of nothing")
    note(plan)
  }

  private mutating func note(_ plan: ImportPlan) {
    if plan.added.count > 0 { seen.insert("added") }
    if plan.changed.count > 0 { seen.insert("changed") }
    if plan.leftAlone.count > 0 { seen.insert("left alone") }
    if plan.missing.count > 0 { seen.insert("missing") }
    if plan.conflicts.count > 0 { seen.insert("conflict") }
    if plan.contradictions.count > 0 { seen.insert("contradiction") }
  }

  private mutating func anybody() throws -> ContactRecord? {
    var all: [ContactRecord] = []
    try desk.contacts.each { all.append($0) }
    return all.randomElement(using: &random)
  }

  private mutating func leave() throws {
    guard let person = try anybody() else { return }
    let list = Bool.random(using: &random) ? nil : Self.lists.randomElement(using: &random)
    let end = try desk.contacts.leave(
      MailboxKey(rawValue: person.mailbox), list: list, evidence: "told us",
      note: desk.note("contacts leave"))
    if !end.lists.isEmpty { seen.insert("left") }
  }

  private mutating func set() throws {
    guard let person = try anybody() else { return }
    let field = ContactField.allCases.randomElement(using: &random) ?? .name
    let said = try row()
    let values: [ContactField: String] = [field: said.values[field]]
    let left = try Standings(desk)
    do {
      let changes = try desk.contacts.set(
        .id(person.id), values, note: desk.note("contacts set"))
      if !changes.isEmpty { seen.insert(field == .address ? "address set" : "set") }
    } catch is ContactProblem {}
    try left.expectNobodyIsBack(in: desk, byMailbox: false)
  }

  private mutating func merge() throws {
    guard let keeper = try anybody(), let other = try anybody(), keeper.id != other.id else {
      return
    }
    _ = try desk.contacts.merge(
      keep: .id(keeper.id), others: [.id(other.id)], note: desk.note("contacts merge"))
    let lost = other.lists.filter { $0.hasSuffix(":confirmed") }
    let now = try desk.contacts.contacts(at: MailboxKey(rawValue: keeper.mailbox))
      .first { $0.id == keeper.id }
    for entry in lost {
      let list = entry.dropLast(":confirmed".count)
      #expect(now?.lists.contains { $0.hasPrefix(list) } == true, "nobody is lost")
    }
    for entry in keeper.lists {
      #expect(entry.hasSuffix(":pending") || now?.lists.contains(entry) == true)
    }
    seen.insert("merged")
  }

  private mutating func add() throws {
    let isConsent = Bool.random(using: &random)
    let left = try Standings(desk)
    do {
      let added = try desk.contacts.add(
        try row(), lists: [Self.lists.randomElement(using: &random) ?? "members"],
        basis: isConsent ? "consent" : "membership", evidence: isConsent ? "a letter" : "",
        note: desk.note("contacts add"))
      if isConsent, !added.lists.isEmpty { seen.insert("consent") }
    } catch is ContactProblem {}
    if !isConsent { try left.expectNobodyIsBack(in: desk) }
  }

  /// Undoes some earlier set: what later ones touched stays, and nothing breaks.
  private mutating func undoAny() throws {
    let sets = try desk.changes.sets().filter { $0.undoneBy == nil }
    guard let set = sets.randomElement(using: &random) else { return }
    _ = try desk.changes.undo(set.id, note: desk.note("contacts undo", why: "wrong"))
    seen.insert("undone")
  }

  /// Who was merged is on no list, and no letter is planned for them.
  private func checkMerged() throws {
    #expect(
      try desk.number(
        """
        SELECT count(*) FROM subscription s JOIN contact c ON c.id = s.contact_id
        WHERE c.merged_into IS NOT NULL
        """) == 0)
    #expect(
      try desk.number(
        """
        SELECT count(*) FROM contact c JOIN contact k ON k.id = c.merged_into
        WHERE k.merged_into IS NOT NULL
        """) == 0, "no chains")
    #expect(try desk.texts("SELECT * FROM pragma_foreign_key_check").isEmpty)
  }
}

/// Who has left what, by mailbox and by contact.
private struct Standings {
  private let left: Set<String>
  private let leftMailboxes: Set<String>

  private static let contacts = """
    SELECT contact_id || ' ' || list_id FROM subscription WHERE state = 'left'
    """
  private static let mailboxes = """
    SELECT c.mailbox || ' ' || l.id FROM contact c JOIN list l
    WHERE (EXISTS (SELECT 1 FROM subscription s JOIN contact d ON d.id = s.contact_id
        WHERE d.mailbox = c.mailbox AND s.list_id = l.id AND s.state = 'left')
      OR (SELECT min(s.state = 'left') FROM subscription s JOIN contact d ON d.id = s.contact_id
        WHERE d.mailbox = c.mailbox) = 1)
      AND NOT EXISTS (SELECT 1 FROM subscription s JOIN contact d ON d.id = s.contact_id
        WHERE d.mailbox = c.mailbox AND s.list_id = l.id AND s.state = 'confirmed')
    """

  init(_ desk: Desk) throws {
    left = Set(try desk.texts(Self.contacts))
    leftMailboxes = Set(try desk.texts(Self.mailboxes))
  }

  func expectNobodyIsBack(in desk: Desk, byMailbox: Bool = true) throws {
    let still = Set(try desk.texts(Self.contacts))
    #expect(left.isSubset(of: still), "somebody is back: \(left.subtracting(still))")
    guard byMailbox else { return }
    let confirmed = Set(
      try desk.texts(
        """
        SELECT c.mailbox || ' ' || s.list_id FROM subscription s
        JOIN contact c ON c.id = s.contact_id WHERE s.state = 'confirmed'
        """))
    #expect(leftMailboxes.isDisjoint(with: confirmed), "a mailbox is back")
  }
}
