/// The lines of a piece of text without their ends; LF, CRLF and lone CR all end a line.
package struct ByteLines: Sequence, IteratorProtocol, Sendable {
  private let bytes: ByteSlice
  private var position: Int

  package init(_ bytes: ByteSlice) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package mutating func next() -> ByteSlice? {
    guard position < bytes.endIndex else { return nil }
    let start = position
    let base = bytes.startIndex
    let end = bytes.withUnsafeBufferPointer { buffer -> Int in
      var index = start - base
      while index < buffer.count, buffer[index] != 0x0A, buffer[index] != 0x0D { index += 1 }
      return base + index
    }
    position = end + 1
    if end < bytes.endIndex, bytes[end] == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A
    {
      position += 1
    }
    return bytes[start..<end]
  }
}
