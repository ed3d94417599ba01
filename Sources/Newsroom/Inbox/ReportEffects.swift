import Bounces
import Mail
import Storage

/// What a report does to delivery and contact: one table.
///
/// Pure.
enum ReportEffects {
  /// Only a proof has effects; hints are kept in the log for people.
  static func decide(
    _ recipient: RecipientReport, correlation: Correlation, mailbox: MailboxKey?
  ) -> BounceEffect {
    let settles = correlation.mark == .token || correlation.mark == .messageID
    guard case .proof = correlation.verdict else { return BounceEffect() }
    var effect = BounceEffect(settlesDoubt: settles, mailbox: mailbox)
    switch recipient.kind {
    case .bounce:
      effect.mark = "bounced"
      if recipient.permanence == .permanent, let reason = recipient.reason,
        reason.speaksAgainstContact
      {
        effect.suspend = reason.phrase
      }
    case .delay: effect.mark = "delayed"
    case .complaint:
      effect.mark = "complained"
      effect.suppress = "complained"
    case .autoReply: effect.mark = "auto-reply"
    case .notABounce: break
    }
    return effect
  }
}
