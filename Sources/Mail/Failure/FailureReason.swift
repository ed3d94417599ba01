/// Why a message was not delivered: the fixed list that every report and reply is read into.
package enum FailureReason: String, CaseIterable, Sendable, Codable {
  case userUnknown = "user-unknown"
  case mailboxFull = "mailbox-full"
  case mailboxDisabled = "mailbox-disabled"
  case domainUnknown = "domain-unknown"
  case blocked
  case policy
  case spamContent = "spam-content"
  case tooBig = "too-big"
  case rateLimited = "rate-limited"
  case expired
  case relayDenied = "relay-denied"
  case authentication
  case network
  case system
  case protocolError = "protocol"
  case moved
  case other

  /// Whether it says that the contact can't be reached, rather than something about us or the way.
  package var speaksAgainstContact: Bool {
    switch self {
    case .userUnknown, .domainUnknown, .mailboxDisabled, .moved: true
    default: false
    }
  }

  /// The reason as a short phrase for reports.
  package var phrase: String {
    switch self {
    case .userUnknown: "no such mailbox"
    case .mailboxFull: "mailbox full"
    case .mailboxDisabled: "mailbox switched off"
    case .domainUnknown: "no such domain"
    case .blocked: "our server is blocked there"
    case .policy: "refused by their policy"
    case .spamContent: "taken for spam"
    case .tooBig: "letter too big"
    case .rateLimited: "asked us to come later"
    case .expired: "gave up after trying for days"
    case .relayDenied: "relay not allowed"
    case .authentication: "our sender could not be verified"
    case .network: "server not reached"
    case .system: "trouble at their server"
    case .protocolError: "the servers misunderstood each other"
    case .moved: "moved to another address"
    case .other: "reason not told"
    }
  }
}
