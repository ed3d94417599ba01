/// Header values as people read them: unfolded, with encoded words decoded (RFC 2047).
package enum HeaderText {
  /// Decodes a raw value; what is wrongly encoded stays as it is.
  package static func decode(_ raw: ByteSlice) -> String {
    let value = unfold(raw)
    guard value.contains("=?") else { return Charset.utf8Text(value[...], label: nil) }
    var result = ""
    var pending = Pending()
    var index = value.startIndex
    var plainStart = index
    while index < value.endIndex {
      guard value[index] == UInt8(ascii: "="), let word = EncodedWord(value, at: index) else {
        index += 1
        continue
      }
      let between = value[plainStart..<index]
      if !(pending.isOpen && between.allSatisfy(\.isMailSpace)) {
        pending.flush(into: &result)
        result += Charset.utf8Text(between, label: nil)
      }
      pending.add(word, to: &result)
      index = word.end
      plainStart = index
    }
    pending.flush(into: &result)
    result += Charset.utf8Text(value[plainStart...], label: nil)
    return result
  }

  /// One line: folds and other control characters become single spaces.
  package static func unfold(_ raw: ByteSlice) -> ByteSlice {
    guard raw.contains(where: { $0 < 0x20 && $0 != 0x1B }) else { return raw }
    var line: [UInt8] = []
    line.reserveCapacity(raw.count)
    for byte in raw {
      if byte < 0x20, byte != 0x1B {
        if let last = line.last, last != 0x20 { line.append(0x20) }
      } else if byte == 0x20, line.last == 0x20 {
        continue
      } else {
        line.append(byte)
      }
    }
    return line[...]
  }

  /// Words of one charset are joined before they are decoded: mailers cut characters in two.
  private struct Pending {
    var charset: String = ""
    var bytes: [UInt8] = []
    var isOpen = false

    mutating func add(_ word: EncodedWord, to result: inout String) {
      if isOpen, word.charset != charset { flush(into: &result) }
      charset = word.charset
      bytes += word.bytes
      isOpen = true
    }

    mutating func flush(into result: inout String) {
      if isOpen { result += Charset.utf8Text(bytes[...], label: charset) }
      bytes.removeAll(keepingCapacity: true)
      isOpen = false
    }
  }

  /// One `=?charset?B?…?=`.
  private struct EncodedWord {
    let charset: String
    let bytes: [UInt8]
    let end: Int

    init?(_ value: ByteSlice, at start: Int) {
      let mark = UInt8(ascii: "?")
      guard start + 1 < value.endIndex, value[start + 1] == mark,
        let first = Self.find(mark, in: value, from: start + 2, within: 60),
        first + 2 < value.endIndex, value[first + 2] == mark
      else { return nil }
      // Q text may hold no "?", so the next one ends the word; length bounded against abuse.
      guard let last = Self.find(mark, in: value, from: first + 3, within: 4000),
        last + 1 < value.endIndex, value[last + 1] == UInt8(ascii: "=")
      else { return nil }
      let body = value[(first + 3)..<last]
      switch value[first + 1].asciiLower {
      case UInt8(ascii: "b"): bytes = TransferDecoding.base64(body)
      case UInt8(ascii: "q"):
        bytes = TransferDecoding.quotedPrintable(body, underscoreIsSpace: true)
      default: return nil
      }
      let name = value[(start + 2)..<first]
      charset = (name.split(separator: UInt8(ascii: "*")).first ?? name).text.lowercased()
      end = last + 2
    }

    private static func find(
      _ byte: UInt8, in value: ByteSlice, from start: Int, within limit: Int
    ) -> Int? {
      let end = min(value.endIndex, start + limit)
      guard start < end else { return nil }
      return value[start..<end].firstIndex(of: byte)
    }
  }
}
