package import Mail

/// What one attempt means, before any policy: the one place that reads a transaction's facts.
package enum Judgement: Sendable, Hashable {
  case accepted(Reply)
  /// The recipient's reply, to RCPT or after the dot: it counts against this delivery.
  case failed(Failure, Reply)
  /// The address can't travel through this relay at all.
  case cannotCarry
  /// Trouble of the relay's: says nothing about the delivery.
  case relayTrouble
  /// The relay closed an idle connection (421): a new connection at once, nothing counted.
  case staleConnection
  /// The body was handed over and no reply closed the transaction.
  case inDoubt
  case takenBack

  /// Reads the facts.
  ///
  /// Only replies to RCPT and after the dot speak of the delivery.
  package static func of(_ result: TransportResult) -> Self {
    if result.takenBack { return .takenBack }
    if result.fault == .noSMTPUTF8 { return .cannotCarry }
    if result.bodyBegan {
      guard result.stage == .afterDot, let reply = result.reply else { return .inDoubt }
      if reply.isPositive { return .accepted(reply) }
      guard reply.isTransient || reply.isPermanent else { return .inDoubt }
      return .failed(Failure.judge(reply), reply)
    }
    if result.reusedConnection, result.stage <= .mail, result.reply.map({ $0.code == 421 }) ?? true,
      result.fault != .timedOut
    {
      return .staleConnection
    }
    if result.stage == .recipient, let reply = result.reply, reply.code != 421,
      reply.isTransient || reply.isPermanent
    {
      return .failed(Failure.judge(reply), reply)
    }
    return .relayTrouble
  }
}
