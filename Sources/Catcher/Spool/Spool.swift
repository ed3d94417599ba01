import Glibc
import Synchronization

/// The folder of transactions: one file each, written under a hidden name and then renamed.
///
/// Names are `NNNNNN-n.eml`: a number that goes on where the folder's files stop, and the process.
/// A name that another process has taken meanwhile is never overwritten.
final class Spool: Sendable {
  let folder: String
  private let process: Int32
  private let next: Atomic<Int>

  /// Opens the folder, making it when missing.
  init(folder: String) throws(SpoolError) {
    try FileSystem.makeFolder(folder)
    self.folder = folder
    process = getpid()
    let used = try FileSystem.names(in: folder).compactMap(Self.number(of:)).max() ?? 0
    next = Atomic(used + 1)
  }

  /// Keeps a message after its trace lines, which may tell the name it gets.
  ///
  /// It is not flushed to the disk: it survives the catcher's end, not a power cut.
  func keep(
    _ message: [UInt8], trace: (String) -> [UInt8]
  ) throws(SpoolError) -> (name: String, file: String, traceSize: Int) {
    while true {
      let name = nextName()
      let lines = trace(name)
      let hidden = "\(folder)/.\(name).part"
      let file = "\(folder)/\(name).eml"
      do throws(SpoolError) {
        try FileSystem.create(hidden, lines, message)
        do throws(SpoolError) {
          try FileSystem.move(hidden, to: file)
        } catch {
          FileSystem.remove(hidden)
          throw error
        }
        return (name, file, lines.count)
      } catch {
        guard error.exists else { throw error }
      }
    }
  }

  /// A new name, without looking whether it is free.
  func nextName() -> String {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return "\(UTCTime.padded(number, 6))-\(process)"
  }

  private static func number(of name: String) -> Int? {
    guard name.hasSuffix(".eml"), let dash = name.firstIndex(of: "-") else { return nil }
    return Int(name[..<dash])
  }
}
