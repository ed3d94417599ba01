import Mail

/// Cuts an mbox at its `From ` lines.
enum MboxCutter {
  /// Each message's place, without its `From ` line.
  static func messages(in bytes: ByteSlice) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var afterEmpty = true
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let next = bytes[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let line = bytes[position..<next]
      if afterEmpty, line.starts(with: Array("From ".utf8)) {
        if let begun = start, begun < position { ranges.append(begun..<position) }
        start = next
      }
      afterEmpty = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      position = next
    }
    if let begun = start, begun < bytes.endIndex { ranges.append(begun..<bytes.endIndex) }
    return ranges
  }

  /// Takes one `>` off lines of the form `>From `, `>>From `.
  static func unquoted(_ bytes: ByteSlice) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let next = bytes[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let line = bytes[position..<next]
      let bare = line.drop { $0 == UInt8(ascii: ">") }
      let isQuoted = bare.startIndex > line.startIndex && bare.starts(with: Array("From ".utf8))
      result += isQuoted ? line.dropFirst() : line
      position = next
    }
    return result
  }
}
