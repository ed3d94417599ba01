import Bounces
import Mail
import Testing

/// *User unknown* suspends people: nothing about us or the letter may be taken for it.
@Suite struct ReasonTests {
  private func reason(_ words: String) -> FailureReason? {
    let text = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.example.net
      Subject: Undelivered Mail Returned to Sender

      Your message could not be delivered to

      <hanako@office.example>
      \(words)
      """
    return Report.read(Array(text.utf8)).recipients.first?.reason
  }

  @Test(arguments: [
    (
      ">>> RCPT To:<hanako@office.example>\n<<< 550 <hanako@office.example>",
      FailureReason.userUnknown
    ),
    (">>> MAIL From:<news@igpn.example>\n<<< 550 go away", .policy),
    (">>> MAIL From:<news@igpn.example>\n<<< 550 5.1.0 no such domain as yours", .policy),
    (">>> DATA\n<<< 550 not like this", .policy),
    ("550 5.1.1 User unknown", .userUnknown), ("552 5.2.2 mailbox full", .mailboxFull),
    ("host said: 550 5.1.1 no (in reply to MAIL FROM command)", .policy),
  ])
  func judgesByWhatWasAsked(_ words: String, _ expected: FailureReason) {
    #expect(reason(words) == expected)
  }
}
