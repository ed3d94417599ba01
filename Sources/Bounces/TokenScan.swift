import Mail

/// Finds what may be one of our tokens: 31 characters of base32, whatever the case.
enum TokenScan {
  static let length = 31
  static let most = 20

  static func add(_ line: ByteSlice, to tokens: inout [String]) {
    var start = line.startIndex
    var index = start
    while index <= line.endIndex {
      if index < line.endIndex, isBase32(line[index]) {
        index += 1
        continue
      }
      if index - start == length, tokens.count < most {
        let token = line[start..<index].text.lowercased()
        if !tokens.contains(token) { tokens.append(token) }
      }
      index += 1
      start = index
    }
  }

  private static func isBase32(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= UInt8(ascii: "2") && byte <= UInt8(ascii: "7")
  }
}
