import Foundation
import Glibc

/// A connected TCP socket read and written by one thread, with deadlines.
struct LoopbackConnection: ~Copyable {
  enum Ending: Error { case closedByPeer, tooLate, stopped }

  private let descriptor: Int32
  private var isReset = false
  private let isStopping: () -> Bool
  private var bytes: [UInt8] = []
  private var position = 0

  init(descriptor: Int32, isStopping: @escaping () -> Bool) {
    self.descriptor = descriptor
    self.isStopping = isStopping
    var one: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  deinit {
    // A child of ours may hold the descriptor too: the shutdown ends the connection all the same.
    // (A shutdown before a reset would send an orderly end first.)
    if !isReset { shutdown(descriptor, Int32(SHUT_RDWR)) }
    close(descriptor)
  }

  /// Makes the coming end a reset: unread and unsent bytes are thrown away.
  mutating func becomeReset() {
    isReset = true
    var linger = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout.size(ofValue: linger))
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, size)
  }

  func write(_ out: [UInt8]) throws(Ending) {
    var sent = 0
    while sent < out.count {
      let count = out[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw .closedByPeer }
      sent += count
    }
  }

  /// The next byte, waiting for it until the deadline.
  mutating func next(by deadline: ContinuousClock.Instant) throws(Ending) -> UInt8 {
    while position == bytes.count {
      if isStopping() { throw .stopped }
      if ContinuousClock.now > deadline { throw .tooLate }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 100) == 1 else { continue }
      bytes = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else {
        bytes = []
        position = 0
        throw .closedByPeer
      }
      bytes.removeLast(bytes.count - count)
      position = 0
    }
    position += 1
    return bytes[position - 1]
  }

  /// Waits; sooner back when the server is being stopped.
  func pause(milliseconds: Int) throws(Ending) {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < deadline {
      if isStopping() { throw .stopped }
      let left = (deadline - ContinuousClock.now) / Duration.seconds(1)
      Thread.sleep(forTimeInterval: min(max(left, 0), 0.05))
    }
  }
}
