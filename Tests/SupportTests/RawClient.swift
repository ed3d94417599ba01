import Foundation
import Glibc
import TestSupport

/// A bare TCP client, so that a test says exactly what goes over the wire.
final class RawClient {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard connected else { throw SupportError("refused") }
  }

  deinit { close(descriptor) }

  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// The next line without its line end; nil at the end, with errno telling a reset.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line.replacing("\r", with: "")
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      errno = 0
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }

  /// Writes a command and returns the last line of the reply.
  func say(_ command: String) -> String? {
    write(command + "\r\n")
    return reply()
  }

  func reply() -> String? {
    while let line = line() {
      if line.dropFirst(3).first != "-" { return line }
    }
    return nil
  }
}
