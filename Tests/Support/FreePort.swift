import Glibc

/// Loopback ports that nobody listens on.
package enum FreePort {
  /// One that was free a moment ago.
  ///
  /// Another process may take it, so who starts a server with it tries again with another when
  /// the server can't bind.
  package static func find() throws -> Int {
    let listener = try LoopbackListener()
    defer { listener.close() }
    return listener.port
  }

  /// Whether somebody listens there.
  package static func isTaken(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
