import Bounces
import Mail
import Testing

/// When a report proves something, and when it only hints.
@Suite struct CorrelationTests {
  static let token = "abcdefghijklmnopqrstuvwxyz23456"
  static let day: Int64 = 86_400
  static let sent: Int64 = 1_561_334_400

  private func lookUps(recipient: String = "hanako@office.example") throws -> DeliveryLookUps {
    let address = try EmailAddress(parsing: recipient)
    return DeliveryLookUps(
      deliveryOfToken: { $0 == Self.token ? 7 : $0 == "77777777777777777777777777777aa" ? 8 : nil },
      deliveryOfMessageID: { $0 == "k3@igpn.example" ? 7 : nil },
      delivery: { KnownDelivery(id: $0, recipient: address, sent: Self.sent) },
      lastDelivery: { $0 == address.mailboxKey ? 7 : nil })
  }

  private func bounce(
    to: String = "b+\(token)@igpn.example", about: String = "hanako@office.example",
    identifier: String = "other@igpn.example", date: String = "Mon, 24 Jun 2019 10:00:00 +0900",
    extra: String = ""
  ) -> Report {
    Report.read(
      Array(
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net
        To: \(to)
        Subject: Undelivered Mail Returned to Sender
        Date: \(date)
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; \(about)
        Action: failed
        Status: 5.1.1

        --b
        Content-Type: message/rfc822

        From: news@igpn.example
        To: hanako@office.example
        Message-ID: <\(identifier)>
        \(extra)
        Hello
        --b--
        """.utf8))
  }

  private func decide(_ report: Report) throws -> Correlation {
    Correlation.decide(report, received: Self.sent + Self.day, lookUps: try lookUps())
  }

  @Test func tokenAndRecipientProve() throws {
    let result = try decide(bounce())
    #expect(result == Correlation(verdict: .proof(7), mark: .token))
  }

  @Test func foldedCaseProvesToo() throws {
    let shouted = "B+\(Self.token.uppercased())@IGPN.EXAMPLE"
    #expect(try decide(bounce(to: shouted)).verdict == .proof(7))
    #expect(try decide(bounce(about: "Hanako@OFFICE.example")).verdict == .proof(7))
  }

  @Test func messageIDProves() throws {
    let result = try decide(bounce(to: "news@igpn.example", identifier: "k3@igpn.example"))
    #expect(result == Correlation(verdict: .proof(7), mark: .messageID))
  }

  @Test func tokenInReturnedHeaderProves() throws {
    let extra = "List-Unsubscribe: <mailto:b+\(Self.token)@igpn.example>\n"
    let result = try decide(bounce(to: "news@igpn.example", extra: extra))
    #expect(result.verdict == .proof(7))
  }

  @Test func rewrittenAddressesKeepTheToken() throws {
    let rewritten = "SRS0=x1=Y2=igpn.example=b+\(Self.token)@forwarder.example"
    #expect(try decide(bounce(to: rewritten)).verdict == .proof(7))
    let hop = "Received: by mx.igpn.example for <b+\(Self.token)@igpn.example>; Mon\n"
    var bytes = Array(hop.utf8)
    bytes += Array("From: MAILER-DAEMON@mx.example.net\nSubject: Returned mail\n\n".utf8)
    bytes += Array("<hanako@office.example>: 550 5.1.1 User unknown\n".utf8)
    #expect(try decide(Report.read(bytes)).verdict == .proof(7))
  }

  @Test func anotherRecipientIsAHint() throws {
    #expect(
      try decide(bounce(about: "left@office.example")).verdict == .hint(7, .otherRecipient))
  }

  @Test func lateReportIsAHint() throws {
    let report = bounce(date: "Thu, 25 Jul 2019 10:00:00 +0900")
    #expect(try decide(report).verdict == .hint(7, .late))
    let early = bounce(date: "Thu, 20 Jun 2019 10:00:00 +0900")
    #expect(try decide(early).verdict == .hint(7, .early))
  }

  @Test func twoTokensAreAmbiguous() throws {
    let extra = "X-Solstice-Delivery: 77777777777777777777777777777aa\n"
    #expect(try decide(bounce(extra: extra)).verdict == .hint(nil, .ambiguous))
  }

  @Test func recipientAloneIsAHint() throws {
    let report = bounce(to: "news@igpn.example")
    #expect(try decide(report).verdict == .hint(7, .recipientOnly))
    let stranger = bounce(to: "news@igpn.example", about: "x@elsewhere.example")
    #expect(try decide(stranger) == Correlation(verdict: .unknown, mark: nil))
  }

  @Test func redactedComplaintProves() throws {
    let report = Report.read(
      Array(
        """
        From: fbl@mx.example.net
        To: abuse@igpn.example
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1

        --b
        Content-Type: message/rfc822

        From: news@igpn.example
        To: undisclosed-recipients:;
        X-Solstice-Delivery: \(Self.token)

        Hello
        --b--
        """.utf8))
    #expect(report.kind == .complaint)
    #expect(try decide(report).verdict == .proof(7))
  }
}
