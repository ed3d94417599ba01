import Glibc

/// Loopback ports that nobody listens on.
package enum FreePort {
  /// One that was free a moment ago. Another process may take it, so who starts a server with it
  /// tries again with another when the server can't bind.
  package static func find() throws -> Int {
    let listener = try LoopbackListener()
    defer { listener.close() }
    return listener.port
  }
}
