import Mail

/// Which delivery a report is about, and how surely; a pure decision.
///
/// *Proof* is a valid token or our Message-ID, and no recipient other than the envelope's. All else
/// is a hint, because anybody can write a report.
package struct Correlation: Hashable, Sendable {
  /// Why a report proves nothing.
  package enum Doubt: String, Sendable, Codable {
    /// It tells of an address that the delivery was not for: a group, or a forwarded letter.
    case otherRecipient = "other-recipient"
    /// It is dated more than 30 days after the delivery.
    case late
    /// It is dated before the delivery.
    case early
    /// It carries marks of several deliveries.
    case ambiguous
    /// A bounce that names nobody.
    case namesNobody = "names-nobody"
    /// Only the recipient fits.
    case recipientOnly = "recipient-only"
  }

  package enum Mark: String, Sendable, Codable {
    case token
    case messageID = "message-id"
    case recipient
  }

  package enum Verdict: Hashable, Sendable {
    case proof(Int64)
    case hint(Int64?, Doubt)
    case unknown
  }

  package let verdict: Verdict
  /// What tied them; a token or Message-ID also shows that the delivery was sent.
  package let mark: Mark?

  package init(verdict: Verdict, mark: Mark?) {
    self.verdict = verdict
    self.mark = mark
  }

  static let lateAfter: Int64 = 30 * 86_400
  static let clockSkew: Int64 = 2 * 86_400

  /// Decides; `received` stands in where the report has no date (seconds since 1970).
  package static func decide(
    _ report: Report, received: Int64, lookUps: DeliveryLookUps
  ) -> Self {
    let clues = report.clues
    let byToken = unique(clues.tokens.compactMap(lookUps.deliveryOfToken))
    if !byToken.isEmpty {
      return Self(
        verdict: judge(byToken, report, received, lookUps), mark: .token)
    }
    let byIdentifier = unique(clues.messageIDs.compactMap(lookUps.deliveryOfMessageID))
    if !byIdentifier.isEmpty {
      return Self(verdict: judge(byIdentifier, report, received, lookUps), mark: .messageID)
    }
    for recipient in report.recipients {
      if let key = recipient.address?.mailboxKey, let id = lookUps.lastDelivery(key) {
        return Self(verdict: .hint(id, .recipientOnly), mark: .recipient)
      }
    }
    return Self(verdict: .unknown, mark: nil)
  }

  private static func judge(
    _ ids: [Int64], _ report: Report, _ received: Int64, _ lookUps: DeliveryLookUps
  ) -> Verdict {
    guard let id = ids.first, ids.count == 1 else { return .hint(nil, .ambiguous) }
    guard let delivery = lookUps.delivery(id) else { return .unknown }
    let wanted = delivery.recipient.mailboxKey
    let named = report.recipients.filter { $0.recipient != nil }
    if named.isEmpty, report.kind != .complaint { return .hint(id, .namesNobody) }
    if named.contains(where: { isOther($0, than: wanted, in: report) }) {
      return .hint(id, .otherRecipient)
    }
    let age = (report.clues.date ?? received) - delivery.sent
    if age > lateAfter { return .hint(id, .late) }
    if age < -clockSkew { return .hint(id, .early) }
    return .proof(id)
  }

  /// Complaints blank out addresses (RFC 6590): what is no address names nobody.
  private static func isOther(
    _ recipient: RecipientReport, than wanted: MailboxKey, in report: Report
  ) -> Bool {
    guard let key = recipient.address?.mailboxKey else { return report.kind != .complaint }
    return key != wanted
  }

  private static func unique(_ ids: [Int64]) -> [Int64] {
    ids.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
