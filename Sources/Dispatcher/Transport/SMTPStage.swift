/// How far a transaction had come: the command whose reply came last or is still awaited.
package enum SMTPStage: String, Comparable, Sendable, Codable, CaseIterable {
  case connect
  case greeting
  case hello
  case startTLS = "starttls"
  case authentication
  case mail
  case recipient
  case data
  case body
  case afterDot = "after-dot"

  private var order: Int {
    switch self {
    case .connect: 0
    case .greeting: 1
    case .hello: 2
    case .startTLS: 3
    case .authentication: 4
    case .mail: 5
    case .recipient: 6
    case .data: 7
    case .body: 8
    case .afterDot: 9
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// The stage as a phrase: "refused at …".
  package var phrase: String {
    switch self {
    case .connect: "while connecting"
    case .greeting: "in its greeting"
    case .hello: "at EHLO"
    case .startTLS: "at STARTTLS"
    case .authentication: "at the login"
    case .mail: "at the sender (MAIL FROM)"
    case .recipient: "at the recipient (RCPT TO)"
    case .data: "at DATA"
    case .body: "while the letter was on its way"
    case .afterDot: "after the letter"
    }
  }
}
