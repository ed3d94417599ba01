import Contacts
import Foundation
import Mail
import Testing

@testable import Storage

struct ContactImportTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func snapshot() throws -> [String] {
    try desk.texts(
      """
      SELECT quote(id) || quote(address) || quote(mailbox) || quote(name) || quote(language)
        || quote(updated) FROM contact
      UNION ALL SELECT quote(list_id) || quote(contact_id) || state || since FROM subscription
      UNION ALL SELECT list_id || line || position || written || quote(contact_id) FROM list_row
      """)
  }

  @Test func theSameFileTwiceChangesNothing() throws {
    let people = [
      try Desk.person("suk@kgpn.example", "Suk Kim", language: "ko"),
      try Desk.person("thana@tgpn.example", "", language: nil),
      try Desk.person("office@kgpn.example", "Office"),
    ]
    #expect(try desk.importList("members", people).newContacts == 3)
    let before = try snapshot()
    desk.clock.advance(86_400)
    let again = try desk.importList("members", people)
    #expect(!again.changesAnything)
    #expect(again.unchanged == 3)
    #expect(again.missing.count == 0)
    #expect(try snapshot() == before)
  }

  /// One person on two lines that disagree: the first line counts, every time.
  @Test func linesThatDisagreeDoNotTakeTurns() throws {
    let people = [
      try Desk.person("suk@kgpn.example", "Suk Kim", language: "ko"),
      try Desk.person("Suk@kgpn.example", "Suk Kim", language: "en"),
    ]
    let first = try desk.importList("members", people)
    #expect(first.newContacts == 1)
    let before = try snapshot()
    desk.clock.advance(60)
    let again = try desk.importList("members", people)
    #expect(again.changed.count == 0)
    #expect(again.unchanged == 1)
    #expect(try snapshot() == before)
    let kept = try #require(try desk.contacts.contacts(at: desk.key("suk@kgpn.example")).first)
    #expect(kept.language == "ko")
    #expect(kept.address == "suk@kgpn.example")
  }

  @Test func aSecondLineFillsGaps() throws {
    try desk.importList(
      "members",
      [
        try Desk.person("suk@kgpn.example"),
        try Desk.person("suk@kgpn.example", "Suk Kim", language: "ko"),
      ])
    let all = try desk.contacts.contacts(at: desk.key("suk@kgpn.example"))
    #expect(all.map(\.name) == ["Suk Kim"])
    #expect(all.map(\.language) == ["ko"])
  }

  @Test func aChangedFileUpdates() throws {
    try desk.importList("members", [try Desk.person("suk@kgpn.example", "Suk", language: "ko")])
    let result = try desk.importList(
      "members", [try Desk.person("suk@kgpn.example", "Suk", language: "en")])
    #expect(result.changed.count == 1 && result.newContacts == 0)
    #expect(try desk.contacts.contacts(at: desk.key("suk@kgpn.example")).first?.language == "en")
  }

  @Test func theMissingAreNamedAndStay() throws {
    try desk.importList(
      "members", [try Desk.person("a@kgpn.example"), try Desk.person("b@kgpn.example")])
    let result = try desk.importList("members", [try Desk.person("a@kgpn.example")])
    #expect(result.missing.items.map(\.address) == ["b@kgpn.example"])
    let missing = try desk.contacts.contacts(at: desk.key("b@kgpn.example"))
    #expect(missing.first?.lists == ["members:confirmed"])
  }

  @Test func whoLeftStaysOff() throws {
    let people = [try Desk.person("a@kgpn.example"), try Desk.person("b@kgpn.example")]
    try desk.importList("members", people)
    let ended = try desk.contacts.leave(
      desk.key("A@kgpn.example"), list: nil, evidence: "told us", at: desk.clock.now())
    #expect(ended == 1)
    let result = try desk.importList("members", people)
    #expect(result.leftAlone.items.map(\.address) == ["a@kgpn.example"])
    #expect(result.missing.count == 0)
    let contact = try #require(try desk.contacts.contacts(at: desk.key("a@kgpn.example")).first)
    #expect(contact.hasLeft && !contact.isSubscribed)
    #expect(
      try desk.contacts.leave(
        desk.key("a@kgpn.example"), list: nil, evidence: "again", at: desk.clock.now()) == 0)
  }

  @Test func theSuppressedAreSkipped() throws {
    let key = try desk.key("a@kgpn.example")
    try desk.contacts.suppress(key, reason: "erased", evidence: "letter", at: desk.clock.now())
    let result = try desk.importList("members", [try Desk.person("A@KGPN.example", "A")])
    #expect(result.leftAlone.items.map(\.detail) == [.leftAlone(.suppressed)])
    #expect(try desk.contacts.contacts(at: key).isEmpty)
    #expect(try desk.number("SELECT count(*) FROM suppression WHERE hash LIKE '%kgpn%'") == 0)
    // Of an erased person not even the row is kept.
    #expect(try desk.contacts.unmailable().isEmpty)
  }

  @Test func oneMailboxWithTwoNamesGetsOneLetter() throws {
    try desk.importList(
      "members",
      [
        try Desk.person("office@kgpn.example", "Suk"),
        try Desk.person("Office@kgpn.example", "Min"),
      ])
    #expect(
      try desk.contacts.contacts(at: desk.key("office@kgpn.example")).map(\.name) == ["Suk", "Min"])
    let result = try desk.approve()
    #expect(result.planned == 1)
    #expect(result.sharedMailboxes == 1)
    #expect(result.rows == 1)
  }

  @Test func entriesThatCannotBeMailedAreKept() throws {
    let entry = ListImport.Entry(
      line: 2, position: 0, written: "suk@gmial.com", verdict: "suspect", code: "provider-typo",
      reason: "looks like gmail.com", suggestion: "suk@gmail.com", repairs: [], name: "Suk",
      member: "KGPN", person: nil)
    let header = ListImport.Header(
      list: "members", source: "lists/members.csv", sha256: "", modified: nil,
      basis: "membership", at: desk.clock.now())
    for _ in 0..<2 { _ = try desk.contacts.importList(header) { try $0(entry) } }
    let kept = try desk.contacts.unmailable()
    #expect(kept.map(\.written) == ["suk@gmial.com"])
    #expect(kept.first?.suggestion == "suk@gmail.com")
  }

  @Test func decisionsAreKept() throws {
    let store = AnswerStore(database: desk.database)
    let answer = { (question: String, choice: String) in
      AnswerStore.Answer(line: 3, written: "x", question: question, choice: choice)
    }
    try store.save([answer("address", "remove")], list: "members", at: desk.clock.now())
    try store.save(
      [answer("address", "keep"), answer("language", "ko")], list: "members",
      at: desk.clock.now())
    #expect(
      try Set(store.answers(list: "members")) == [
        answer("address", "keep"), answer("language", "ko"),
      ])
    #expect(try store.answers(list: "others").isEmpty)
  }

  @Test func hostileTextIsOnlyText() throws {
    let name = "'); DROP TABLE contact; --"
    try desk.importList(name, [try Desk.person("a@kgpn.example", name)])
    #expect(try desk.contacts.lists().map(\.name) == [name])
    #expect(try desk.contacts.contacts(at: desk.key("a@kgpn.example")).first?.name == name)
  }
}
