package import FoundationEssentials
package import Mail

/// What an attempt came to: the row's next state, and what its attempt row tells for ever.
package struct Outcome: Sendable, Hashable {
  /// What becomes of the row.
  package enum Step: Sendable, Hashable {
    case accepted
    case refused
    case deferred(until: Date)
    case inDoubt
    /// The relay's trouble: back to what it was, due later.
    case back(until: Date)
    /// Taken back by a leave, a pause or a cancel while the transaction was under way.
    case takenBack
  }

  package let delivery: Int64
  package let step: Step
  package let at: Date
  package let stage: SMTPStage
  package let reply: Reply?
  package let failure: Failure?
  /// What happened, in words, where there was no reply.
  package let note: String?

  package init(
    delivery: Int64, step: Step, at: Date, stage: SMTPStage, reply: Reply? = nil,
    failure: Failure? = nil, note: String? = nil
  ) {
    self.delivery = delivery
    self.step = step
    self.at = at
    self.stage = stage
    self.reply = reply
    self.failure = failure
    self.note = note
  }
}
