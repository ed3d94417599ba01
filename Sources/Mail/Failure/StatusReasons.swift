/// What an enhanced status says of the reason (RFC 3463 section 3, RFC 5248's registry).
enum StatusReasons {
  /// A status that names one reason whatever the words are.
  static func reason(_ status: EnhancedStatus) -> FailureReason? {
    specific[key(status.subject, status.detail)]
  }

  /// What a general status suggests where the words say nothing.
  static func general(_ status: EnhancedStatus) -> FailureReason? {
    switch status.subject {
    case 1: .userUnknown
    case 2: .mailboxDisabled
    case 3: .system
    case 4: .network
    case 5: .protocolError
    case 6: .policy
    case 7: .policy
    default: nil
    }
  }

  private static func key(_ subject: Int, _ detail: Int) -> Int { subject * 1000 + detail }

  private static let specific: [Int: FailureReason] = [
    key(1, 1): .userUnknown, key(1, 2): .domainUnknown, key(1, 3): .userUnknown,
    key(1, 4): .userUnknown, key(1, 6): .moved, key(1, 7): .protocolError,
    key(1, 8): .authentication,
    key(1, 10): .domainUnknown,
    key(2, 1): .mailboxDisabled, key(2, 2): .mailboxFull, key(2, 3): .tooBig,
    key(3, 1): .system, key(3, 4): .tooBig, key(3, 5): .system,
    key(4, 1): .network, key(4, 2): .network, key(4, 4): .network, key(4, 5): .system,
    key(4, 6): .network, key(4, 7): .expired,
    key(5, 1): .protocolError, key(5, 2): .protocolError, key(5, 4): .protocolError,
    key(6, 1): .policy, key(6, 2): .policy, key(6, 3): .policy,
    key(7, 8): .authentication, key(7, 20): .authentication, key(7, 21): .authentication,
    key(7, 22): .authentication, key(7, 23): .authentication, key(7, 24): .authentication,
    key(7, 25): .authentication, key(7, 26): .authentication, key(7, 27): .domainUnknown,
    key(7, 28): .rateLimited, key(7, 29): .authentication,
  ]
}
