import Foundation

/// A server that a test can't do without, as a condition for a test:
/// `@Test(.enabled(if: ServerNeed.postfix.shouldRun, "\(ServerNeed.postfix)"))`.
///
/// Where it is missing the test is skipped, visibly; with `SOLSTICE_REQUIRE_SERVERS=1`, as
/// `scripts/test` and `.ci/run` set it, the test runs and fails with the reason.
package enum ServerNeed: Sendable, CustomStringConvertible {
  case postfix
  case witness
  case strace
  case solstice
  case libreOffice
  case chromium

  /// Whether the test is to run: the server is there, or must be.
  package var shouldRun: Bool { Self.areRequired || missing == nil }

  /// Why the server can't be had, or nil when it can.
  package var missing: String? {
    do {
      switch self {
      case .postfix:
        _ = try Tool.postfix.require()
        guard geteuid() == 0 else { throw SupportError("a private Postfix must be run as root") }
      case .witness: _ = try PythonEnvironment.locate()
      case .strace: _ = try Tool.strace.require()
      case .solstice: _ = try SolsticeBinary.locate()
      case .libreOffice: _ = try Tool.libreOffice.require()
      case .chromium: _ = try Tool.chromium.require()
      }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// What a skipped test shows as its reason.
  package var description: String { missing ?? "needed server is there" }

  package static var areRequired: Bool {
    ProcessInfo.processInfo.environment["SOLSTICE_REQUIRE_SERVERS"] == "1"
  }
}
