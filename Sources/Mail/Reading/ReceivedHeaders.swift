/// The header fields of a message or part as they came (RFC 5322 section 2.2), read leniently.
///
/// Values are decoded only when asked for. Any bytes are let in.
package struct ReceivedHeaders: Sendable {
  /// One field: its name and its value with folds and encodings still in it.
  package struct Field: Sendable {
    package let name: ByteSlice
    package let rawValue: ByteSlice
    /// The value in one line with RFC 2047 words decoded.
    package var text: String { HeaderText.decode(rawValue) }
  }

  package private(set) var fields: [Field] = []
  /// The sender that an mbox's `From ` line tells, where the block begins with one.
  package private(set) var mboxSender: ByteSlice?

  package init() {}

  /// Reads a block of fields up to the first empty line or what can't be a header.
  ///
  /// Gives the place after it. A line that is no field is left out when fields go on after it.
  package static func parse(
    _ bytes: ByteSlice, limits: ReadingLimits = .standard
  ) -> (headers: Self, bodyStart: Int) {
    var headers = Self()
    headers.fields.reserveCapacity(24)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let line = Line(at: position, in: bytes)
      if line.isEmpty { return (headers, line.next) }
      var end = line.end
      var next = line.next
      while next < bytes.endIndex, bytes[next].isMailSpace {
        let fold = Line(at: next, in: bytes)
        // A line of blanks ends the header where a gateway has padded the empty line.
        if fold.isEmpty || bytes[next..<fold.end].trimmed.isEmpty { break }
        end = fold.end
        next = fold.next
      }
      if let colon = fieldColon(bytes, from: position, to: line.end) {
        if headers.fields.count < limits.fields {
          headers.fields.append(
            Field(
              name: bytes[position..<colon].trimmed, rawValue: bytes[(colon + 1)..<end].trimmed))
        }
      } else if isMboxLine(bytes[position..<line.end]) {
        if headers.fields.isEmpty, headers.mboxSender == nil {
          headers.mboxSender = bytes[position..<line.end].drop { $0 != 0x20 }.dropFirst()
            .prefix { $0 != 0x20 }
        }
      } else {
        let following = next < bytes.endIndex ? Line(at: next, in: bytes) : nil
        let goesOn =
          following.map { fieldColon(bytes, from: next, to: $0.end) != nil } ?? false
        if headers.fields.isEmpty || !goesOn { return (headers, position) }
      }
      if next < bytes.endIndex, bytes[next].isMailSpace {
        return (headers, Line(at: next, in: bytes).next)
      }
      position = next
    }
    return (headers, bytes.endIndex)
  }

  /// The first field of this name.
  package func field(_ name: StaticString) -> Field? {
    fields.first { $0.name.equals(name) }
  }

  package func all(_ name: StaticString) -> [Field] {
    fields.filter { $0.name.equals(name) }
  }

  package func has(_ name: StaticString) -> Bool { field(name) != nil }

  /// The first field's decoded value.
  package func text(_ name: StaticString) -> String? { field(name)?.text }

  private static func isMboxLine(_ line: ByteSlice) -> Bool {
    line.starts(with: "From ") || line.starts(with: ">From ")
  }

  /// Where the colon of a field stands: after a name of printable ASCII, blanks before it allowed.
  static func fieldColon(_ bytes: ByteSlice, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, index - start < 80 {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return index > start ? index : nil }
      if byte.isMailSpace {
        while index < end, bytes[index].isMailSpace { index += 1 }
        return index < end && bytes[index] == UInt8(ascii: ":") && index > start + 1 ? index : nil
      }
      guard byte > 0x20, byte < 0x7F else { return nil }
      index += 1
    }
    return nil
  }

  private struct Line {
    let start: Int
    let end: Int
    let next: Int
    var isEmpty: Bool { start == end }

    init(at start: Int, in bytes: ByteSlice) {
      self.start = start
      let feed = bytes.position(of: 0x0A, from: start)
      next = feed.map { $0 + 1 } ?? bytes.endIndex
      var last = feed ?? bytes.endIndex
      while last > start, bytes[last - 1] == 0x0D { last -= 1 }
      end = last
    }
  }
}
