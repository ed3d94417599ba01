import Catcher
import Testing

/// The delivery status notifications that a catcher sends.
struct ReportTests {
  private static let script = """
    {"rules": [
      {"recipient": "gone@reader.test", "report": "5.1.1", "after": 50,
       "diagnosis": "550 5.1.1 <gone@reader.test>: Recipient address rejected: User unknown"},
      {"recipient": "slow@reader.test", "report": "4.2.2", "after": 60000},
      {"recipient": "grün@reader.test", "report": "5.2.1", "diagnosis": "550 5.2.1 Für immer zu"}]}
    """

  private func withReports(_ test: (Catcher, TestFolder) async throws -> Void) async throws
    -> [String]
  {
    let folder = try TestFolder()
    defer { folder.remove() }
    var options = CatcherOptions(
      directory: folder.path + "/caught",
      script: try CatcherScript(json: Array(Self.script.utf8)),
      reportsMaildir: folder.path + "/Maildir")
    options.now = { 1_795_519_322_250 }
    let catcher = try await Catcher.start(options)
    try await test(catcher, folder)
    try await catcher.stop()
    #expect(try folder.files("Maildir") == ["cur", "new", "tmp"])
    #expect(try folder.files("Maildir/tmp").isEmpty)
    return try folder.files("Maildir/new").map { try folder.text("Maildir/new/\($0)") }
  }

  @Test func aFailure() async throws {
    var name = ""
    let reports = try await withReports { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      let text = "Message-ID: <7@list.test>\r\nSubject: News\r\n\r\nBody\r\n"
      try client.hand(text, to: "gone@reader.test", "ok@reader.test")
      try client.play("S: 250 2.0.0 Ok*")
      name = catcher.transactions()[0].name
      #expect(try await eventually { try folder.files("Maildir/new").count == 1 })
      #expect(catcher.figures().reports == 1)
    }
    let mark = "=_\(name).1795519322300.0"
    #expect(
      reports == [
        """
        Return-Path: <>
        Delivered-To: news@list.test
        Date: Tue, 24 Nov 2026 11:22:02 +0000
        From: MAILER-DAEMON@catcher.test (Mail Delivery System)
        To: news@list.test
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <\(name).1795519322300@catcher.test>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="\(mark)"

        This is a MIME-encapsulated message.

        --\(mark)
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii
        Content-Transfer-Encoding: 7bit

        This is the mail system at host catcher.test.

        I'm sorry to have to inform you that your message could not be delivered.

        <gone@reader.test>:
            550 5.1.1 <gone@reader.test>: Recipient address rejected: User
            unknown

        --\(mark)
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; catcher.test
        Arrival-Date: Tue, 24 Nov 2026 11:22:02 +0000

        Final-Recipient: rfc822; gone@reader.test
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp;
         550 5.1.1 <gone@reader.test>: Recipient address rejected: User unknown

        --\(mark)
        Content-Description: Headers of the message
        Content-Type: text/rfc822-headers

        Message-ID: <7@list.test>
        Subject: News

        --\(mark)--

        """
      ])
  }

  @Test func thoseThatWaitAreWrittenAtTheEnd() async throws {
    let reports = try await withReports { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(to: "slow@reader.test")
      try client.play("S: 250 2.0.0 Ok*")
      #expect(try folder.files("Maildir/new").isEmpty)
    }
    #expect(reports.count == 1)
    #expect(reports[0].contains("Action: delayed\nStatus: 4.2.2\n"))
    #expect(reports[0].contains("Diagnostic-Code: smtp;\n 450 4.2.2 Noted\n"))
  }

  @Test func anInternationalOne() async throws {
    let reports = try await withReports { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play(
        """
        C: MAIL FROM:<a@list.test> SMTPUTF8
        S: 250 *
        C: RCPT TO:<grün@reader.test>
        S: 250 *
        C: DATA
        S: 354 *
        C: Subject: x
        C: .
        S: 250 *
        """)
    }
    #expect(reports.count == 1)
    #expect(reports[0].contains("Content-Type: message/global-delivery-status\n"))
    #expect(reports[0].contains("Content-Type: message/global-headers\n"))
    #expect(reports[0].contains("Final-Recipient: utf-8; grün@reader.test\n"))
    #expect(reports[0].contains("\n 550 5.2.1 Für immer zu\n"))
  }

  @Test func noneToNobody() async throws {
    let reports = try await withReports { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<gone@reader.test>\nS: 250 *")
      try client.play("C: DATA\nS: 354 *\nC: x: y\nC: .\nS: 250 *")
    }
    #expect(reports.isEmpty)
  }
}
