/// What a basic SMTP code suggests where nothing else tells (RFC 5321 section 4.2.2, RFC 4954).
enum CodeReasons {
  static func reason(_ code: Int) -> FailureReason? {
    switch code {
    case 421, 450, 451, 454: .system
    case 452: .mailboxFull
    case 500...504: .protocolError
    case 530, 535: .authentication
    case 550, 553: .userUnknown
    case 551: .moved
    case 552: .mailboxFull
    case 521, 556: .domainUnknown
    case 554: .policy
    default: nil
    }
  }
}
