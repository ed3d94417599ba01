import Contacts
import Dispatcher
import Foundation
import GRDB
import Mail
import TestSupport
import Testing

@testable import Storage

/// After an erasure no octet of the person is left in the databases.
struct ErasureTests {
  let desk: Desk
  let outside: OutsideSuppressions
  private let address = "Suk.Kim@kgpn.example"
  private let name = "Kim Sukjin 김석진"

  init() throws {
    desk = try Desk()
    outside = try OutsideSuppressions(
      stateFolder: desk.folder.path(of: "state"), database: desk.database)
  }

  private var trialPath: String { desk.folder.path(of: "trial.db") }

  private func erase(_ address: String? = nil) throws -> ErasureResult {
    try ErasureStore(database: desk.database, outside: outside).erase(
      desk.key(address ?? self.address), trialPath: trialPath, by: "Naomi", at: desk.clock.now())
  }

  private func entry(_ fingerprint: String, _ recipient: String, _ delivery: Int64?) -> BounceEntry
  {
    BounceEntry(
      at: desk.clock.now(), source: "mail", fingerprint: fingerprint, kind: "bounce",
      recipient: recipient, contact: delivery.map { _ in 1 }, delivery: delivery,
      mailing: "2019-H1", reason: "other",
      diagnosis: "550 <SUK.kim@KGPN.example>: \(name) is away", toldBy: "text", proof: "proof")
  }

  /// A person with everything that the database can know, twice imported, among a hundred others.
  private func populate() throws {
    var people = [try Desk.person(address, name, language: "ko")]
    people += try (1...100).map { try Desk.person("reader\($0)@gpn.example", "Reader \($0)") }
    people[1].notes = "assistant: suk.kim@kgpn.example (mornings)"
    for _ in 0..<2 { try desk.importList("members", people) }
    try AnswerStore(database: desk.database).save(
      [AnswerStore.Answer(line: 2, written: address, question: "address", choice: "keep")],
      list: "members", at: desk.clock.now())
    try desk.execute(
      """
      UPDATE subscription SET evidence = 'letter of \(name)' WHERE contact_id = 1;
      INSERT INTO fact VALUES (1, 'name', 5, 'members');
      INSERT INTO change_set (at, command, why) VALUES (1, 'contacts set', 'asked by \(address)');
      INSERT INTO change (set_id, entity, contact_id, before) VALUES (last_insert_rowid(), 'contact',
        1, json_object('address', 'old.suk@kgpn.example', 'mailbox', 'old.suk@kgpn.example',
        'name', 'Miss Kim'));
      """)
    let approved = try desk.approve()
    let ledger = try desk.ledger(approved.mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m1")
    ledger.record(
      Outcome(
        delivery: delivery.id, step: .refused, at: desk.clock.now(), stage: .afterDot,
        reply: Reply(code: 550, lines: ["no \(address) here"]), note: "about \(name)"))
    try ledger.end()
    try desk.approve("2019-H2")
    _ = try desk.bounces.keep(
      [(entry("f1", address, delivery.id), BounceEffect())], at: desk.clock.now())
    _ = try desk.bounces.keep(
      [(entry("f2", "reader1@gpn.example", nil), BounceEffect())], at: desk.clock.now())
    let trial = try SolsticeDatabase.create(path: trialPath)
    _ = try desk.mailings.planTrial(
      Approval(
        mailing: "2019-H1", kind: "edition", contents: [], contentHash: [1], by: "trial",
        at: desk.clock.now(), note: "", lists: desk.contacts.lists()), in: trial
    ) { _ in "en" }
    try trial.pool.close()
  }

  /// Files that still hold one of the words, in any case.
  private func holders(_ words: [String]) throws -> [String] {
    var found: [String] = []
    for file in ["solstice.db", "solstice.db-wal", "trial.db", "trial.db-wal"] {
      guard let data = FileManager.default.contents(atPath: desk.folder.path(of: file)) else {
        continue
      }
      let text = String(decoding: data, as: UTF8.self).lowercased()
      for word in words where text.contains(word.lowercased()) { found.append("\(file): \(word)") }
    }
    return found
  }

  private var words: [String] { [address, name, "Miss Kim", "old.suk@kgpn.example", "김석진"] }

  @Test func noOctetIsLeft() throws {
    try populate()
    #expect(try Set(holders(words).map { $0.prefix(8) }) == ["solstice", "trial.db"])
    let result = try erase()
    #expect(try holders(words) == [])
    #expect(result.heldBack == [])
    #expect(result.contacts == 1 && result.subscriptions == 1 && result.listRows == 1)
    #expect(result.deliveries == 2 && result.cancelled == 1 && result.attempts == 1)
    #expect(result.reports == 1 && result.answers == 1 && result.trialDeliveries == 1)
    #expect(result.names.contains(name) && result.addresses.contains(address))
    let database = try SolsticeDatabase.open(path: desk.database.path)
    #expect(
      try database.pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try database.pool.read { try Row.fetchOne($0, sql: "PRAGMA foreign_key_check") } == nil)
    try database.pool.close()
  }

