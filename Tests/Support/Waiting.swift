import Foundation

/// Waits until a condition holds, looking every 20 ms; false when it does not in time.
///
/// For what other processes do, which can't call back. It blocks the calling thread.
@discardableResult
package func waitUntil(
  within limit: Duration = .seconds(10), _ condition: () throws -> Bool
) rethrows -> Bool {
  let deadline = ContinuousClock.now + limit
  while true {
    if try condition() { return true }
    if ContinuousClock.now >= deadline { return false }
    Thread.sleep(forTimeInterval: 0.02)
  }
}
