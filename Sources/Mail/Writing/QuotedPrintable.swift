/// Writes quoted-printable (RFC 2045 section 6.7): lines of at most 76 characters, CRLF only.
package enum QuotedPrintable {
  /// Encodes text; every kind of line end becomes CRLF.
  ///
  /// The last line stays open, so that a merge point can follow it.
  package static func encode(text: some Sequence<UInt8>) -> [UInt8] {
    var writer = Writer()
    var sawReturn = false
    let bytes = Array(text)
    for (index, byte) in bytes.enumerated() {
      if sawReturn {
        sawReturn = false
        writer.hardBreak()
        if byte == 0x0A { continue }
      }
      switch byte {
      case 0x0D: sawReturn = true
      case 0x0A: writer.hardBreak()
      default: writer.put(byte, startsFrom: bytes[index...].starts(with: mailboxLine))
      }
    }
    if sawReturn { writer.hardBreak() }
    writer.closeBlank()
    return writer.output
  }

  /// Old mailboxes take a line that starts so for the next message.
  private static let mailboxLine = Array("From ".utf8)

  private struct Writer {
    var output: [UInt8] = []
    private var column = 0
    /// Where the byte before is a plain blank, which may not end a line.
    private var blankEnds = false

    mutating func put(_ byte: UInt8, startsFrom: Bool) {
      let isBlank = byte == 0x20 || byte == 0x09
      let isPlain = isBlank || (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "="))
      let width = isPlain ? 1 : 3
      if column + width > 75 { softBreak() }
      // A full stop alone on a line is left to the transport, which doubles it.
      if isPlain && !(column == 0 && startsFrom) {
        output.append(byte)
        column += 1
      } else {
        if column + 3 > 75 { softBreak() }
        escape(byte)
      }
      blankEnds = isBlank
    }

    mutating func hardBreak() {
      closeBlank()
      output.append(0x0D)
      output.append(0x0A)
      column = 0
    }

    /// Escapes a blank that would end a line, where a relay may strip it.
    mutating func closeBlank() {
      guard blankEnds, let blank = output.popLast() else { return }
      column -= 1
      if column + 3 > 75 { softBreak() }
      escape(blank)
      blankEnds = false
    }

    private mutating func softBreak() {
      output.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
      column = 0
      blankEnds = false
    }

    private mutating func escape(_ byte: UInt8) {
      output.append(UInt8(ascii: "="))
      output.append(HexDigits.upper[Int(byte >> 4)])
      output.append(HexDigits.upper[Int(byte & 15)])
      column += 3
    }
  }
}
