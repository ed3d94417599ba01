/// One SMTP transaction that was accepted.
package struct CaughtTransaction: Hashable, Sendable {
  /// `NNNNNN-n`, also the name of its file without `.eml`.
  package let name: String
  /// The path of its file; nil when the catcher discards.
  package let file: String?
  /// Counts the connections from 1.
  package let connection: Int
  /// The return path as written; empty for `<>`.
  package let sender: String
  package let recipients: [String]
  /// What the client called itself.
  package let helo: String
  /// Who had authenticated.
  package let user: String?
  package let isUTF8: Bool
  /// Octets of the message as received, without the trace lines before it in the file.
  package let size: Int
  package let traceSize: Int
  package let longestLine: Int
  package let hasBareLines: Bool
  /// Milliseconds since 1970, by the options' clock.
  package let received: Int64

  /// Reads the message as it was received, without trace lines; fails when the file can't be read.
  package func message() throws(SpoolError) -> [UInt8] {
    guard let file else { return [] }
    return Array(try FileSystem.read(file).dropFirst(traceSize))
  }
}

/// A message whose text began to arrive but was not accepted: the connection ended, or the script
/// kept the reply back.
package struct InterruptedTransaction: Hashable, Sendable {
  package let connection: Int
  package let sender: String
  package let recipients: [String]
  /// Octets that had arrived, before dots were undone.
  package let received: Int
  /// Whether the final dot had arrived.
  package let isComplete: Bool
  /// Its Message-ID with brackets, when that had arrived.
  package let messageID: String?
}
