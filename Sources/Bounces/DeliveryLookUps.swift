package import Mail

/// How correlation asks the ledger and the token keys.
package struct DeliveryLookUps {
  /// The delivery of a valid return, unsubscribe or header token; nil for any other word.
  package let deliveryOfToken: (String) -> Int64?
  /// The delivery that was sent with this Message-ID (without brackets).
  package let deliveryOfMessageID: (String) -> Int64?
  package let delivery: (Int64) -> KnownDelivery?
  /// The last delivery to a mailbox.
  package let lastDelivery: (MailboxKey) -> Int64?

  package init(
    deliveryOfToken: @escaping (String) -> Int64?,
    deliveryOfMessageID: @escaping (String) -> Int64?,
    delivery: @escaping (Int64) -> KnownDelivery?,
    lastDelivery: @escaping (MailboxKey) -> Int64?
  ) {
    self.deliveryOfToken = deliveryOfToken
    self.deliveryOfMessageID = deliveryOfMessageID
    self.delivery = delivery
    self.lastDelivery = lastDelivery
  }
}
