import Foundation

/// Where a user's programs keep state outside their documents (XDG Base Directory Specification).
package enum StateFolder {
  /// `$XDG_STATE_HOME` where it is an absolute path, else `~/.local/state` by the passwd entry:
  /// under cron and sudo `HOME` may be another's.
  package static func path(environment: [String: String]) -> String {
    if let told = environment["XDG_STATE_HOME"], told.hasPrefix("/") { return told }
    return home() + "/.local/state"
  }

  private static func home() -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    return buffer.withUnsafeMutableBufferPointer { buffer in
      guard let words = buffer.baseAddress,
        getpwuid_r(getuid(), &entry, words, buffer.count, &found) == 0, found != nil,
        let folder = entry.pw_dir
      else { return "/" }
      return String(cString: folder)
    }
  }
}
