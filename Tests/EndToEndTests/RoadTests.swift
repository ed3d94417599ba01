import Foundation
import TestSupport
import Testing

/// The half-year's road on the sample, command by command, as a secretariat walks it.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct RoadTests {
  private static let refused = "ligaya.cruz@gpm.example"
  private static let deferred = "office@cgpn.example"
  private static let returned = "contact@alliance-tw.example"

  private static let script = """
    {"rules": [
      {"recipient": "\(refused)", "refuse": "550 5.1.1 <\(refused)>: no such user here"},
      {"recipient": "\(deferred)", "defer": "451 4.7.1 come back later", "times": 1},
      {"recipient": "\(returned)", "report": "5.1.1", "diagnosis": "550 5.1.1 gone", "after": 20}
    ]}
    """

  @Test func walksTheWholeRoad() throws {
    let desk = try Desk(sample: true)
    let combed = try desk.run("contacts", "comb").output
    #expect(combed.contains("Combed lists/members.csv") && combed.contains("lists/council.csv"))
    #expect(desk.names(in: "reports") == ["members-repairs.csv", "members-worksheet.csv"])
    #expect(try contacts(desk).isEmpty, "combing changes no contact")

    for list in ["members", "council"] {
      try desk.run("contacts", "import", "lists/\(list).csv", now: Moment.morning)
    }
    let contacts = try contacts(desk)
    #expect(contacts.count > 50)
    #expect(try desk.run("news", "list", "2019-H1").output.contains("10 items in 2019-H1"))
    try desk.run("compose", "2019-H1", now: Moment.morning)
    let made = desk.names(in: "editions/2019-H1")
    for name in ["newsletter.en.html", "newsletter.ja.txt", "newsletter.th.eml", "index.html"] {
      #expect(made.contains(name))
    }
    #expect(made.contains("checks.json") && made.contains("dates.ics"))

    try desk.run("approve", "2019-H1", "--by", "Ada Example", now: Moment.morning)
    let planned = try desk.deliveries()
    #expect(planned.allSatisfy { $0.state == "planned" && $0.attempts == 0 && $0.reply.isEmpty })
    #expect(Set(planned.map(\.contact)).count == planned.count)

    try sendAndRead(desk, count: planned.count)
  }

  /// From the first send to the report.
  private func sendAndRead(_ desk: Desk, count: Int) throws {
    let inbox = desk.path(of: "mail/inbox")
    let catcher = try CatcherProgram(
      desk, script: Self.script, reports: inbox, now: Moment.morning)
    let sent = try desk.run(
      "send", "2019-H1", "--relay", catcher.url, now: Moment.morning, status: 75)
    #expect(sent.output.contains("\(count - 2) of \(count) letters were accepted"))

    let first = try desk.deliveries()
    #expect(first.first { $0.contact == Self.refused }?.state == "refused")
    #expect(first.first { $0.contact == Self.refused }?.reply.hasPrefix("550 5.1.1") == true)
    #expect(first.first { $0.contact == Self.deferred }?.state == "deferred")
    #expect(first.count { $0.state == "accepted" } == count - 2)
    #expect(first.allSatisfy { $0.attempts == 1 && !$0.updated.isEmpty && !$0.reply.isEmpty })
    for delivery in first where delivery.state == "accepted" {
      #expect(delivery.messageID.hasPrefix("<") && delivery.messageID.hasSuffix("@igpn.example>"))
      #expect(delivery.updated.hasPrefix("2019-06-24T09:0"))
      #expect(delivery.updated.hasSuffix("+08:00"), "RFC 3339, in the workspace's zone")
    }

    #expect(waitUntil { !desk.names(in: "mail/inbox/new").isEmpty }, "the report comes")
    let reading = try desk.run("inbox", "read", now: Moment.later).output
    #expect(reading.contains("1 messages, 1 new lines"))
    #expect(try desk.run("inbox", "read", now: Moment.later).output.contains("0 messages, 0 new"))
    let marked = try desk.deliveries().filter { !$0.report.isEmpty }
    #expect(marked.map(\.contact) == [Self.returned] && marked.map(\.report) == ["bounced"])

    // Too early: the relay's wish to wait is honoured.
    #expect(try desk.run("tick", "--relay", catcher.url, now: Moment.morning).errors == "")
    #expect(try desk.states()["deferred"] == 1)
    let tick = try desk.run("tick", "--relay", catcher.url, now: Moment.later)
    #expect(tick.errors.split(separator: "\n").count == 1 && tick.errors.hasPrefix("tick: 2019-H1"))
    let second = try desk.deliveries().first { $0.contact == Self.deferred }
    #expect(second?.state == "accepted" && second?.attempts == 2)

    let again = try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.later)
    #expect(again.output.hasPrefix("Nothing is left to send: all \(count) letters of 2019-H1"))
    let idle = try desk.run("tick", "--relay", catcher.url, now: Moment.later)
    #expect(idle.errors == "" && idle.output == "", "an idle tick says nothing")
    let letters = try catcher.letters()
    #expect(letters.count == count - 1, "one file for each accepted recipient")
    let accepted = try desk.deliveries().filter { $0.state == "accepted" }
    #expect(Set(letters.map(\.recipient)) == Set(accepted.map(\.contact)))
    #expect(Set(letters.map { $0.header("Message-ID") }) == Set(accepted.map(\.messageID)))
    try catcher.stop()
    try expectRecords(desk, count: count)
  }

  /// The bounce log in both formats, the report in all, and the status.
  private func expectRecords(_ desk: Desk, count: Int) throws {
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    let lines = try desk.run("bounces", "log", "--format", "jsonl").output
      .split(separator: "\n").map {
        try JSONDecoder().decode([String: String?].self, from: Data($0.utf8))
      }
    #expect(log.count == 3 && lines.count == 3)
    for (row, line) in zip(log, lines) {
      #expect(row["contact"] == line["contact"] && row["diagnosis"] == line["diagnosis"])
    }
    let bounce = log.first { $0["contact"] == Self.returned }
    #expect(bounce?["proof"] == "proof" && bounce?["reason"] == "user-unknown")
    #expect(bounce?["mailing"] == "2019-H1" && bounce?["status"] == "5.1.1")
    let refusal = log.first { $0["contact"] == Self.refused }
    #expect(refusal?["source"] == "smtp" && refusal?["permanence"] == "permanent")

    let html = try desk.run("report", "2019-H1", "--format", "html", now: Moment.later).output
    #expect(html.contains("<html") && html.contains(Self.returned) && !html.contains("<script"))
    #expect(desk.names(in: "reports").contains("2019-H1.html"))
    let markdown = try desk.run("report", "2019-H1", "--format", "md", now: Moment.later).output
    #expect(markdown.hasPrefix("# ") && markdown.contains(Self.refused))
    let json = try desk.run("report", "2019-H1", "--format", "json", now: Moment.later)
    let report = try JSONDecoder().decode(ReportFigures.self, from: Data(json.outputBytes))
    #expect(report.edition == "2019-H1" && report.readers.count == count)
    #expect(report.counts["accepted"] == count - 2 && report.counts["returned"] == 1)
    #expect(report.counts["refused"] == 1 && report.counts["waiting"] == 0)

    let status = try desk.run("status", now: Moment.later).output
    #expect(status.contains("\(count - 1) accepted, 1 refused"))
    #expect(status.contains("approved by Ada Example"))
    #expect(status.contains("Work plan") && status.contains("2019-06  Newsletter 2019-H1"))
    let states = try contacts(desk).filter { [Self.refused, Self.returned].contains($0["email"]) }
    #expect(states.count == 2 && states.allSatisfy { $0["state"] == "suspended" })
  }

  private func contacts(_ desk: Desk) throws -> [[String: String]] {
    CSVText.table(try desk.run("contacts", "list", "--format", "csv").output)
  }

  private struct ReportFigures: Decodable {
    struct Reader: Decodable { let address: String }
    let edition: String
    let counts: [String: Int]
    let readers: [Reader]
  }
}
