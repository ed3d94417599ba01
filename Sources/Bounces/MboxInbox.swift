import FoundationEssentials
import Mail

/// An mbox file (RFC 4155, with `>From ` quoting), which is never written to.
///
/// What is settled is kept beside it in `NAME.solstice-read`, one digest a line: other programs own
/// the mailbox, and no lock is common to all of them.
package struct MboxInbox: Inbox {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  package var readMarksPath: String { path + ".solstice-read" }
  static let byteLimit = 2_000_000_000

  package func list() throws(InboxError) -> [InboxReference] {
    let bytes = try FileBytes.read(path, limit: Self.byteLimit)
    let settled = marks()
    var seen: Set<String> = []
    var found: [InboxReference] = []
    for range in MboxCutter.messages(in: bytes[...]) {
      let id = Self.digest(bytes[range])
      guard !settled.contains(id), seen.insert(id).inserted else { continue }
      found.append(InboxReference(id: id, place: "\(range.lowerBound)-\(range.upperBound)"))
    }
    return found
  }

  package func read(_ reference: InboxReference, limit: Int) throws(InboxError) -> [UInt8] {
    let bytes = try FileBytes.read(path, limit: Self.byteLimit)
    let bounds = reference.place.split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1], bounds[0] >= 0, bounds[1] <= bytes.count,
      Self.digest(bytes[bounds[0]..<bounds[1]]) == reference.id
    else {
      throw InboxError(place: path, reason: "the file has changed meanwhile; read again")
    }
    return MboxCutter.unquoted(bytes[bounds[0]..<bounds[1]].prefix(limit))
  }

  package func settle(_ references: [InboxReference]) throws(InboxError) {
    var all = marks()
    let before = all.count
    for reference in references { all.insert(reference.id) }
    guard all.count > before else { return }
    let text = all.sorted().joined(separator: "\n") + "\n"
    do {
      try Data(text.utf8).write(to: URL(filePath: readMarksPath), options: .atomic)
    } catch {
      throw InboxError(
        place: readMarksPath,
        reason: "can't write which letters are read (\(error)); make the folder writable")
    }
  }

  private func marks() -> Set<String> {
    guard let bytes = try? FileBytes.read(readMarksPath, limit: Self.byteLimit) else { return [] }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Length and two FNV-1a sums: tells letters apart, and guards nothing.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x8422_2325_cbf2_9ce4
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01b9
    }
    return "\(bytes.count)-\(String(first, radix: 36))-\(String(second, radix: 36))"
  }
}
