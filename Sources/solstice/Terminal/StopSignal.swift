import Foundation
import Synchronization

/// Ctrl-C, a closed terminal or a request to end: noted here, and looked at by whoever works.
enum StopSignal {
  /// An atomic, because a signal handler may touch nothing else.
  private static let isRaised = Atomic<Bool>(false)

  /// From now on SIGINT, SIGTERM and SIGHUP are noted instead of ending the program.
  static func listen() {
    _ = isRaised.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { _ in StopSignal.isRaised.store(true, ordering: .relaxed) }
    }
  }

  /// What nohup and background jobs ignore stays ignored.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  static var wasRaised: Bool { isRaised.load(ordering: .relaxed) }
}
