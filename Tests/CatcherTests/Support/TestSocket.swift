import Glibc

/// What went wrong on a test's socket.
struct TestSocketError: Error, CustomStringConvertible {
  let description: String
}

/// A blocking connection to a port on loopback, with time-outs.
final class TestSocket {
  private let file: Int32
  private var buffer: [UInt8] = []

  /// Connects; with a small window, little can be on its way.
  init(port: Int, window: Int32? = nil) throws {
    file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { throw TestSocketError(description: "no socket: \(errno)") }
    if var window {
      for option in [SO_RCVBUF, SO_SNDBUF] {
        setsockopt(file, SOL_SOCKET, option, &window, socklen_t(MemoryLayout<Int32>.size))
      }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port)).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw TestSocketError(description: "no connection: \(errno)") }
    var one: Int32 = 1
    setsockopt(
      file, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    wait(seconds: 10)
  }

  deinit {
    close(file)
  }

  /// Sets how long a read may take.
  func wait(seconds: Double) {
    var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(seconds * 1_000_000) % 1_000_000)
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Sets how long the other side may take to read.
  func giveUpSending(seconds: Int) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Ends the connection with a reset instead of in order, once it is let go.
  func resetOnClose() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(file, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  func send(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw TestSocketError(description: "can't send: \(errno)") }
      done += count
    }
  }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// The next line without its CRLF; nil when the other side has closed.
  func line() throws -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        guard end > 0, buffer[end - 1] == 0x0D else {
          throw TestSocketError(description: "a line without CR")
        }
        let line = String(decoding: buffer[..<(end - 1)], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = chunk.withUnsafeMutableBytes { recv(file, $0.baseAddress, $0.count, 0) }
      if count == 0 || (count < 0 && errno == ECONNRESET) { return nil }
      guard count > 0 else { throw TestSocketError(description: "nothing came: \(errno)") }
      buffer += chunk[..<count]
    }
  }

  /// Whether nothing comes for so long.
  func isSilent(seconds: Double) -> Bool {
    wait(seconds: seconds)
    defer { wait(seconds: 10) }
    var octet: UInt8 = 0
    return buffer.isEmpty && recv(file, &octet, 1, Int32(MSG_PEEK)) < 0
      && errno == EAGAIN
  }
}
