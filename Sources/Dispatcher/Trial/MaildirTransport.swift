import Foundation
import Mail
import Synchronization

/// Puts every letter into a Maildir, as a relay would deliver it (one file, in place at once).
package struct MaildirTransport: Transport {
  private let folder: URL

  /// Makes the Maildir where it is missing; fails where it can't.
  package init(path: String) throws {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    for part in ["tmp", "new", "cur"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: part), withIntermediateDirectories: true)
    }
  }

  package var batch: Int { 64 }

  package func makeConnection() -> any TransportConnection { Connection(folder: folder) }

  private static let counter = Atomic<Int>(0)

  private final class Connection: TransportConnection {
    private let folder: URL

    init(folder: URL) {
      self.folder = folder
    }

    func deliver(
      _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
    ) -> TransportResult {
      guard beforeBody() else { return TransportResult(stage: .data, takenBack: true) }
      let number = MaildirTransport.counter.add(1, ordering: .relaxed).newValue
      let name = "\(Int(Date().timeIntervalSince1970)).P\(getpid())Q\(number).solstice"
      let trace =
        "Return-Path: <\(envelope.sender?.wire ?? "")>\r\nDelivered-To: \(envelope.recipient.wire)\r\n"
      do {
        let temporary = folder.appending(path: "tmp/\(name)")
        try Data(Array(trace.utf8) + message).write(to: temporary)
        try FileManager.default.moveItem(at: temporary, to: folder.appending(path: "new/\(name)"))
      } catch {
        return TransportResult(
          stage: .afterDot, reply: Reply(code: 451, lines: ["4.3.0 can't write: \(error)"]),
          bodyBegan: true)
      }
      let reply = Reply(code: 250, lines: ["2.0.0 kept as \(name)"])
      return TransportResult(stage: .afterDot, reply: reply, bodyBegan: true)
    }

    func close() {}
  }
}
