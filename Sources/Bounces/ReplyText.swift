import Mail

/// A server's reply found in a report's words: code, enhanced status, and the words themselves.
struct ReplyText: Sendable {
  var code: Int?
  var status: EnhancedStatus?
  var text: String
  /// Whether it answered MAIL FROM: then it speaks of us, not of the recipient.
  var isToSender = false

  /// Reads one text: the first reply code in it, and the status that goes with it.
  init(_ text: String) {
    let bytes = Array(text.utf8)[...]
    self.text = text
    code = Self.code(in: bytes)?.value
    status = Self.status(in: text, code: code)
    isToSender = bytes.contains("mail from command") || bytes.contains("to mail from")
  }

  /// The status that says most: the first specific one of the code's class, else the first of all.
  static func status(in text: String, code: Int?) -> EnhancedStatus? {
    var rest = Substring(text)
    var first: EnhancedStatus?
    for _ in 0..<4 {
      guard let found = EnhancedStatus.first(in: rest) else { break }
      let fits = code.map { $0 / 100 == found.statusClass } ?? true
      if found.statusClass != 2, fits {
        if !StatusChoice.isGeneral(found) { return found }
        first = first ?? found
      } else if found.statusClass != 2, first == nil {
        first = found
      }
      guard let place = rest.utf8Range(of: found.description) else { break }
      rest = rest[place...]
    }
    return first
  }

  /// A reply code that stands as a word: `550 …`, `550-…`, `(#550)`; not a port, size or year.
  static func code(in bytes: ByteSlice) -> (value: Int, place: Int)? {
    var previous: UInt8 = 0x20
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "4") || byte == UInt8(ascii: "5"), isBefore(previous),
        bytes[index + 1] >= 0x30, bytes[index + 1] <= 0x35 || bytes[index + 1] == 0x37,
        bytes[index + 2].isASCIIDigit,
        isAfter(bytes, index + 3)
      {
        let value =
          Int(byte - 0x30) * 100 + Int(bytes[index + 1] - 0x30) * 10 + Int(bytes[index + 2] - 0x30)
        return (value, index)
      }
      previous = byte
      index += 1
    }
    return nil
  }

  private static func isBefore(_ byte: UInt8) -> Bool {
    !(byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "+") || byte >= 0x80)
  }

  private static func isAfter(_ bytes: ByteSlice, _ index: Int) -> Bool {
    guard index < bytes.endIndex else { return true }
    let byte = bytes[index]
    if byte == UInt8(ascii: "-") || byte == 0x20 || byte == 0x09 { return true }
    return byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
      || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: "#")
  }
}

extension Substring {
  /// Where a short ASCII text ends, searched byte by byte.
  fileprivate func utf8Range(of text: String) -> String.Index? {
    let wanted = Array(text.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: wanted) {
        return utf8.index(index, offsetBy: wanted.count, limitedBy: utf8.endIndex)
      }
      index = utf8.index(after: index)
    }
    return nil
  }
}
