/// A server's reply (RFC 5321 section 4.2): code, lines, and the enhanced status where it gives one.
package struct Reply: Hashable, Sendable, CustomStringConvertible {
  package let code: Int
  /// The text of each line, without code and separator.
  package let lines: [String]

  package init?(code: Int, lines: [String]) {
    guard (200...599).contains(code) else { return nil }
    self.code = code
    self.lines = lines
  }

  /// Takes one reply line `550-5.1.1 text` apart: code, whether more lines follow, text.
  package static func line(_ text: some StringProtocol) -> (code: Int, isLast: Bool, text: String)?
  {
    let bytes = text.utf8
    guard bytes.count >= 3, bytes.prefix(3).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let code = Int(text.prefix(3)), (200...599).contains(code)
    else { return nil }
    let separator = bytes.dropFirst(3).first
    guard separator == nil || separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-")
    else { return nil }
    return (code, separator != UInt8(ascii: "-"), String(text.dropFirst(4)))
  }

  /// The first line's enhanced status (RFC 2034), where it agrees with the code's class.
  package var enhanced: EnhancedStatus? {
    guard let first = lines.first,
      let word = first.split(separator: " ", maxSplits: 1).first,
      let status = EnhancedStatus(parsing: word), status.statusClass == code / 100
    else { return nil }
    return status
  }

  /// All lines as one, as people read it.
  package var text: String { lines.joined(separator: " ") }
  package var isPositive: Bool { code / 100 == 2 }
  package var isTransient: Bool { code / 100 == 4 }
  package var isPermanent: Bool { code / 100 == 5 }

  package var description: String { text.isEmpty ? "\(code)" : "\(code) \(text)" }
}
