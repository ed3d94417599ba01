/// Finds the head of a message, without decoding anything in it.
enum MessageHead {
  /// The lines before the empty one, with LF or CRLF as they are, cut after so many octets.
  static func lines(of message: [UInt8], limit: Int = 65_536) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    let end = min(message.count, limit)
    for index in 0..<end where message[index] == 0x0A {
      let stop = index > start && message[index - 1] == 0x0D ? index - 1 : index
      guard stop > start else { return lines }
      lines.append(Array(message[start..<stop]))
      start = index + 1
    }
    if start < end, end == message.count { lines.append(Array(message[start..<end])) }
    return lines
  }

  /// The value of Message-ID, when it is there in printable ASCII.
  static func messageID(of message: [UInt8]) -> String? {
    let name = Array("message-id:".utf8)
    let lines = lines(of: message)
    for (index, line) in lines.enumerated() where line.count >= name.count {
      guard zip(line, name).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) else { continue }
      var value = line.dropFirst(name.count)
      // A long Message-ID stands on a line of its own.
      if value.allSatisfy({ $0 == 0x20 }), index + 1 < lines.count { value = lines[index + 1][...] }
      let id = value.filter { $0 > 0x20 }
      guard !id.isEmpty, id.count <= 998, id.allSatisfy({ $0 < 0x7F }) else { return nil }
      return String(decoding: id, as: UTF8.self)
    }
    return nil
  }
}
