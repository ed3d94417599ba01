package import FoundationEssentials
import Mail

/// Turns a judgement into the row's next step, by the policy.
///
/// Pure.
package struct OutcomeDecision: Sendable {
  package let policy: RetryPolicy

  package init(policy: RetryPolicy = .standard) {
    self.policy = policy
  }

  /// Decides what is recorded; nil where nothing is (a stale connection, tried again at once).
  ///
  /// `othersPass` tells whether the relay has taken other letters meanwhile: only then can trouble
  /// that keeps hitting one row be about that row.
  package func outcome(
    for delivery: ClaimedDelivery, result: TransportResult, othersPass: Bool, now: Date
  ) -> Outcome? {
    func make(_ step: Outcome.Step, _ failure: Failure? = nil, _ note: String? = nil) -> Outcome {
      Outcome(
        delivery: delivery.id, step: step, at: now, stage: result.stage, reply: result.reply,
        failure: failure, note: note)
    }
    switch Judgement.of(result) {
    case .accepted: return make(.accepted)
    case .takenBack: return make(.takenBack)
    case .staleConnection: return nil
    case .inDoubt:
      return make(.inDoubt, nil, "the connection ended before the relay's answer: \(result.words)")
    case .cannotCarry:
      let failure = Failure(
        reason: .protocolError, permanence: .permanent, status: nil, toldBy: .unknown)
      return make(
        .refused, failure, "the relay can't carry this address (it does not offer SMTPUTF8)")
    case .failed(let failure, _):
      let decision = policy.decide(
        failure, tries: delivery.tries + 1, firstTry: delivery.firstTry ?? now, now: now)
      switch decision {
      case .giveUp: return make(.refused, failure)
      case .retry(let due): return make(.deferred(until: due), failure)
      }
    case .relayTrouble:
      let troubles = delivery.troubles + 1
      let due = now.addingTimeInterval(policy.troubleWait(troubles))
      let isAboutRow = othersPass && troubles >= policy.troublesBeforeDeferral
      guard isAboutRow else { return make(.back(until: due), nil, result.words) }
      let failure =
        result.reply.map(Failure.judge)
        ?? Failure(reason: .network, permanence: .temporary, status: nil, toldBy: .unknown)
      return make(.deferred(until: due), failure, result.words)
    }
  }
}
