import Foundation
import Glibc
import Synchronization

/// A started program: to be waited for or killed, once its moment has come.
package final class RunningProgram: Sendable {
  package let pid: Int32
  private let name: String
  private let files: TemporaryFolder
  private let ended = Mutex<ProgramResult?>(nil)

  init(pid: Int32, name: String, files: TemporaryFolder) {
    self.pid = pid
    self.name = name
    self.files = files
  }

  deinit {
    if reap() == nil {
      signal(SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
    }
  }

  package var isRunning: Bool { reap() == nil }

  /// What it has written to standard output so far.
  package var outputSoFar: String { (try? files.read("stdout")) ?? "" }
  /// What it has written to standard error so far.
  package var errorsSoFar: String { (try? files.read("stderr")) ?? "" }

  /// Sends a signal to it and to its children; nothing when it has ended already.
  package func signal(_ number: Int32) {
    ended.withLock { ended in
      // Once reaped, its number may be somebody else's.
      if ended == nil { Glibc.kill(-pid, number) }
    }
  }

  /// Kills it (SIGKILL: it can't object, nor clean up) and waits until it is gone.
  @discardableResult
  package func kill() throws -> ProgramResult {
    signal(SIGKILL)
    return try wait(limit: .seconds(30))
  }

  /// Waits for its end; kills it and throws when that takes longer than the limit.
  package func wait(limit: Duration = .seconds(120)) throws -> ProgramResult {
    let deadline = ContinuousClock.now + limit
    var pause = 0.0005
    while true {
      if let result = reap() { return result }
      guard ContinuousClock.now < deadline else { break }
      Thread.sleep(forTimeInterval: pause)
      pause = min(pause * 1.5, 0.02)
    }
    signal(SIGKILL)
    waitUntil(within: .seconds(10)) { reap() != nil }
    throw SupportError("still running after \(limit): \(name)\n\(outputSoFar)\n\(errorsSoFar)")
  }

  private func reap() -> ProgramResult? {
    ended.withLock { ended in
      if ended != nil { return ended }
      var status: Int32 = 0
      var used = rusage()
      guard wait4(pid, &status, WNOHANG, &used) == pid else { return nil }
      let signal = status & 0x7f
      ended = ProgramResult(
        status: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
        signal: signal == 0 ? nil : signal,
        outputBytes: bytes(of: "stdout"), errorBytes: bytes(of: "stderr"),
        cpuSeconds: seconds(used.ru_utime) + seconds(used.ru_stime),
        peakKilobytes: used.ru_maxrss)
      return ended
    }
  }

  private func bytes(of name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: files.path(of: name)))).map { [UInt8]($0) } ?? []
  }

  private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
