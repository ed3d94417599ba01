import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

struct PersonExportTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func export(_ address: String) throws -> String {
    let export = try PersonExportStore(database: desk.database).export(
      desk.key(address), at: desk.clock.now())
    return String(decoding: try export.json(), as: UTF8.self)
  }

  @Test func allOfThePersonAndNothingOfAnother() throws {
    var suk = try Desk.person("Suk@kgpn.example", "Suk Kim", language: "ko")
    suk.member = "KGPN"
    suk.roles = ["council"]
    suk.notes = "prefers letters"
    try desk.importList("members", [suk, try Desk.person("min@kgpn.example", "Min Lee")])
    try AnswerStore(database: desk.database).save(
      [
        AnswerStore.Answer(
          line: 2, written: "Suk@kgpn.example", question: "address", choice: "keep")
      ],
      list: "members", at: desk.clock.now())
    let ledger = try desk.ledger(try desk.approve().mailing)
    for delivery in try ledger.claim(limit: 2) {
      _ = try ledger.putOnTheWire(delivery, messageID: "m-\(delivery.mailbox)")
      ledger.record(desk.outcome(delivery, .accepted))
    }
    try ledger.end()
    let id = try desk.number("SELECT id FROM delivery WHERE contact_id = 1")
    func entry(_ fingerprint: String, _ recipient: String, _ words: String) -> BounceEntry {
      BounceEntry(
        at: desk.clock.now(), source: "mail", fingerprint: fingerprint, kind: "bounce",
        recipient: recipient, delivery: id, mailing: "2019-H1", reason: "other", diagnosis: words,
        toldBy: "text", proof: "proof")
    }
    _ = try desk.bounces.keep(
      [
        (entry("f", "suk@kgpn.example", "mailbox is full"), BounceEffect()),
        (entry("g", "home@else.example", "home is gone"), BounceEffect()),
      ], at: desk.clock.now())
    try desk.contacts.suppress(
      desk.key("suk@kgpn.example"), reason: "complained", evidence: "a letter",
      at: desk.clock.now())
    let json = try export("SUK@kgpn.example")
    for word in [
      "Suk@kgpn.example", "Suk Kim", "\"ko\"", "KGPN", "council", "prefers letters", "membership",
      "lists/members.csv", "\"line\" : 2", "\"choice\" : \"keep\"", "2019-H1", "2.0.0 told",
      "accepted", "mailbox is full", "complained", "a letter", "2019-06-24T00:00:00Z",
      "\"format\" : \"solstice person 1\"", "contacts import",
    ] { #expect(json.contains(word), "\(word)") }
    for word in ["min@", "Min Lee", "home@else", "home is gone"] {
      #expect(!json.contains(word), "\(word)")
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    let read = try decoder.decode(PersonExport.self, from: Data(json.utf8))
    #expect(read.contacts.count == 1 && read.deliveries.count == 1)
    #expect(read.deliveries.first?.reports.count == 2)
    #expect(read.deliveries.first?.attempts.count == 1)
  }

  @Test func aStrangerHasAnEmptyDocument() throws {
    _ = try desk.planned(2)
    let json = try export("stranger@else.example")
    #expect(!json.contains("reader"))
    #expect(json.contains("\"contacts\" : ["))
  }
}
