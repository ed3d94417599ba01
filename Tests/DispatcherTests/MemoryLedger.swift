import Dispatcher
import FoundationEssentials
import Mail
import Synchronization

/// A real little ledger in memory that notes every breach of the protocol.
final class MemoryLedger: Ledger {
  struct Row {
    var delivery: ClaimedDelivery
    var state = DeliveryState.planned
    var due = Date.distantPast
    var wires = 0
    var outcomes = 0
    var claims = 0
  }

  private struct Book {
    var rows: [Int64: Row] = [:]
    var order: [Int64] = []
    var takenBack: Set<Int64> = []
    var wiresLeft: Int
    var isFull = false
    var breaches: [String] = []
  }

  private let book: Mutex<Book>
  private let clock: TestClock
  private let afterClaim: @Sendable () -> Void

  /// `wiresLeft`: so many rows go on the wire before the disk is full.
  init(
    _ deliveries: [ClaimedDelivery], clock: TestClock, wiresLeft: Int = .max,
    afterClaim: @escaping @Sendable () -> Void = {}
  ) {
    self.clock = clock
    self.afterClaim = afterClaim
    book = Mutex(
      Book(
        rows: Dictionary(
          deliveries.map { ($0.id, Row(delivery: $0)) }, uniquingKeysWith: { first, _ in first }),
        order: deliveries.map(\.id), wiresLeft: wiresLeft))
  }

  func claim(limit: Int) throws -> [ClaimedDelivery] {
    let now = clock.now()
    defer { afterClaim() }
    return try book.withLock { book in
      if book.isFull { throw TestError(description: "disk full") }
      if limit < 1 { book.breaches.append("claims \(limit)") }
      var claimed: [ClaimedDelivery] = []
      for id in book.order where claimed.count < limit {
        guard var row = book.rows[id], row.state == .planned || row.state == .deferred,
          row.due <= now
        else { continue }
        row.state = .claimed
        row.claims += 1
        book.rows[id] = row
        claimed.append(row.delivery)
      }
      return claimed
    }
  }

  func putOnTheWire(_ delivery: ClaimedDelivery, messageID: String) throws -> Bool {
    try book.withLock { book in
      if book.wiresLeft == 0 { book.isFull = true }
      if book.isFull { throw TestError(description: "disk full") }
      guard var row = book.rows[delivery.id] else { return false }
      if book.takenBack.contains(delivery.id), row.state == .claimed { row.state = .cancelled }
      let mayGo = row.state == .claimed
      if !mayGo, row.state != .cancelled {
        book.breaches.append("\(delivery.id) on the wire while \(row.state)")
      }
      if mayGo {
        book.wiresLeft -= 1
        row.state = .onTheWire
        row.wires += 1
      }
      book.rows[delivery.id] = row
      return mayGo
    }
  }

  func takeOnTheWire(
    limit: Int, messageID: @escaping @Sendable (ClaimedDelivery) -> String
  ) throws -> [ClaimedDelivery] {
    try claim(limit: limit).filter { try putOnTheWire($0, messageID: messageID($0)) }
  }

  func takeOffTheWire(_ deliveries: [ClaimedDelivery]) throws {
    try book.withLock { book in
      if book.isFull { throw TestError(description: "disk full") }
      for delivery in deliveries {
        let state = book.rows[delivery.id]?.state
        if state != .onTheWire {
          book.breaches.append("\(delivery.id) off the wire while \(state.map { "\($0)" } ?? "-")")
        }
        book.rows[delivery.id]?.wires -= 1
        book.rows[delivery.id]?.state = delivery.tries > 0 ? .deferred : .planned
      }
    }
  }

  func record(_ outcomes: [Outcome]) {
    for outcome in outcomes { record(outcome) }
  }

  func record(_ outcome: Outcome) {
    book.withLock { book in
      guard !book.isFull, var row = book.rows[outcome.delivery] else { return }
      let old = row.state
      if !Self.allows(outcome.step, from: old) {
        book.breaches.append("\(outcome.delivery): \(outcome.step) recorded while \(old)")
      }
      row.outcomes += 1
      row.apply(outcome)
      book.rows[outcome.delivery] = row
    }
  }

  func giveBack(_ deliveries: [ClaimedDelivery]) throws {
    try book.withLock { book in
      if book.isFull { throw TestError(description: "disk full") }
      for delivery in deliveries {
        let state = book.rows[delivery.id]?.state
        if state != .claimed {
          book.breaches.append("\(delivery.id) given back while \(state.map { "\($0)" } ?? "-")")
        }
        book.rows[delivery.id]?.state = delivery.tries > 0 ? .deferred : .planned
      }
    }
  }

  func flush() throws {
    try book.withLock { if $0.isFull { throw TestError(description: "disk full") } }
  }

  /// Takes a row back before it is on the wire, as a leave does.
  func takeBack(_ id: Int64) { book.withLock { _ = $0.takenBack.insert(id) } }

  func row(_ id: Int64) -> Row? { book.withLock { $0.rows[id] } }
  var rows: [Row] { book.withLock { book in book.order.compactMap { book.rows[$0] } } }
  var breaches: [String] { book.withLock { $0.breaches } }
  func count(_ state: DeliveryState) -> Int { rows.filter { $0.state == state }.count }

  private static func allows(_ step: Outcome.Step, from state: DeliveryState) -> Bool {
    switch step {
    case .accepted, .inDoubt: state == .onTheWire
    case .refused, .deferred, .back: state == .onTheWire || state == .claimed
    case .takenBack: state == .cancelled
    }
  }
}

extension MemoryLedger.Row {
  fileprivate mutating func apply(_ outcome: Outcome) {
    switch outcome.step {
    case .accepted: state = .accepted
    case .refused: state = .refused
    case .inDoubt: state = .inDoubt
    case .takenBack: return
    case .deferred(let due):
      state = .deferred
      self.due = due
      delivery = changed(tries: delivery.tries + 1, first: delivery.firstTry ?? outcome.at, 0)
    case .back(let due):
      state = delivery.tries > 0 ? .deferred : .planned
      self.due = due
      delivery = changed(tries: delivery.tries, first: delivery.firstTry, delivery.troubles + 1)
    }
  }

  private func changed(tries: Int, first: Date?, _ troubles: Int) -> ClaimedDelivery {
    ClaimedDelivery(
      id: delivery.id, mailing: delivery.mailing, revision: delivery.revision,
      recipient: delivery.recipient, mailbox: delivery.mailbox, name: delivery.name,
      language: delivery.language, tries: tries, firstTry: first, troubles: troubles)
  }
}