  @Test func theOthersStay() throws {
    try populate()
    _ = try erase()
    #expect(try desk.number("SELECT count(*) FROM contact") == 100)
    #expect(try desk.number("SELECT count(*) FROM delivery") == 202)
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE mailbox LIKE 'erased:%'") == 2)
    #expect(
      try desk.texts("SELECT notes FROM contact WHERE id = 2") == ["assistant: (erased) (mornings)"]
    )
    #expect(
      try desk.texts("SELECT why FROM change_set WHERE command = 'contacts set'")
        == ["asked by (erased)"])
    #expect(try desk.texts("SELECT reply FROM delivery WHERE state = 7") == ["erased"])
    #expect(try desk.texts("SELECT message_id FROM delivery WHERE state = 5") == ["m1"])
    #expect(
      try desk.texts("SELECT recipient FROM bounce ORDER BY id").last == "reader1@gpn.example")
  }

  @Test func nobodyBringsThemBack() throws {
    try populate()
    _ = try erase()
    let hash = try SuppressionKey.load(desk.database).hash(of: desk.key(address))
    #expect(outside.read().contains(hash))
    #expect(try desk.number("SELECT count(*) FROM suppression WHERE reason = 'erased'") == 2)
    let again = try desk.importList("members", [try Desk.person(address, name)])
    #expect(again.leftAlone.items.map(\.detail) == [.leftAlone(.suppressed)])
    #expect(again.added.count == 0)
    try desk.approve("2019-H3")
    #expect(try desk.number("SELECT count(*) FROM contact") == 100)
    try desk.database.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    #expect(try holders([address, name]) == [])
  }

  @Test func doingItAgainOrForNobodyIsAllowed() throws {
    try populate()
    _ = try erase()
    let second = try erase()
    #expect(second.contacts + second.deliveries + second.listRows + second.mentions == 0)
    let stranger = try erase("stranger@else.example")
    #expect(stranger.contacts == 0 && stranger.addresses.isEmpty)
    let again = try desk.importList("x", [try Desk.person("Stranger@else.example")])
    #expect(again.leftAlone.count == 1)
    #expect(outside.read().count == 3)
  }

  @Test func aLaterReportIsOnlyCounted() throws {
    try populate()
    _ = try erase()
    let delivery = try desk.number("SELECT id FROM delivery WHERE message_id = 'm1'")
    let sent = try #require(try DeliveryStore(database: desk.database).sent(id: delivery))
    #expect(throws: Never.self) { try EmailAddress(parsing: sent.address) }
    let later = [
      entry("l1", "forwarded@home.example", delivery), entry("l2", "SUK.KIM@kgpn.example", nil),
      entry("l3", "reader2@gpn.example", nil),
    ]
    for entry in later {
      #expect(
        try desk.bounces.keep([(entry, BounceEffect(mark: "bounced"))], at: desk.clock.now()) == 1)
    }
    #expect(try desk.bounces.keep([(later[1], BounceEffect())], at: desk.clock.now()) == 0)
    #expect(
      try desk.texts("SELECT DISTINCT diagnosis FROM bounce WHERE fingerprint LIKE 'l%'") == [""])
    let recipients = try desk.texts(
      "SELECT recipient FROM bounce WHERE fingerprint LIKE 'l%' ORDER BY id")
    #expect(recipients[0].hasPrefix("erased:") && recipients[1].hasPrefix("erased:"))
    #expect(recipients[2] == "reader2@gpn.example")
    try desk.database.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    #expect(try holders([address, name, "forwarded@home"]) == [])
  }

  /// The erasure comes while the letter is on the wire: the outcome counts, the words do not.
  @Test(arguments: [
    Outcome.Step.accepted, .refused, .deferred(until: Date(timeIntervalSince1970: 9e9)),
    .back(until: Date(timeIntervalSince1970: 9e9)),
  ])
  func aLetterOnTheWire(step: Outcome.Step) throws {
    try desk.importList("members", [try Desk.person(address, name)])
    let ledger = try desk.ledger(try desk.approve().mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m")
    _ = try erase()
    ledger.record(
      Outcome(
        delivery: delivery.id, step: step, at: desk.clock.now(), stage: .afterDot,
        reply: Reply(code: 250, lines: ["for \(address)"]), note: name))
    try ledger.end()
    let wanted: DeliveryState =
      switch step {
      case .accepted: .accepted
      case .refused: .refused
      default: .cancelled
      }
    #expect(try desk.state(delivery.id) == wanted)
    #expect(try desk.texts("SELECT reply || note FROM attempt") == [""])
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE run_id IS NOT NULL") == 0)
  }

  @Test func aDeadRunsLetterIsInDoubt() throws {
    try desk.importList("members", [try Desk.person(address, name)])
    let mailing = try desk.approve().mailing
    let ledger = try desk.ledger(mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m")
    _ = try erase()
    let next = try desk.ledger(mailing)
    #expect(next.recovered == 1)
    #expect(try desk.state(delivery.id) == .inDoubt)
    try next.end()
  }

  /// An earlier address and a contact merged into the person go with it; a shared mailbox does not.
  @Test func mergedContactsGoToo() throws {
    try desk.importList(
      "members",
      [
        try Desk.person(address, name), try Desk.person("sukkim@mail.example", "S. Kim"),
        try Desk.person("office@kgpn.example", "Suk at the office"),
        try Desk.person("office@kgpn.example", "Min Lee"),
      ])
    try desk.approve()
    try desk.execute("UPDATE contact SET merged_into = 1 WHERE id IN (2, 3)")
    let result = try erase("sukkim@mail.example")
    #expect(result.contacts == 3)
    #expect(try desk.texts("SELECT name FROM contact") == ["Min Lee"])
    #expect(try desk.number("SELECT count(*) FROM suppression") == 2)
    #expect(
      try desk.texts("SELECT mailbox || name FROM delivery WHERE mailbox NOT LIKE 'erased:%'")
        == ["office@kgpn.example"])
    #expect(try holders([address, name, "sukkim@mail", "Suk at the office"]) == [])
  }

  @Test func withoutTheFileOutsideNothingIsErased() throws {
    try populate()
    _ = FileManager.default.createFile(atPath: desk.folder.path(of: "file"), contents: nil)
    let nowhere = OutsideSuppressions(
      stateFolder: desk.folder.path(of: "file") + "/state", workspace: "x")
    #expect {
      try ErasureStore(database: desk.database, outside: nowhere).erase(
        desk.key(address), trialPath: nil, by: "", at: desk.clock.now())
    } throws: {
      "\($0)".hasSuffix("Nothing was erased.")
    }
    #expect(try desk.number("SELECT count(*) FROM contact") == 101)
    var remarks: [String] = []
    let store = BounceStore(database: desk.database, outside: nowhere)
    let effect = BounceEffect(suppress: "complained", mailbox: try desk.key(address))
    #expect(
      try store.keep([(entry("c", address, nil), effect)], at: desk.clock.now()) {
        remarks.append("\($0)")
      } == 1)
    #expect(remarks.count == 1)
    #expect(try desk.number("SELECT count(*) FROM suppression") == 1)
  }

  @Test func complaintsAreKeptOutside() throws {
    try populate()
    let store = BounceStore(database: desk.database, outside: outside)
    let effect = BounceEffect(suppress: "complained", mailbox: try desk.key(address))
    _ = try store.keep([(entry("c", address, nil), effect)], at: desk.clock.now())
    #expect(outside.read().count == 1)
    let rights = try FileManager.default.attributesOfItem(atPath: outside.path)
    #expect(rights[.posixPermissions] as? Int == 0o600)
    let folder = (outside.path as NSString).deletingLastPathComponent
    let above = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(above[.posixPermissions] as? Int == 0o700)
    // A torn line and noise do no harm.
    let torn = try Data(contentsOf: URL(filePath: outside.path)) + Data("ab\u{0}c".utf8)
    try torn.write(to: URL(filePath: outside.path))
    try outside.append([Data(repeating: 7, count: 32)])
    #expect(outside.read().count == 2)
  }

  @Test func aWrongKeyStopsEverything() throws {
    _ = try desk.planned(2)
    try Meta(database: desk.database).set("suppression-key", Data(repeating: 1, count: 32))
    #expect(throws: StorageError.wrongSuppressionKey(path: desk.database.path)) {
      try desk.ledger(1)
    }
    try desk.execute("DELETE FROM meta WHERE key = 'suppression-key'")
    #expect(throws: StorageError.self) { try desk.approve("2019-H2") }
    #expect(StorageError.wrongSuppressionKey(path: "x").description.contains("nothing was sent"))
  }

  /// A database from before the canary gets one; hashes without their key are told.
  @Test func anOlderKeyGetsItsCanary() throws {
    try Meta(database: desk.database).set("suppression-key", Data(repeating: 1, count: 32))
    let first = try SuppressionKey.load(desk.database).hash(of: desk.key(address))
    #expect(try Meta(database: desk.database).bytes("suppression-canary")?.count == 32)
    #expect(try SuppressionKey.load(desk.database).hash(of: desk.key(address)) == first)
    try desk.execute("DELETE FROM meta; INSERT INTO suppression VALUES (x'01', 'x', 1, '')")
    #expect(throws: StorageError.self) { try SuppressionKey.load(desk.database) }
  }
}
