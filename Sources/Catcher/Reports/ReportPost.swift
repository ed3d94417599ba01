import NIOCore
import Synchronization

/// Holds reports until their time has come, and writes those that still wait when it closes.
final class ReportPost: Sendable {
  private struct State {
    var waiting: [Int: DeliveryReport] = [:]
    var next = 0
    var written = 0
    var failure: SpoolError?
  }

  private let maildir: Maildir
  private let loop: any EventLoop
  private let state = Mutex(State())

  init(maildir: Maildir, loop: any EventLoop) {
    self.maildir = maildir
    self.loop = loop
  }

  var written: Int { state.withLock(\.written) }

  func add(_ report: DeliveryReport) {
    let number = state.withLock { state in
      state.next += 1
      state.waiting[state.next] = report
      return state.next
    }
    let wait = report.report.afterMilliseconds
    loop.scheduleTask(in: .milliseconds(Int64(wait))) { self.write(number) }
  }

  /// Writes all that still wait at once; fails when any report could not be written.
  func close() throws(SpoolError) {
    let waiting = state.withLock { state in state.waiting.keys.sorted() }
    for number in waiting { write(number) }
    if let failure = state.withLock(\.failure) { throw failure }
  }

  private func write(_ number: Int) {
    guard let report = state.withLock({ $0.waiting.removeValue(forKey: number) }) else { return }
    do {
      try maildir.deliver(report.octets)
      state.withLock { $0.written += 1 }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }
}
