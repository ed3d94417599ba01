import Bounces
import Mail
import Testing

/// A report that says it is final is believed; one that says nothing is not.
@Suite struct FinalityTests {
  private func permanence(subject: String, _ words: String) -> Permanence? {
    let text = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.example.net
      Subject: \(subject)

      Your message could not be delivered to

      <hanako@office.example>
      \(words)
      """
    return Report.read(Array(text.utf8)).recipients.first?.permanence
  }

  @Test func wordsDecideWhereNoCodeDoes() {
    #expect(permanence(subject: "Mail status", "some words") == .temporary)
    #expect(permanence(subject: "Returned mail", "some words") == .permanent)
    #expect(permanence(subject: "Mail status", "This is a permanent error.") == .permanent)
    #expect(permanence(subject: "Returned mail", "451 4.3.0 some words") == .temporary)
    #expect(permanence(subject: "Returned mail", "mailbox full") == .temporary)
  }

  @Test func forwardedAddressKeepsItsOrigin() {
    let text = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.example.net
      Subject: Returned mail: see transcript for details

         ----- The following addresses had permanent fatal errors -----
      left@elsewhere.example
          (reason: 550 5.1.1 unknown)
          (expanded from: <hanako@office.example>)
      """
    let recipient = Report.read(Array(text.utf8)).recipients.first
    #expect(recipient?.recipient == "left@elsewhere.example")
    #expect(recipient?.original == "hanako@office.example")
  }
}
