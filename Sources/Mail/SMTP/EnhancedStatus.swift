/// An enhanced mail system status code (RFC 3463), such as 5.1.1.
package struct EnhancedStatus: Hashable, Sendable, CustomStringConvertible {
  /// 2 success, 4 persistent transient failure, 5 permanent failure.
  package let statusClass: Int
  package let subject: Int
  package let detail: Int

  package init?(statusClass: Int, subject: Int, detail: Int) {
    guard [2, 4, 5].contains(statusClass), (0...999).contains(subject), (0...999).contains(detail)
    else { return nil }
    self.statusClass = statusClass
    self.subject = subject
    self.detail = detail
  }

  /// Reads a text that is a status and nothing else.
  package init?(parsing text: some StringProtocol) {
    var bytes = Substring(text).utf8
    guard let status = Self.take(from: &bytes), bytes.isEmpty else { return nil }
    self = status
  }

  /// Finds the first status in a text that stands as a word of its own.
  package static func first(in text: some StringProtocol) -> Self? {
    var bytes = Substring(text).utf8
    var previous: UInt8 = 0x20
    var isJoined = false
    while let byte = bytes.first {
      if isDigit(byte), !isPartOfNumber(previous), !isJoined {
        var rest = bytes
        if let status = take(from: &rest), rest.first.map(isPartOfNumber) != true { return status }
      }
      // A full stop after a digit goes on with an address or a version.
      isJoined = byte == UInt8(ascii: ".") && isDigit(previous)
      previous = byte
      bytes.removeFirst()
    }
    return nil
  }

  package var description: String { "\(statusClass).\(subject).\(detail)" }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Digits, letters, and the joints of addresses and versions: `10.5.1.1` holds no status.
  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte >= 0x80
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func take(from bytes: inout Substring.UTF8View) -> Self? {
    guard let statusClass = takeNumber(from: &bytes), bytes.popFirst() == UInt8(ascii: "."),
      let subject = takeNumber(from: &bytes), bytes.popFirst() == UInt8(ascii: "."),
      let detail = takeNumber(from: &bytes)
    else { return nil }
    // A fourth group makes it an IP address or a version; a full stop ends a sentence.
    if bytes.first == UInt8(ascii: "."), bytes.dropFirst().first.map(isDigit) == true { return nil }
    return Self(statusClass: statusClass, subject: subject, detail: detail)
  }

  private static func takeNumber(from bytes: inout Substring.UTF8View) -> Int? {
    var value = 0
    var digits = 0
    while let byte = bytes.first, isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      guard digits <= 3 else { return nil }
      bytes.removeFirst()
    }
    return digits > 0 ? value : nil
  }
}
