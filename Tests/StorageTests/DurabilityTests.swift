import Dispatcher
import Foundation
import TestSupport
import Testing

@testable import Storage

/// What the system calls say: durable means that the disk was told.
struct DurabilityTests {
  @Test(.enabled(if: ServerNeed.strace.shouldRun, "\(ServerNeed.strace)"))
  func eachWireMarkReachesTheDisk() throws {
    let desk = try Desk()
    let mailing = try desk.planned(20).mailing
    let ledger = try desk.ledger(mailing)
    let claimed = try ledger.claim(limit: 20)
    let log = desk.folder.path(of: "calls")
    // It attaches to ourselves; -y names the files, so other tests' calls are told apart.
    let strace = try Program(
      try Tool.strace.require(),
      arguments: [
        "-f", "-y", "--signal=none", "-e", "trace=fdatasync,fsync", "-o", log, "-p",
        "\(ProcessInfo.processInfo.processIdentifier)",
      ]
    ).start([])
    try #require(
      waitUntil { strace.errorsSoFar.contains("attached") || !strace.isRunning }
        && strace.isRunning, "\(strace.errorsSoFar)")
    for delivery in claimed {
      #expect(try ledger.putOnTheWire(delivery, messageID: "m\(delivery.id)"))
    }
    strace.signal(SIGINT)
    _ = try strace.wait(limit: .seconds(20))
    let calls = try desk.folder.read("calls").split(separator: "\n").filter {
      $0.contains("sync(") && $0.contains(desk.folder.path + "/solstice.db-wal")
    }
    #expect(calls.count >= claimed.count)
    #expect(claimed.count == 20)
    try ledger.end()
  }

  /// An outcome is durable by itself, without any further call.
  @Test func anOutcomeIsKeptWithoutFurtherCalls() throws {
    let desk = try Desk()
    let ledger = try desk.ledger(try desk.planned(1).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    #expect(try ledger.putOnTheWire(delivery, messageID: "m"))
    ledger.record(desk.outcome(delivery, .accepted))
    let other = try SolsticeDatabase.open(path: desk.database.path)
    let deliveries = DeliveryStore(database: other)
    #expect(
      try waitUntil(within: .seconds(5)) {
        try deliveries.sent(id: delivery.id)?.state == .accepted
      }
    )
    try ledger.end()
  }

  @Test func flushWaitsForOutcomes() throws {
    let desk = try Desk()
    let ledger = try desk.ledger(try desk.planned(30).mailing)
    for delivery in try ledger.claim(limit: 30) {
      _ = try ledger.putOnTheWire(delivery, messageID: "m\(delivery.id)")
      ledger.record(desk.outcome(delivery, .accepted))
    }
    try ledger.flush()
    #expect(try desk.count(.accepted) == 30)
    try ledger.end()
    #expect(throws: (any Error).self) { try ledger.flush() }
    #expect(throws: (any Error).self) { _ = try ledger.claim(limit: 1) }
  }

  /// A write that fails fails for good: nothing later may pass for kept.
  @Test func afterAFailedWriteNothingGoesOn() throws {
    let desk = try Desk()
    let ledger = try desk.ledger(try desk.planned(3).mailing)
    let claimed = try ledger.claim(limit: 2)
    try desk.execute("ALTER TABLE delivery RENAME TO elsewhere")
    #expect(throws: (any Error).self) {
      _ = try ledger.putOnTheWire(claimed[0], messageID: "m")
    }
    try desk.execute("ALTER TABLE elsewhere RENAME TO delivery")
    #expect(throws: (any Error).self) {
      _ = try ledger.putOnTheWire(claimed[1], messageID: "m")
    }
    ledger.record(desk.outcome(claimed[1], .accepted))
    #expect(throws: (any Error).self) { try ledger.flush() }
    try ledger.end()
    #expect(try desk.count(.planned) == 3)
  }
}
