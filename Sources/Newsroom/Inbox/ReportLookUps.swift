import Bounces
import Foundation
import Mail
import Signing
import Storage

/// Answers correlation's questions from the ledger; the first failure is kept for the caller.
final class ReportLookUps {
  private let deliveries: DeliveryStore
  private let signer: TokenSigner
  /// Whom the report names: of an erased reader only a hash is left to compare them with.
  private let named: [EmailAddress]
  private(set) var failure: (any Error)?

  init(deliveries: DeliveryStore, signer: TokenSigner, named: [EmailAddress]) {
    self.deliveries = deliveries
    self.signer = signer
    self.named = named
  }

  var bounces: DeliveryLookUps {
    DeliveryLookUps(
      deliveryOfToken: { [self] token in
        signer.delivery(of: token, purpose: .report)
          ?? signer.delivery(of: token, purpose: .unsubscribe)
      },
      deliveryOfMessageID: { [self] identifier in
        let left = identifier.split(separator: "@").first.map(String.init) ?? ""
        return ask { try deliveries.sent(messageID: left)?.id }
      },
      delivery: { [self] id in
        ask { try deliveries.sent(id: id) }.flatMap { sent in
          let erased = ask { try deliveries.erased(sent, among: named) }
          guard let recipient = erased ?? (try? EmailAddress(parsing: sent.address)) else {
            return nil
          }
          return KnownDelivery(
            id: sent.id, recipient: recipient, sent: Int64(sent.sent.timeIntervalSince1970))
        }
      },
      lastDelivery: { [self] mailbox in ask { try deliveries.newest(to: mailbox)?.id } })
  }

  private func ask<Answer>(_ body: () throws -> Answer?) -> Answer? {
    do {
      return try body()
    } catch {
      if failure == nil { failure = error }
      return nil
    }
  }
}
