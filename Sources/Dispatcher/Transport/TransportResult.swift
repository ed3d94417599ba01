package import Mail

/// The facts of one attempt, without judgement.
package struct TransportResult: Sendable, Hashable {
  /// Why there is no reply that closes the transaction.
  package enum Fault: String, Sendable {
    case cannotConnect = "cannot-connect"
    case timedOut = "timed-out"
    case dropped
    case tls
    case loginFailed = "login-failed"
    /// The relay does not offer SMTPUTF8 and the address needs it.
    case noSMTPUTF8 = "no-smtputf8"
    case other
  }

  package var stage: SMTPStage
  /// The reply at that stage, where one came.
  package var reply: Reply?
  /// Whether the body's first byte was handed over.
  package var bodyBegan: Bool
  /// Whether the row was taken back in the moment before the body.
  package var takenBack: Bool
  /// Whether an earlier transaction had used the connection.
  package var reusedConnection: Bool
  package var fault: Fault?
  /// The library's own words, for people.
  package var words: String

  package init(
    stage: SMTPStage, reply: Reply? = nil, bodyBegan: Bool = false, takenBack: Bool = false,
    reusedConnection: Bool = false, fault: Fault? = nil, words: String = ""
  ) {
    self.stage = stage
    self.reply = reply
    self.bodyBegan = bodyBegan
    self.takenBack = takenBack
    self.reusedConnection = reusedConnection
    self.fault = fault
    self.words = words
  }
}
