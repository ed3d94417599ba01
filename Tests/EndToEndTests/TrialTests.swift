import Foundation
import TestSupport
import Testing

/// Trying things out must not burn an edition.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct TrialTests {
  @Test(arguments: ["catcher:", "maildir:", "null:"])
  func aTrialNeedsNoApprovalAndTouchesNothing(_ relay: String) throws {
    let desk = try Desk.small(approved: false)
    let url = relay == "maildir:" ? relay + desk.folder.path(of: "trial") : relay
    let contacts = try desk.run("contacts", "list").output
    let result = try desk.run("send", "2019-H1", "--relay", url, "--json")
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [String: Any])
    #expect(
      Set(summary.keys) == [
        "edition", "planned", "accepted", "refused", "deferred", "inDoubt", "cancelled", "seconds",
      ])
    #expect(summary["edition"] as? String == "2019-H1")
    #expect(summary["planned"] as? Int == 3 && summary["accepted"] as? Int == 3)
    for key in ["refused", "deferred", "inDoubt", "cancelled"] {
      #expect(summary[key] as? Int == 0)
    }
    #expect(summary["seconds"] is Double)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(
      result.output.hasPrefix(#"{"edition":"2019-H1","planned":3,"accepted":3,"refused":0,"#))

    #expect(try desk.deliveries(trial: true).map(\.state) == ["accepted", "accepted", "accepted"])
    let real = try desk.run("deliveries", "2019-H1", "--format", "csv", status: nil)
    expectFailure(real, 66, saying: ["2019-H1", "approve"])
    #expect(desk.names(in: "mail/inbox/new").isEmpty)
    #expect(try desk.run("contacts", "list").output == contacts, "no evidence of reaching anybody")
    let sent = try desk.run("send", "2019-H1", "--relay", "smtp://127.0.0.1:9", status: nil)
    expectFailure(sent, 65, saying: ["not approved"])
  }

  @Test func aTrialOfWhatIsApprovedLeavesItsRowsAlone() throws {
    let desk = try Desk.approvedSample()
    let before = try desk.snapshot()
    try desk.run("send", "2019-H1", "--relay", "catcher:", now: Moment.morning)
    #expect(try desk.snapshot() == before)
    let count = try desk.deliveries().count
    #expect(desk.names(in: "mail/catcher-2019-H1").count { $0.hasSuffix(".eml") } == count)
    // Another trial begins afresh.
    try desk.run("send", "2019-H1", "--relay", "null:", "--to", "council", now: Moment.morning)
    #expect(try desk.deliveries(trial: true).count < count)
    #expect(try desk.snapshot() == before)
  }

  @Test func aMaildirThatCannotBeMadeIsTold() throws {
    let desk = try Desk.small(approved: false)
    let file = try desk.write("in the way\n", to: "wall")
    let result = try desk.run("send", "2019-H1", "--relay", "maildir:\(file)", status: nil)
    expectFailure(result, 73, saying: [file, "folder"])
    #expect(try desk.read("wall") == "in the way\n")
  }

  @Test func goesOnWithATrialWhenAsked() throws {
    let desk = try Desk.small(approved: false)
    let maildir = desk.folder.path(of: "trial")
    let missing = try desk.run("send", "2019-H1", "--relay", "null:", "--resume", status: nil)
    expectFailure(missing, 66, saying: ["trial"])
    try desk.run("send", "2019-H1", "--relay", "null:")
    try desk.run("send", "2019-H1", "--relay", "maildir:\(maildir)", "--resume")
    let letters = (try? FileManager.default.contentsOfDirectory(atPath: maildir + "/new")) ?? []
    #expect(letters.isEmpty, "everyone had their letter in the trial that it goes on with")
  }

  @Test func tokensOfATrialAreVoid() throws {
    let desk = try Desk.small(readers: ["ann@readers.test"])
    let maildir = desk.folder.path(of: "trial")
    try desk.run("send", "2019-H1", "--relay", "maildir:\(maildir)")
    let names = try FileManager.default.contentsOfDirectory(atPath: maildir + "/new")
    let letter = try #require(CaughtLetter.read(names.map { maildir + "/new/" + $0 }).first)
    let token = letter.header("X-Solstice-Delivery")
    let leave = try #require(
      letter.header("List-Unsubscribe").split(separator: ":").last?.prefix { $0 != "?" })
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let real = try #require(catcher.letters().first)
    #expect(!token.isEmpty && token != real.header("X-Solstice-Delivery"))

    let before = try desk.run("contacts", "list").output
    try desk.write(
      Self.report(to: "b+\(token)@office.test", recipient: "ann@readers.test"),
      to: "mail/inbox/new/1.test")
    try desk.write(
      "From: ann@readers.test\nTo: \(leave)\nSubject: unsubscribe\n\nBye.\n",
      to: "mail/inbox/new/2.test")
    let reading = try desk.run("inbox", "read").output
    #expect(!reading.contains("asked to leave"), "\(reading)")
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    #expect(log.count == 1 && log.allSatisfy { $0["proof"] != "proof" }, "\(log)")
    #expect(try desk.deliveries().allSatisfy { $0.report.isEmpty && $0.state == "accepted" })
    #expect(try desk.run("contacts", "list").output == before)
  }

  private static func report(to address: String, recipient: String) -> String {
    """
    Return-Path: <>
    From: MAILER-DAEMON@mx.test
    To: \(address)
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    Sorry.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.test

    Final-Recipient: rfc822; \(recipient)
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 User unknown

    --b--

    """
  }
}
