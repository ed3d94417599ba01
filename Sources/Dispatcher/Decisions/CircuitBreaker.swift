package import Mail

/// Stops a run when the relay itself is in trouble, so that nobody's row suffers for it.
///
/// Pure.
package struct CircuitBreaker: Sendable {
  /// Why a run was stopped.
  package enum Trip: Sendable, Hashable {
    case unreachable(words: String)
    case refusedUs(stage: SMTPStage, reply: Reply)
    case loginFailed(words: String)
    case tls(words: String)
    case keepsFailing(stage: SMTPStage, words: String)
  }

  /// So many troubles in a row, with nothing passing between them, stop the run.
  package let limit: Int
  package private(set) var hasPassed = false
  private var inARow = 0

  package init(limit: Int = 5) {
    self.limit = limit
  }

  /// Takes in one attempt; gives a reason where the run has to stop.
  package mutating func take(_ result: TransportResult) -> Trip? {
    switch Judgement.of(result) {
    case .accepted, .failed, .cannotCarry:
      hasPassed = true
      inARow = 0
      return nil
    case .takenBack, .staleConnection: return nil
    case .inDoubt, .relayTrouble:
      inARow += 1
    }
    if result.fault == .loginFailed { return .loginFailed(words: words(of: result)) }
    if result.fault == .tls { return .tls(words: result.words) }
    // A relay that never answered well in this run is not asked again and again.
    let isFirstContact = !hasPassed && !result.bodyBegan && result.stage < .mail
    guard isFirstContact || inARow >= limit else { return nil }
    if result.stage == .connect || result.stage == .greeting && result.reply == nil {
      return .unreachable(words: result.words)
    }
    if let reply = result.reply, !reply.isPositive, !result.bodyBegan {
      return .refusedUs(stage: result.stage, reply: reply)
    }
    return .keepsFailing(stage: result.stage, words: words(of: result))
  }

  private func words(of result: TransportResult) -> String {
    result.reply.map(\.description) ?? result.words
  }
}
