/// Why a catcher could not start.
package enum CatcherError: Error, Hashable, CustomStringConvertible {
  case script(CatcherScriptError)
  case folder(SpoolError)
  case address(host: String, port: Int, reason: String)
  /// The script has reports, but the options have no Maildir for them.
  case noMaildir
  case threads(Int)
  /// The host name would not fit into replies and headers.
  case hostname(String)

  package var description: String {
    switch self {
    case .script(let error): error.description
    case .folder(let error): error.description
    case .address(let host, let port, let reason): "can't listen on \(host):\(port): \(reason)"
    case .noMaildir: "the script has reports: set the Maildir they go to (reportsMaildir)"
    case .threads(let count): "\(count) threads: give 1 to 64"
    case .hostname(let name): "\"\(name)\" is no host name: letters, digits, dots and hyphens"
    }
  }
}
