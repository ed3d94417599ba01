import Foundation
import TestSupport
import Testing

/// The road through a real Postfix, which writes real reports.
@Suite(
  .enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"),
  .enabled(if: ServerNeed.postfix.shouldRun, "\(ServerNeed.postfix)"))
struct PostfixTests {
  private static let people = ["ann@mailbox.test", "bo@mailbox.test", "cy@mailbox.test"]
  private static let later = "gone@later.test"
  private static let unknown = "nobody@mailbox.test"

  @Test func lettersArriveAndARealReportIsProof() throws {
    let postfix = try PostfixServer.start(PostfixSetup(mailboxes: Self.people + ["@bounce.test"]))
    defer { postfix.stop() }
    let desk = try Desk.small(
      readers: Self.people + [Self.later, Self.unknown], domain: "bounce.test")
    try desk.run("send", "2019-H1", "--relay", postfix.url)

    let sent = try desk.deliveries()
    #expect(try desk.states() == ["accepted": 4, "refused": 1])
    let refused = sent.first { $0.contact == Self.unknown }
    #expect(refused?.state == "refused" && refused?.reply.hasPrefix("550 5.1.1") == true)
    for reader in Self.people {
      #expect(try postfix.waitForMessages(1, in: reader), "\(reader): \(postfix.log)")
      let letters = try postfix.messages(in: reader)
      #expect(letters.count == 1)
      let messageID = sent.first { $0.contact == reader }?.messageID ?? "none"
      #expect(letters.first?.contains("Message-ID: \(messageID)") == true)
      #expect(letters.first?.contains("Return-Path: <b+") == true)
    }

    #expect(try postfix.waitForMessages(1, in: "@bounce.test"), "\(postfix.log)")
    let maildir = postfix.maildir(of: "@bounce.test")
    let reading = try desk.run("inbox", "read", "--maildir", maildir)
    #expect(reading.output.contains("bounces  1"), "\(reading.output)")
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    let report = try #require(log.first { $0["contact"] == Self.later })
    #expect(report["proof"] == "proof" && report["kind"] == "bounce")
    #expect(report["status"] == "5.1.1" && report["permanence"] == "permanent")
    #expect(report["reason"] == "user-unknown" && report["mailing"] == "2019-H1")
    #expect(report["diagnosis"]?.contains("550") == true)
    #expect(log.count == 2, "the refusal and the report: \(log)")

    let marked = try desk.deliveries().filter { !$0.report.isEmpty }
    #expect(marked.map(\.contact) == [Self.later] && marked.map(\.report) == ["bounced"])
    #expect(marked.first?.state == "accepted")
    let contacts = CSVText.table(try desk.run("contacts", "list").output)
    let suspended = contacts.filter { $0["state"] == "suspended" }.compactMap { $0["email"] }
    #expect(Set(suspended) == [Self.later, Self.unknown])
    // Read again, it is known already.
    let again = try desk.run("inbox", "read", "--maildir", maildir)
    #expect(again.output.contains("0 new lines"))
    #expect(desk.names(in: "mail/inbox/new").isEmpty)
  }

  @Test func aReportThatAnybodyCouldForgeIsNoProof() throws {
    let postfix = try PostfixServer.start(PostfixSetup(mailboxes: Self.people + ["@bounce.test"]))
    defer { postfix.stop() }
    let desk = try Desk.small(readers: [Self.later], domain: "bounce.test")
    try desk.run("send", "2019-H1", "--relay", postfix.url)
    #expect(try postfix.waitForMessages(1, in: "@bounce.test"), "\(postfix.log)")
    let real = try #require(postfix.messages(in: "@bounce.test").first)
    // The same report by someone who never saw the letter: without what only its reader knows.
    let start = try #require(real.range(of: "b+"))
    let token = String(real[start.upperBound...].prefix { $0 != "@" })
    let last = token.dropLast(3).last == "a" ? "b" : "a"
    let returned = try #require(real.range(of: "Content-Description: Undelivered Message"))
    let forged = real[..<returned.lowerBound].replacingOccurrences(
      of: token, with: "\(token.dropLast(4))\(last)\(token.suffix(3))")
    #expect(!forged.contains(token) && forged.contains("Status: 5.1.1"))
    try desk.write(forged, to: "mail/inbox/new/1.forged")
    try desk.run("inbox", "read")
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    #expect(log.allSatisfy { $0["proof"] != "proof" }, "\(log)")
    #expect(try desk.deliveries().allSatisfy { $0.report.isEmpty })
    let contacts = CSVText.table(try desk.run("contacts", "list").output)
    #expect(contacts.allSatisfy { $0["state"] == "confirmed" })
  }
}
