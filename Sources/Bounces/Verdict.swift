import Mail

/// The one place where kinds, permanence and reasons are decided.
enum Verdict {
  static func judge(_ findings: [Finding]) -> [RecipientReport] {
    var seen: Set<String> = []
    var result: [RecipientReport] = []
    for finding in findings.prefix(200) {
      let key = (finding.recipient ?? "").lowercased()
      guard seen.insert(key).inserted else { continue }
      result.append(judge(finding))
    }
    return result
  }

  /// The gravest kind tells of the whole report.
  static func gravest(_ kinds: [ReportKind]) -> ReportKind {
    let order: [ReportKind] = [.complaint, .bounce, .delay, .autoReply]
    return order.first(where: kinds.contains) ?? .notABounce
  }

  private static func judge(_ finding: Finding) -> RecipientReport {
    let kind = kind(of: finding.action)
    let failure =
      kind == .bounce || kind == .delay
      ? Failure.judge(status: finding.status, code: finding.code, text: finding.text) : nil
    return RecipientReport(
      recipient: finding.recipient, original: finding.original, kind: kind,
      permanence: failure.map { permanence($0, finding) }, status: finding.status,
      reason: failure.map { reason($0, finding) }, diagnosis: Diagnosis.line(finding.text),
      toldBy: finding.stage)
  }

  private static func kind(of action: Finding.Action) -> ReportKind {
    switch action {
    case .failed: .bounce
    case .delayed: .delay
    case .complaint: .complaint
    case .autoReply: .autoReply
    case .delivered, .none: .notABounce
    }
  }

  /// A bare 550 speaks against the recipient only where it answered RCPT.
  ///
  /// Servers refuse senders and letters with the same code, and *user unknown* suspends people.
  private static func reason(_ failure: Failure, _ finding: Finding) -> FailureReason {
    if finding.isToSender, failure.reason.speaksAgainstContact { return .policy }
    guard failure.reason == .userUnknown, finding.code != nil, finding.status == nil,
      Failure.judge(status: nil, code: nil, text: finding.text).reason == .other
    else { return failure.reason }
    let words = Array(finding.text.utf8)[...]
    let isToRecipient =
      words.contains("rcpt")
      || finding.recipient.map { finding.text.lowercased().contains($0.lowercased()) } ?? false
    return isToRecipient ? .userUnknown : .policy
  }

  /// A delay is never final; a failure that nothing classes is final when the report calls it so.
  private static func permanence(_ failure: Failure, _ finding: Finding) -> Permanence {
    if finding.action == .delayed { return .temporary }
    if failure.toldBy == .unknown, finding.isCalledPermanent { return .permanent }
    return failure.permanence
  }
}
