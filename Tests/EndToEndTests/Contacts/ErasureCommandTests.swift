import Foundation
import TestSupport
import Testing

/// Forgetting a person for good, also what has been sent to them and what comes back later.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ErasureCommandTests {
  private static let address = "bodo.mustermann@readers.test"
  private static let name = "Bodo Mustermann"
  private static let list = """
    name,email,language,notes
    Ann,ann@readers.test,en,
    \(name),Bodo.Mustermann@Readers.test,,met \(name) in Ulm
    Cy,cy@readers.test,ja,

    """

  /// Sent to, reported about, changed, merged, decided about: wherever a person can leave a trace.
  private func mailedDesk() throws -> (desk: Desk, late: URL) {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try answer(desk, "German")
    try desk.run(
      "contacts", "set", Self.address, "--role", "council", "--why", "\(Self.name) phoned",
      "--by", "Ada", now: Moment.may)
    try desk.run(
      "contacts", "set", "ann@readers.test", "--notes", "ask \(Self.address) first",
      now: Moment.may)
    try desk.write("# To do\n\nwrite to \(Self.name.uppercased())\n", to: "news/draft.txt")
    try desk.run("compose", "2019-H1", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.may)
    try desk.run("send", "2019-H1", "--relay", "null:", now: Moment.may)
    let script = """
      {"rules": [{"recipient": "\(Self.address)", "report": "5.1.1", "after": 10,
        "diagnosis": "550 5.1.1 <\(Self.address)>: no such user"}]}
      """
    let reports = try desk.folder.makeFolder("later")
    let catcher = try CatcherProgram(desk, script: script, reports: reports, now: Moment.morning)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    let new = URL(filePath: reports + "/new")
    let found: () -> [URL] = {
      (try? FileManager.default.contentsOfDirectory(at: new, includingPropertiesForKeys: nil)) ?? []
    }
    #expect(waitUntil { !found().isEmpty })
    return (desk, try #require(found().first))
  }

  private func answer(_ desk: Desk, _ word: String) throws {
    let file = "reports/readers-worksheet.csv"
    try desk.edit(file, ",,language\r\n", ",\(word),language\r\n")
    try desk.run("contacts", "import", file, now: Moment.spring)
  }

  private func deliver(_ desk: Desk, _ report: URL, as name: String) throws {
    var text = String(decoding: try Data(contentsOf: report), as: UTF8.self)
    text = text.replacing("Message-ID: <", with: "Message-ID: <\(name).")
    try desk.write(text, to: "mail/inbox/new/1561341600.\(name).test")
  }

  /// Every file that the program keeps for itself.
  private func kept(_ desk: Desk) throws -> [(name: String, bytes: Data)] {
    let own = desk.names(in: ".").filter { $0.hasPrefix("solstice.db") || $0.hasPrefix("trial.db") }
    let state = desk.folder.path(of: "home/.local/state")
    let outside = FileManager.default.enumerator(atPath: state)?.allObjects as? [String] ?? []
    let paths = own.map { desk.path(of: $0) } + outside.map { state + "/" + $0 }
    #expect(own.contains("trial.db"))
    return paths.compactMap { path in
      FileManager.default.contents(atPath: path).map { (path, $0) }
    }
  }

  private func expectForgotten(
    _ desk: Desk, location: SourceLocation = #_sourceLocation
  ) throws {
    let kept = try kept(desk)
    #expect(kept.contains { $0.name.hasSuffix("/suppressions") }, "the hash lies outside, too")
    for (name, bytes) in kept {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("mustermann"), "\(name)", sourceLocation: location)
    }
    for command in [
      ["history", "--limit", "50"], ["history", "--json"], ["list"], ["lists"], ["duplicates"],
    ] {
      let output = try desk.run(["contacts"] + command).output.lowercased()
      #expect(!output.contains("mustermann"), "\(command)", sourceLocation: location)
    }
    let log = try desk.run("bounces", "log", "--format", "csv").output.lowercased()
    #expect(!log.contains("mustermann"), "\(log)", sourceLocation: location)
  }

  @Test func noOctetOfThePersonStaysAndNobodyMailsThemAgain() throws {
    let (desk, report) = try mailedDesk()
    try deliver(desk, report, as: "first")
    try desk.run("inbox", "read", now: Moment.later)
    #expect(try desk.run("bounces", "log", "--format", "csv").output.contains(Self.address))
    let traces = try kept(desk).filter {
      String(decoding: $0.bytes, as: UTF8.self).lowercased().contains("mustermann")
    }.map(\.name)
    #expect(
      traces.contains { $0.contains("solstice.db") } && traces.contains { $0.contains("trial.db") })

    let told = try desk.run("contacts", "erase", Self.address, "--by", "Ada", now: Moment.later)
      .output
    #expect(told.hasPrefix("Erased. A keyed hash stays"), "\(told)")
    #expect(told.contains(/lists\/readers\.csv +line 3/), "\(told)")
    #expect(told.contains(/news\/draft\.txt +line 3/), "\(told)")
    try expectForgotten(desk)
    for format in ["html", "md", "json"] {
      let report = try desk.run("report", "2019-H1", "--format", format, now: Moment.later).output
      #expect(!report.lowercased().contains("mustermann"), "\(format)")
    }
    let deliveries = try desk.deliveries()
    #expect(deliveries.count == 3 && deliveries.count { $0.contact.isEmpty } == 1)

    let again = try desk.imported(now: Moment.autumn)
    #expect(again["left_alone"] == "1" && again["new"] == "0", "\(again)")
    let words = try desk.run("contacts", "import", "lists/readers.csv", now: Moment.autumn).output
    #expect(words.contains("must never be mailed"), "\(words)")
    try expectForgotten(desk)
    for command in [
      ["add", Self.address], ["add", Self.address, "--basis", "consent", "--evidence", "mail"],
      ["set", "ann@readers.test", "--address", Self.address],
    ] {
      let refused = try desk.run(["contacts"] + command, now: Moment.autumn, status: nil)
      expectFailure(refused, 65, saying: ["must not be mailed", "since 2019-06-24"])
    }
    try expectForgotten(desk)
  }

  @Test func aLateReportIsCountedWithoutWords() throws {
    let (desk, report) = try mailedDesk()
    try desk.run("contacts", "erase", Self.address, "--by", "Ada", now: Moment.morning)
    try deliver(desk, report, as: "late")
    let reading = try desk.run("inbox", "read", now: Moment.later).output
    #expect(reading.contains("1 messages, 1 new lines"), "\(reading)")
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    #expect(log.count == 1 && log[0]["contact"] == "" && log[0]["diagnosis"] == "", "\(log)")
    #expect(log[0]["mailing"] == "2019-H1")
    try expectForgotten(desk)
    #expect(try desk.deliveries().filter { $0.report == "bounced" }.map(\.contact) == [""])
  }

  @Test func aDecisionAboutAnErasedPersonIsNotKept() throws {
    let (desk, _) = try mailedDesk()
    try desk.run("contacts", "erase", Self.address, "--by", "Ada", now: Moment.morning)
    // A worksheet of before, filled in meanwhile.
    let file = "reports/readers-worksheet.csv"
    try desk.write(
      "line,name,member,address,what we ask,suggestion,what you can write,decision,question\r\n"
        + "3,\(Self.name),,Bodo.Mustermann@Readers.test,,,,French,language\r\n", to: file)
    try desk.run("contacts", "import", file, now: Moment.later)
    try? FileManager.default.removeItem(atPath: desk.path(of: file))
    try expectForgotten(desk)
    let combed = try desk.run("contacts", "comb", "lists/readers.csv", now: Moment.later).output
    #expect(combed.contains("suppressed") && !combed.contains("no language"), "\(combed)")
  }
}
