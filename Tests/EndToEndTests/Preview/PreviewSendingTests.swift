import Foundation
import TestSupport
import Testing

/// `preview --to`: the real letter, to previewers only, outside the ledger.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PreviewSendingTests {
  private static func desk(approved: Bool = false) throws -> Desk {
    let desk = try Desk.small(approved: approved)
    try desk.edit(
      "solstice.yml", "theme: igpn",
      "previewers: [\"Li Wei <li.wei@office.test>\", ada@office.test]\ntheme: igpn")
    return desk
  }

  @Test func sendsTheRealThingWithAMark() throws {
    let desk = try Self.desk(approved: true)
    let before = try desk.snapshot()
    let catcher = try CatcherProgram(desk)
    let told = try desk.run(
      "preview", "2019-H1", "--to", "li.wei@office.test", "--relay", catcher.url
    ).output
    #expect(told.contains("1 of 1 letter accepted") && told.contains("250 2.0.0"))
    #expect(try desk.snapshot() == before, "nothing of it is in the ledger")
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letters = try catcher.letters()
    let preview = try #require(letters.first)
    let real = try #require(letters.last)
    #expect(preview.recipient == "li.wei@office.test")
    #expect(preview.header("To") == "Li Wei <li.wei@office.test>")
    #expect(preview.header("Subject") == "[Preview] " + real.header("Subject"))
    #expect(preview.types == real.types && preview.defects == 0 && preview.bareLineEnds == 0)
    #expect(preview.headers.map { $0[0] } == real.headers.map { $0[0] })
    #expect(preview.header("Message-ID") != real.header("Message-ID"))
    #expect(
      preview.text.replacingOccurrences(of: "li.wei@office.test", with: real.recipient).count > 100)
  }

  @Test func nobodyElseGetsIt() throws {
    let desk = try Self.desk()
    let catcher = try CatcherProgram(desk)
    expectFailure(
      try desk.run(
        "preview", "2019-H1", "--to", "eve@office.test", "--relay", catcher.url, status: nil),
      77, saying: ["eve@office.test", "previewers:", "solstice.yml"])
    try desk.edit("solstice.yml", "previewers: [", "# previewers: [")
    expectFailure(
      try desk.run("preview", "2019-H1", "--to", "all", "--relay", catcher.url, status: nil),
      77, saying: ["previewers:", "solstice.yml"])
    #expect(catcher.files.isEmpty)
  }

  @Test func itsTokensAreVoid() throws {
    let desk = try Self.desk(approved: true)
    let catcher = try CatcherProgram(desk)
    try desk.run(
      "preview", "2019-H1", "--to", "ada@office.test", "--as", "ann@readers.test", "--relay",
      catcher.url)
    let letter = try #require(catcher.letters().first)
    #expect(letter.recipient == "ada@office.test" && letter.text.contains("ann@readers.test"))
    let leave = try #require(
      letter.header("List-Unsubscribe").split(separator: ":").last?.prefix { $0 != "?" })
    let before = try desk.snapshot()
    try desk.write(
      "From: ann@readers.test\nTo: \(leave)\nSubject: unsubscribe\n\nBye.\n",
      to: "mail/inbox/new/1.test")
    try desk.run("inbox", "read")
    #expect(try desk.snapshot() == before)
  }

  @Test(arguments: [
    ("550 5.7.1 Not here", Int32(65), "refused"), ("451 4.7.1 Later", 75, "deferred"),
  ])
  func theRelaysAnswerIsToldAndCounts(_ reply: String, _ code: Int32, _ state: String) throws {
    let desk = try Self.desk()
    let word = code == 65 ? "refuse" : "defer"
    let catcher = try CatcherProgram(
      desk, script: #"{"rules": [{"recipient": "*", "\#(word)": "\#(reply)"}]}"#)
    let result = try desk.run(
      "preview", "2019-H1", "--to", "ada@office.test", "--relay", catcher.url, status: code)
    #expect(result.output.contains(state) && result.output.contains(reply), "\(result.output)")
  }

  @Test func aRelayThatIsNotThereIsTold() throws {
    let desk = try Self.desk()
    let result = try desk.run(
      "preview", "2019-H1", "--to", "all", "--relay", "smtp://127.0.0.1:9", status: 69)
    #expect(result.output.contains("0 of 1 letter accepted"))
    #expect(result.output.contains("Check relay:"))
  }

  @Test func trialRelaysAndAllLanguagesWork() throws {
    let desk = try Self.desk()
    let maildir = desk.folder.path(of: "trial")
    try desk.run(
      "preview", "2019-H1", "--to", "all", "--language", "all", "--relay", "maildir:\(maildir)")
    let names = try FileManager.default.contentsOfDirectory(atPath: maildir + "/new")
    let letters = try CaughtLetter.read(names.map { maildir + "/new/" + $0 })
    #expect(Set(letters.map { $0.header("Message-ID") }).count == 2)
    try desk.run("preview", "2019-H1", "--to", "ada@office.test", "--relay", "catcher:")
    #expect(desk.names(in: "mail/catcher-preview-2019-H1").contains { $0.hasSuffix(".eml") })
  }
}
