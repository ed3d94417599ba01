/// The verdict on one failed delivery, and what it rests on.
package struct Failure: Hashable, Sendable {
  /// Which kind of evidence decided.
  package enum ToldBy: String, Sendable, Codable {
    case enhancedStatus = "enhanced-status"
    case code
    case text
    case unknown
  }

  package let reason: FailureReason
  package let permanence: Permanence
  package let status: EnhancedStatus?
  package let toldBy: ToldBy

  package init(
    reason: FailureReason, permanence: Permanence, status: EnhancedStatus?, toldBy: ToldBy
  ) {
    self.reason = reason
    self.permanence = permanence
    self.status = status
    self.toldBy = toldBy
  }

  /// Judges a failure: enhanced status first, then the basic code, then the words.
  ///
  /// What nothing tells is temporary. The reason comes from the status where it is specific; a
  /// general status (x.0.0, x.2.0, x.7.1 …) lets the words say more, never whether it is for good.
  package static func judge(status: EnhancedStatus?, code: Int?, text: String) -> Self {
    let byStatus = status.flatMap(StatusReasons.reason)
    let byWords = TextReasons.judge(text)
    let permanence: Permanence
    let toldBy: ToldBy
    if let status, status.statusClass != 2 {
      permanence = status.statusClass == 5 ? .permanent : .temporary
      toldBy = .enhancedStatus
    } else if let code, code / 100 == 5 || code / 100 == 4 {
      permanence = code / 100 == 5 ? .permanent : .temporary
      toldBy = .code
    } else if let byWords {
      permanence = byWords.permanence
      toldBy = .text
    } else {
      permanence = .temporary
      toldBy = .unknown
    }
    let reason =
      byStatus ?? byWords?.reason ?? status.flatMap(StatusReasons.general)
      ?? code.flatMap(CodeReasons.reason) ?? .other
    return Self(reason: reason, permanence: permanence, status: status, toldBy: toldBy)
  }

  /// Judges a live reply by the same table.
  package static func judge(_ reply: Reply) -> Self {
    judge(status: reply.enhanced, code: reply.code, text: reply.text)
  }
}
