/// One transaction read back from its file, also long after the catcher has stopped.
package struct CaughtFile: Hashable, Sendable {
  /// `NNNNNN-n`.
  package let name: String
  package let sender: String
  package let recipients: [String]
  /// The message as it was received.
  package let message: [UInt8]

  /// Reads a file; fails when it can't be read, nil when a catcher did not write it.
  package init?(path: String) throws(SpoolError) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    self.init(
      name: name.hasSuffix(".eml") ? String(name.dropLast(4)) : name,
      octets: try FileSystem.read(path))
  }

  /// Takes the trace lines apart; nil when they are not as a catcher writes them.
  init?(name: String, octets: [UInt8]) {
    var lines = TraceReader(octets)
    guard let path = lines.next(after: "Return-Path: <"), path.hasSuffix(">") else { return nil }
    var recipients: [String] = []
    while let recipient = lines.next(after: "X-Original-To: ") { recipients.append(recipient) }
    guard lines.next(after: "Received: ") != nil, lines.next(after: "\tby ") != nil,
      lines.next(after: "\t") != nil
    else { return nil }
    self.name = name
    sender = String(path.dropLast())
    self.recipients = recipients
    message = Array(octets[lines.position...])
  }

  /// The paths of a folder's transactions, in the order of their names.
  package static func paths(in folder: String) throws(SpoolError) -> [String] {
    let names = try FileSystem.names(in: folder).filter { name in
      name.hasSuffix(".eml") && !name.hasPrefix(".")
    }
    return names.sorted().map { "\(folder)/\($0)" }
  }
}

/// Walks over the lines that the catcher wrote before a message.
private struct TraceReader {
  private let octets: [UInt8]
  private(set) var position = 0

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  /// The rest of the next line if it begins like this; else it stays where it is.
  mutating func next(after start: String) -> String? {
    let rest = octets[position...]
    guard rest.starts(with: start.utf8), let end = rest.firstIndex(of: 0x0A), end > position,
      octets[end - 1] == 0x0D
    else { return nil }
    let line = rest[(position + start.utf8.count)..<(end - 1)]
    position = end + 1
    return String(decoding: line, as: UTF8.self)
  }
}
