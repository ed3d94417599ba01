import Mail

/// Which lines of a file hold a person: takes the file piece by piece, in bounded memory.
///
/// Reads UTF-8 and whatever agrees with it in ASCII, and UTF-16 where a byte order mark says so.
package struct PersonLines: Sendable {
  /// The first lines that hold the person, counted from 1; at most `mostLines`.
  package private(set) var lines: [Int] = []
  /// How many lines hold the person.
  package private(set) var count = 0

  package static let mostLines = 1000
  /// A longer line is looked through in pieces that overlap.
  private static let window = 65_536

  private let finder: PersonFinder
  private let overlap: Int
  private var pending: [UInt8] = []
  private var line = 1
  private var isFoundInLine = false
  private var lastWasReturn = false
  private var transcoder = UTF16Pieces()

  package init(finder: PersonFinder) {
    self.finder = finder
    // A letter may be written with up to four octets where its plain form has one.
    overlap = finder.longest * 4 + 8
  }

  /// All lines of a file that is in memory.
  package static func find(_ finder: PersonFinder, in bytes: [UInt8]) -> Self {
    var lines = Self(finder: finder)
    lines.take(bytes[...])
    lines.finish()
    return lines
  }

  /// Takes the next piece of the file.
  package mutating func take(_ piece: ArraySlice<UInt8>) {
    guard !finder.isEmpty else { return }
    let text = transcoder.utf8(piece)
    var start = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte == 0x0A || byte == 0x0D else {
        lastWasReturn = false
        continue
      }
      if byte == 0x0A, lastWasReturn {
        lastWasReturn = false
        start = index + 1
        continue
      }
      add(text[start..<index])
      endLine()
      lastWasReturn = byte == 0x0D
      start = index + 1
    }
    add(text[start...])
  }

  /// Ends the file: its last line counts, too.
  package mutating func finish() {
    look()
    pending.removeAll()
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let room = max(1, Self.window + overlap - pending.count)
      pending += rest.prefix(room)
      rest = rest.dropFirst(room)
      guard pending.count >= Self.window + overlap else { return }
      look()
      pending.removeFirst(pending.count - overlap)
    }
  }

  private mutating func endLine() {
    look()
    pending.removeAll(keepingCapacity: true)
    line += 1
    isFoundInLine = false
  }

  private mutating func look() {
    guard !isFoundInLine, !pending.isEmpty,
      pending.withUnsafeBufferPointer({ finder.finds(inLine: $0) })
    else { return }
    isFoundInLine = true
    count += 1
    if lines.count < Self.mostLines { lines.append(line) }
  }
}
