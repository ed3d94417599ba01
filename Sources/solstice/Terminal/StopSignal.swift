import Foundation
import Synchronization

/// Ctrl-C or a request to end: noted here, and looked at by whoever works.
enum StopSignal {
  /// An atomic, because a signal handler may touch nothing else.
  private static let isRaised = Atomic<Bool>(false)

  /// From now on SIGINT and SIGTERM are noted instead of ending the program.
  static func listen() {
    _ = isRaised.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in StopSignal.isRaised.store(true, ordering: .relaxed) }
    }
  }

  static var wasRaised: Bool { isRaised.load(ordering: .relaxed) }
}
