import Dispatcher
import FoundationEssentials
import Mail
import Synchronization

/// Small values that the tests are made of.
enum Samples {
  static let start = Date(timeIntervalSince1970: 1_561_334_400)

  static func address(_ number: Int) throws -> EmailAddress {
    try EmailAddress(parsing: "reader\(number)@gpn.example")
  }

  static func delivery(
    _ number: Int, tries: Int = 0, firstTry: Date? = nil, troubles: Int = 0
  ) throws -> ClaimedDelivery {
    let address = try address(number)
    return ClaimedDelivery(
      id: Int64(number), mailing: 1, revision: 1, recipient: address, mailbox: address.mailboxKey,
      name: "Reader \(number)", language: "en", tries: tries, firstTry: firstTry,
      troubles: troubles)
  }

  static func deliveries(_ count: Int) throws -> [ClaimedDelivery] {
    try (0..<count).map { try delivery($0 + 1) }
  }

  static func reply(_ code: Int, _ text: String = "") -> Reply? {
    Reply(code: code, lines: [text])
  }

  static let accepted = TransportResult(
    stage: .afterDot, reply: reply(250, "2.0.0 ok"), bodyBegan: true)
  static let unreachable = TransportResult(
    stage: .connect, fault: .cannotConnect, words: "connection refused")
  static let lost = TransportResult(
    stage: .body, bodyBegan: true, fault: .dropped, words: "connection lost")
  static let droppedAtMail = TransportResult(
    stage: .mail, fault: .dropped, words: "connection lost")
  static let staleConnection = TransportResult(
    stage: .mail, reply: reply(421, "4.4.2 idle for too long"), reusedConnection: true)

  static func refused(_ code: Int, _ text: String = "", at stage: SMTPStage) -> TransportResult {
    TransportResult(stage: stage, reply: reply(code, text), bodyBegan: stage == .afterDot)
  }
}

/// A clock that the test moves.
final class TestClock: WallClock {
  private let time = Mutex(Samples.start)

  func now() -> Date { time.withLock { $0 } }

  func advance(_ seconds: TimeInterval) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
}

struct TestError: Error, CustomStringConvertible {
  let description: String
}
