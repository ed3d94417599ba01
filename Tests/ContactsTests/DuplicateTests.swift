import Mail
import TestSupport
import Testing

@testable import Contacts

struct DuplicateTests {
  @Test(arguments: [
    ("Suk Kim", "KIM, Suk"), ("김숙", "김숙 (private)"), ("Prof. Dr. Suk Kim", "Kim Suk"),
    ("森田 恵子", "恵子　森田様"), ("Ｓｕｋ Kim", "suk kim"), ("José Ramírez", "Jose\u{301} Rami\u{301}rez"),
    ("이정민", "이정민님"), ("Somchai Jaidee", "Khun Somchai  Jaidee"),
  ])
  func oneName(left: String, right: String) {
    #expect(PersonName.key(left) == PersonName.key(right))
    #expect(!PersonName.key(left).isEmpty)
  }

  @Test(arguments: [("Suk Kim", "Suki Kim"), ("Ana", "Anna"), ("이정민", "이정미")])
  func twoNames(left: String, right: String) {
    #expect(PersonName.key(left) != PersonName.key(right))
  }

  @Test(arguments: ["", " ", "(private)", "Dr.", "様", String(repeating: "a", count: 400)])
  func noName(text: String) { #expect(PersonName.key(text).isEmpty) }

  @Test(arguments: [
    ("jmlee@kgpn.example", "jm.lee@office.kgpn.example", true),
    ("suk.kim@kgpn.example", "kim.suk@kgpn.example", true),
    ("suk@kgpn.example", "suk@gmail.com", true),
    ("j.lee@kgpn.example", "jeongmin.lee@kgpn.example", true),
    ("jlee@kgpn.example", "jeongmin_lee@kgpn.example", true),
    ("thana@tei.tgpn.example", "thana.p@tgpn.example", true),
    ("suk.kim2@kgpn.example", "suk.kim@kgpn.example", true),
    ("suk+news@kgpn.example", "suk@kgpn.example", true),
    ("suk.kim@kgpn.example", "jm.lee@kgpn.example", false),
    ("info@kgpn.example", "suk@kgpn.example", false),
    ("1234@kgpn.example", "5678@kgpn.example", false),
    ("a@kgpn.example", "a.b@kgpn.example", false),
  ])
  func nearAddresses(left: String, right: String, alike: Bool) throws {
    let (a, b) = (try EmailAddress(parsing: left), try EmailAddress(parsing: right))
    #expect(NearAddress.alike(a, b) == alike)
    #expect(NearAddress.alike(b, a) == alike)
  }

  static func candidate(
    _ id: Int64, _ address: String, facts: Int = 2, asOf: Int64? = nil,
    _ evidence: KeeperEvidence = .none
  ) throws -> KeeperCandidate {
    KeeperCandidate(
      id: id, address: try EmailAddress(parsing: address), facts: facts, asOf: asOf,
      evidence: evidence)
  }

  @Test func keepers() throws {
    let plain = try Self.candidate(1, "suk@kgpn.example")
    let cases: [(KeeperCandidate, Int64, [KeeperChoice.Reason])] = [
      (try Self.candidate(2, "kim@kgpn.example"), 1, [.first]),
      (try Self.candidate(2, "kim@kgpn.example", .proven), 2, [.proof]),
      (try Self.candidate(2, "kim@kgpn.example", facts: 9, .unreachable), 1, [.proof]),
      (try Self.candidate(2, "kim@kgpn.example", facts: 1, asOf: 5), 2, [.newer]),
      (try Self.candidate(2, "kim@kgpn.example", facts: 3), 2, [.fuller]),
      (try Self.candidate(2, "info@kgpn.example"), 1, [.noOffice]),
      (try Self.candidate(2, "suk@gmail.com"), 1, [.ownDomain]),
      (try Self.candidate(2, "info@gmail.com"), 1, [.noOffice, .ownDomain]),
      (try Self.candidate(2, "suk@gmail.com", facts: 3, .proven), 2, [.proof, .fuller]),
    ]
    for (other, id, reasons) in cases {
      let choice = try #require(KeeperChoice(among: [plain, other]))
      #expect(choice.id == id)
      #expect(choice.reasons == reasons)
      // Which comes first decides only where nothing else does.
      if reasons != [.first] { #expect(KeeperChoice(among: [other, plain]) == choice) }
    }
    #expect(KeeperChoice(among: []) == nil)
  }

  @Test func contactsOfTheDatabase() throws {
    var scan = DuplicateScan()
    let people = [
      ("Suk Kim", "suk.kim@gmail.com", "KGPN"), ("Lee", "lee@kgpn.example", "KGPN"),
      ("Kim Suk", "sukkim+news@gmail.com", "kgpn"), ("LEE", "lee@office.kgpn.example", "KGPN"),
      ("Lee", "lee@tgpn.example", "TGPN"), ("Lee", "other@x.example", nil),
      ("", "a@x.example", "K"),
      ("", "b@x.example", "K"), ("Lee", "lee3@kgpn.example", "KGPN"),
    ]
    for (index, (name, address, member)) in people.enumerated() {
      scan.add(
        id: Int64(index + 1), name: name, address: try EmailAddress(parsing: address),
        member: member)
    }
    #expect(
      scan.found == [
        DuplicateGroup(kind: .alias, ids: [1, 3]), DuplicateGroup(kind: .person, ids: [2, 4, 9]),
      ])
  }

  @Test(arguments: 0..<20)
  func tablesAreDictionaries(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var table = CompactTable<UInt32>(filler: 0)
    var model: [UInt64: UInt32] = [:]
    for _ in 0..<2_000 {
      // Few different keys, at both ends of the range, zero among them.
      let small = UInt64.random(in: 0...400, using: &random)
      let key = Bool.random(using: &random) ? small &* .max : small << 40
      let value = UInt32.random(in: 0...9, using: &random)
      #expect(table[key == 1 ? 0 : key] == model[key == 1 ? 0 : key])
      table[key == 1 ? 0 : key] = value
      model[key == 1 ? 0 : key] = value
    }
    #expect(table.count == model.count)
    #expect(model.allSatisfy { table[$0.key] == $0.value })
  }

  @Test func rowsComeBackAsTheyWere() {
    var store = RowStore()
    let names = ["", "Suk", "森田 恵子", String(repeating: "é", count: 160)]
    let rows = (0..<30_000).map { index in
      RowStore.Row(
        line: index * 7, facts: index % 256, name: names[index % 4],
        written: " \(index)@kgpn.example",
        address: index % 2 == 0 ? "x@y.example" : " \(index)@kgpn.example")
    }
    let handles = rows.map { store.add($0) }
    #expect(zip(handles, rows).allSatisfy { handle, row in handle.map { store[$0] } == row })
    let long = RowStore.Row(
      line: 5, facts: 1, name: "", written: String(repeating: "x", count: 400),
      address: "a@b.example")
    #expect(store.add(long).map { store[$0].written } == "")
  }

  @Test func membersByAnyName() {
    let index = MemberIndex([
      Member(
        key: "kgpn", name: "Korea Network", short: "KGPN", country: "Korea",
        site: "http://www.kgpn.example:8/x"),
      Member(key: "tgpn", name: "Thai Network", short: "TGPN", country: "Thailand"),
    ])
    for text in ["KGPN", "kgpn", "Korea", "korea network", "Korea Network (KGPN)", "ＫＧＰＮ"] {
      #expect(index[text]?.key == "kgpn")
    }
    #expect(index[""] == nil)
    #expect(index["Somewhere"] == nil)
    #expect(index.at("office.kgpn.example")?.key == "kgpn")
    #expect(index.at("xkgpn.example") == nil)
  }
}
