/// How the relay is spoken to.
package struct RelaySettings: Sendable {
  package enum TLS: String, Sendable {
    /// STARTTLS must succeed, with a verified certificate (loopback is exempt).
    case required
    /// STARTTLS where it is offered; asked for by name in the configuration.
    case opportunistic
    case off
  }

  package let url: RelayURL
  package var login: RelayLogin?
  package var tls: TLS
  /// The name given in EHLO.
  package var helloName: String
  /// Seconds for the connection and the greeting.
  package var connectTimeout: Int
  /// Seconds for each reply (RFC 5321 section 4.5.3.2.6 asks for ten minutes after the dot).
  package var replyTimeout: Int

  package init(
    url: RelayURL, login: RelayLogin? = nil, tls: TLS? = nil, helloName: String = "localhost",
    connectTimeout: Int = 30, replyTimeout: Int = 600
  ) {
    self.url = url
    self.login = login
    self.tls = tls ?? (url.isLoopback ? .off : .required)
    self.helloName = helloName
    self.connectTimeout = connectTimeout
    self.replyTimeout = replyTimeout
  }
}
