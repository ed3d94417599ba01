import Dispatcher
import Mail
import Synchronization

/// A relay that answers by a script, and counts what it was told.
final class ScriptedTransport: Transport {
  /// What the script knows of the transaction that it answers.
  struct Attempt: Sendable {
    /// From 1, over all connections.
    let number: Int
    /// From 1, on this connection since it was last made anew.
    let onConnection: Int
    let recipient: String
    /// From 1, to this recipient.
    let toRecipient: Int
  }

  struct Count {
    var connections = 0
    var attempts = 0
    var toRecipient: [String: Int] = [:]
    /// Bodies that left, by recipient.
    var bodies: [String: Int] = [:]
    var refusedBodies = 0
    var closed = 0
    var empty = 0
  }

  private let script: @Sendable (Attempt) -> TransportResult
  private let counted = Mutex(Count())
  private let cannotOpen: Bool
  let batch: Int

  init(
    cannotOpen: Bool = false, batch: Int = 1,
    _ script: @escaping @Sendable (Attempt) -> TransportResult
  ) {
    self.cannotOpen = cannotOpen
    self.batch = batch
    self.script = script
  }

  var count: Count { counted.withLock { $0 } }

  func makeConnection() throws -> any TransportConnection {
    if cannotOpen { throw TestError(description: "no handle") }
    counted.withLock { $0.connections += 1 }
    return Connection(self)
  }

  private final class Connection: TransportConnection {
    private let relay: ScriptedTransport
    private var uses = 0

    init(_ relay: ScriptedTransport) {
      self.relay = relay
    }

    func deliver(
      _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
    ) -> TransportResult {
      let recipient = envelope.recipient.wire
      uses += 1
      let attempt = relay.counted.withLock { count in
        count.attempts += 1
        count.toRecipient[recipient, default: 0] += 1
        if message.isEmpty { count.empty += 1 }
        return Attempt(
          number: count.attempts, onConnection: uses, recipient: recipient,
          toRecipient: count.toRecipient[recipient] ?? 0)
      }
      var result = relay.script(attempt)
      if result.stage >= .data {
        let mayGo = beforeBody()
        if !mayGo { result = TransportResult(stage: .data, takenBack: true) }
        relay.counted.withLock { count in
          if mayGo, result.bodyBegan { count.bodies[recipient, default: 0] += 1 }
          if !mayGo { count.refusedBodies += 1 }
        }
      }
      if result.reply?.isPositive != true { uses = 0 }
      return result
    }

    func close() { relay.counted.withLock { $0.closed += 1 } }
  }
}

/// Makes letters that name their reader; fails at one of them where told.
struct TestMaker: LetterMaker {
  var failsAt: Int64?

  func make(_ delivery: ClaimedDelivery, into buffer: inout [UInt8]) throws -> OutgoingLetter {
    if delivery.id == failsAt { throw TestError(description: "no letter for \(delivery.id)") }
    buffer.append(contentsOf: "To: \(delivery.recipient)\r\n\r\n".utf8)
    return OutgoingLetter(
      envelope: Envelope(sender: nil, recipient: delivery.recipient),
      messageID: messageID(of: delivery))
  }

  func messageID(of delivery: ClaimedDelivery) -> String { "m\(delivery.id)" }
}
