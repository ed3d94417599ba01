/// What a catcher does whoever the mail is for.
package struct CatcherSettings: Hashable, Sendable {
  package enum BareLines: String, CaseIterable, Codable, Sendable {
    /// Takes them as they are, and records that they were there.
    case keep
    /// Refuses the message after the dot: 550 5.6.11.
    case refuse
  }

  /// The ESMTP extensions that EHLO can list.
  package enum Extension: String, CaseIterable, Codable, Sendable {
    case pipelining = "PIPELINING"
    case eightBit = "8BITMIME"
    case utf8 = "SMTPUTF8"
    case size = "SIZE"
    case enhanced = "ENHANCEDSTATUSCODES"
  }

  package struct Account: Hashable, Sendable {
    package var user: String
    package var password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// A refusal instead of the 220; the connection is closed after it.
  package var greeting: CatcherReply?
  /// Milliseconds before every reply that follows a final dot.
  package var latencyAfterDot = 0
  /// Seconds of silence after which 421 is said; RFC 5321 section 4.5.3.2.7 asks for 300.
  package var idleSeconds = 300
  /// Messages accepted on one connection before its next MAIL gets 421; nil is no limit.
  package var messagesPerConnection: Int?
  /// Connections at a time; further ones get 421.
  package var connections = 2000
  /// Offers AUTH PLAIN and LOGIN for this account, without TLS.
  package var account: Account?
  /// Refuses MAIL before a successful AUTH.
  package var requiresAuthentication = false
  /// Answers every AUTH with this.
  package var refuseAuthentication: CatcherReply?
  package var offers: [Extension] = [.eightBit, .utf8, .size, .enhanced]
  /// Octets of a message; a larger one gets 552 5.3.4.
  package var sizeLimit = 50_000_000
  /// Recipients of a transaction; the next one gets 452 4.5.3 (RFC 5321 section 4.5.3.1.10).
  package var recipientLimit = 1000
  /// Octets of a line in the message, with its line end; nil is no limit.
  package var lineLimit: Int?
  package var bareLines = BareLines.keep

  package init() {}
}
