import Foundation
import TestSupport
import Testing

/// An import is a plan first, and then does exactly what it said.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ImportPlanCommandTests {
  private static let first = """
    name,email,language,member
    Ann,ann@readers.test,en,GPN
    Bo,bo@readers.test,ja,GPN
    Cy,cy@readers.test,,
    Eve,eve@readers.test,en,

    """

  private static let second = """
    name,email,language,member
    Ann,ann@readers.test,de,GPN
    Bo,bo@readers.test,ja,GPN
    Cy,cy@readers.test,ko,
    Dee,dee@readers.test,en,
    Ann,ann@readers.test,fr,
    Suk,suk@gmial.com,ko,
    Flo, FLO @ Readers.test ,en,

    """

  private static let counts = [
    "new", "added", "changed", "unchanged", "left_alone", "missing", "conflicts", "contradictions",
    "repaired", "suspect", "unusable", "remarks",
  ]

  @Test func aPlanChangesNothingAndIsThenDoneAsItSaid() throws {
    let desk = try Desk.with(Self.first, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run("contacts", "leave", "cy@readers.test", now: Moment.may)
    try desk.list(Self.second, of: Moment.morning)
    let before = (try desk.dump(), try desk.people(), try desk.files())

    let told = try desk.run("contacts", "import", "lists/readers.csv", "--dry-run").output
    #expect(told.contains("would give") && told.contains("Nothing was changed."))
    #expect(told.contains("Ann: language en → de"), "\(told)")
    #expect(told.contains("line 4 cy@readers.test, left on 2019-05-02"), "\(told)")
    #expect(told.contains("Dee") && told.contains("Eve"), "\(told)")
    let plan = try desk.imported("readers", "--dry-run", now: Moment.morning)
    #expect(try desk.dump() == before.0, "no row of the database differs")
    #expect(try desk.people() == before.1)
    #expect(try desk.files() == before.2, "no file is written, no worksheet")

    #expect(plan["kept"] == "0")
    let expected = [
      "new": "2", "added": "2", "changed": "1", "unchanged": "1", "left_alone": "1",
      "missing": "1", "conflicts": "0", "contradictions": "1", "suspect": "1", "repaired": "1",
    ]
    for (key, value) in expected { #expect(plan[key] == value, "\(key) of \(plan)") }

    let done = try desk.imported(now: Moment.morning)
    #expect(done["kept"] == "1")
    for key in Self.counts { #expect(done[key] == plan[key], "\(key)") }
    #expect(try desk.person("ann@readers.test")?["language"] == "de")
    #expect(try desk.person("FLO@readers.test") != nil)
    #expect(try desk.person("suk@gmial.com") == nil, "who is suspect waits for a person")
    #expect(try desk.person("eve@readers.test")?["lists"]?.contains("confirmed") == true)
    #expect(try desk.person("cy@readers.test")?["lists"]?.contains("left") == true)
  }

  @Test func aSecondImportChangesNothing() throws {
    let desk = try Desk.with(Self.second, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    let before = (try desk.people(), try desk.files())
    // Neither the day nor a copy's date makes the same file say anything new.
    for moment in [Moment.spring, Moment.autumn] {
      try desk.touch("lists/readers.csv", moment)
      let again = try desk.imported(now: Moment.winter)
      #expect(again["changed"] == "0" && again["new"] == "0" && again["added"] == "0", "\(again)")
      #expect(again["unchanged"] == "5")
      #expect(try desk.people() == before.0)
      #expect(try desk.files() == before.1)
    }
    let history = try desk.json("contacts", "history", "--limit", "50")
    #expect(history.count == 1, "what changes nothing is no change: \(history)")
  }

  @Test func strictIsAllOrNothing() throws {
    let desk = try Desk.with(Self.first, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.list(Self.second, of: Moment.morning)
    let before = try desk.dump()
    let result = try desk.run(
      "contacts", "import", "lists/readers.csv", "--strict", now: Moment.morning, status: 65)
    #expect(result.output.contains("it was to be strict"), "\(result.output)")
    #expect(result.output.contains("suspect") && result.output.contains("contradictions"))
    #expect(try desk.dump() == before)
    let good = Self.second.split(separator: "\n").prefix(5).joined(separator: "\n") + "\n"
    try desk.list(good, of: Moment.morning)
    let kept = try desk.imported("readers", "--strict", now: Moment.morning)
    #expect(kept["kept"] == "1" && kept["new"] == "1")
  }

  @Test func rowsThatContradictEachOtherAreToldWithBothLines() throws {
    let desk = try Desk.with(Self.second, of: Moment.spring)
    let told = try desk.run("contacts", "import", "lists/readers.csv", "--all", now: Moment.spring)
      .output
    #expect(told.contains("line 6 Ann: language “fr”; “de” of line 2 stands"), "\(told)")
    #expect(try desk.person("ann@readers.test")?["language"] == "de")
  }

  @Test func whyWhoAndWhichFileAreKept() throws {
    let desk = try Desk.with(Self.first, of: Moment.spring)
    try desk.imported("readers", "--by", "Ada Example", now: Moment.spring)
    try desk.list("name,email\nAnn,ann@readers.test\n", as: "friends", of: Moment.may)
    try desk.imported("friends", "--basis", "consent", "--by", "Bea", now: Moment.morning)
    let text = try desk.run("contacts", "export", "ann@readers.test").output
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let contacts = try #require(document?["contacts"] as? [[String: Any]])
    let all = try #require(contacts.first?["subscriptions"] as? [[String: Any]])
    #expect(contacts.count == 1 && all.count == 2)
    let readers = try #require(all.first { $0["list"] as? String == "readers" })
    let friends = try #require(all.first { $0["list"] as? String == "friends" })
    #expect(readers["basis"] as? String == "membership" && friends["basis"] as? String == "consent")
    let evidence = try #require(readers["evidence"] as? String)
    #expect(evidence.contains("lists/readers.csv of 2019-03-01"), "\(evidence)")
    #expect(evidence.contains("by Ada Example") && evidence.contains("SHA-256 "))
    #expect((friends["evidence"] as? String)?.contains("by Bea") == true)
    let rows = try #require(contacts.first?["listRows"] as? [[String: Any]])
    #expect(
      rows.contains { $0["source"] as? String == "lists/readers.csv" && $0["line"] as? Int == 2 })
  }
}
