import Glibc
import Synchronization

/// A folder of messages in the form that mail programs read: written to `tmp`, then moved to `new`.
final class Maildir: Sendable {
  private let folder: String
  private let hostname: String
  private let count = Atomic<Int>(0)

  /// Opens it, making its folders when missing.
  init(folder: String, hostname: String) throws(SpoolError) {
    for name in ["tmp", "new", "cur"] { try FileSystem.makeFolder("\(folder)/\(name)") }
    self.folder = folder
    self.hostname = String(hostname.map { $0 == "/" || $0 == ":" ? "_" : $0 })
  }

  /// Delivers a message under a name that no other has, and tells the name.
  @discardableResult
  func deliver(_ message: [UInt8]) throws(SpoolError) -> String {
    while true {
      let time = UTCTime.now()
      let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
      let name = "\(time / 1000).M\(time % 1000)P\(getpid())Q\(number).\(hostname)"
      do throws(SpoolError) {
        try FileSystem.create("\(folder)/tmp/\(name)", message)
        try FileSystem.move("\(folder)/tmp/\(name)", to: "\(folder)/new/\(name)")
        return name
      } catch {
        guard error.exists else { throw error }
      }
    }
  }
}
