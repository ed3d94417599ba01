import Bounces
import Foundation
import Mail
import Storage
import Testing

@testable import Newsroom

/// Only a proof does anything; each kind does what the table says.
@Suite struct ReportEffectTests {
  private static func report(_ status: String, action: String = "failed") -> Report {
    Report.read(
      Array(
        """
        From: MAILER-DAEMON@mx.test
        To: b+x@bounce.test
        Subject: Undelivered
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.test

        Final-Recipient: rfc822; reader@example.org
        Action: \(action)
        Status: \(status)
        Diagnostic-Code: smtp; 550 \(status) something

        --b--
        """.utf8))
  }

  private static func correlation(known: Bool, _ report: Report) -> Correlation {
    Correlation.decide(
      report, received: 1000,
      lookUps: DeliveryLookUps(
        deliveryOfToken: { _ in nil }, deliveryOfMessageID: { _ in nil },
        delivery: { _ in nil }, lastDelivery: { _ in known ? 7 : nil }))
  }

  @Test func aHintDoesNothing() throws {
    let report = Self.report("5.1.1")
    let recipient = try #require(report.recipients.first)
    for known in [true, false] {
      let effect = ReportEffects.decide(
        recipient, correlation: Self.correlation(known: known, report),
        mailbox: MailboxKey(rawValue: "reader@example.org"))
      #expect(effect.mark == nil)
      #expect(effect.suspend == nil)
      #expect(effect.suppress == nil)
      #expect(!effect.settlesDoubt)
    }
  }

  @Test(arguments: [
    ("5.1.1", "failed", "bounced", true), ("5.1.2", "failed", "bounced", true),
    ("5.7.1", "failed", "bounced", false), ("5.2.2", "failed", "bounced", false),
    ("4.4.7", "failed", "bounced", false), ("4.4.1", "delayed", "delayed", false),
  ])
  func aProofMarksAndSuspendsOnlyWhereNobodyIsThere(
    status: String, action: String, mark: String, suspends: Bool
  ) throws {
    let mailbox = MailboxKey(rawValue: "reader@example.org")
    let address = try EmailAddress(parsing: "reader@example.org")
    let token = String(repeating: "a", count: 31)
    let text = Report.read(
      Array(
        """
        From: MAILER-DAEMON@mx.test
        To: b+\(token)@bounce.test
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.test

        Final-Recipient: rfc822; reader@example.org
        Action: \(action)
        Status: \(status)

        --b--
        """.utf8))
    let correlation = Correlation.decide(
      text, received: 1000,
      lookUps: DeliveryLookUps(
        deliveryOfToken: { $0 == token ? 7 : nil }, deliveryOfMessageID: { _ in nil },
        delivery: { KnownDelivery(id: $0, recipient: address, sent: 900) },
        lastDelivery: { _ in nil }))
    #expect(correlation.verdict == .proof(7))
    let recipient = try #require(text.recipients.first)
    let effect = ReportEffects.decide(recipient, correlation: correlation, mailbox: mailbox)
    #expect(effect.mark == mark)
    #expect((effect.suspend != nil) == suspends)
    #expect(effect.settlesDoubt)
  }
}
