import Glibc

/// Takes in the text of a message after DATA and undoes the dot-stuffing (RFC 5321 section 4.5.2).
///
/// Only CRLF ends a line, so only CRLF.CRLF ends the text; bare CR and LF are kept and noted.
/// Linear in time whatever comes; memory is bounded by the size limit.
struct BodyReader {
  private enum State {
    case lineStart
    /// A dot at the start of a line, held back.
    case dot
    /// CR after such a dot, held back as well.
    case dotReturn
    case text
    /// CR in the text, kept already; LF should follow.
    case carriageReturn
  }

  private let sizeLimit: Int
  private var state = State.lineStart
  private var lineLength = 0
  /// What was received so far, unstuffed; empty once it is larger than the limit.
  private(set) var octets: [UInt8] = []
  /// Octets taken in, with dots and the end.
  private(set) var received = 0
  private(set) var longestLine = 0
  private(set) var hasBareLines = false
  private(set) var isTooLarge = false
  private(set) var isComplete = false

  init(sizeLimit: Int) {
    self.sizeLimit = sizeLimit
  }

  /// Makes it ready for the next message, keeping a moderate buffer.
  mutating func restart() {
    let kept = octets.capacity <= 1 << 20
    octets.removeAll(keepingCapacity: kept)
    state = .lineStart
    lineLength = 0
    received = 0
    longestLine = 0
    hasBareLines = false
    isTooLarge = false
    isComplete = false
  }

  /// Takes in octets up to the end of the text, and tells how many these were.
  mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var scan = Scan(bytes)
    while scan.position < bytes.count, !isComplete {
      step(&scan)
    }
    if !isComplete { flush(&scan, upTo: scan.position) }
    received += scan.position
    return scan.position
  }

  private mutating func step(_ scan: inout Scan) {
    let octet = scan.bytes[scan.position]
    switch state {
    case .lineStart where octet == 0x2E:
      flush(&scan, upTo: scan.position)
      scan.position += 1
      scan.start = scan.position
      state = .dot
    case .lineStart:
      state = .text
    case .dot where octet == 0x0D:
      scan.position += 1
      scan.start = scan.position
      state = .dotReturn
    case .dot:
      state = .text
    case .dotReturn where octet == 0x0A:
      scan.position += 1
      isComplete = true
    case .dotReturn:
      // ".CR" was the start of a line after all: the dot goes, the CR stays.
      append([0x0D])
      lineLength += 1
      state = .carriageReturn
    case .carriageReturn where octet == 0x0A:
      scan.position += 1
      endLine(1)
      state = .lineStart
    case .carriageReturn:
      hasBareLines = true
      state = .text
    case .text:
      readText(&scan)
    }
  }

  private mutating func readText(_ scan: inout Scan) {
    let end = scan.nextReturn()
    if let feed = scan.feed(before: end) {
      hasBareLines = true
      let length = feed + 1 - scan.position
      scan.position = feed + 1
      endLine(length)
    } else if end < scan.bytes.count {
      lineLength += end + 1 - scan.position
      scan.position = end + 1
      state = .carriageReturn
    } else {
      lineLength += end - scan.position
      scan.position = end
      longestLine = max(longestLine, lineLength)
    }
  }

  private mutating func endLine(_ more: Int) {
    longestLine = max(longestLine, lineLength + more)
    lineLength = 0
  }

  private mutating func flush(_ scan: inout Scan, upTo end: Int) {
    if scan.start < end { append(UnsafeRawBufferPointer(rebasing: scan.bytes[scan.start..<end])) }
    scan.start = end
  }

  private mutating func append(_ more: some Collection<UInt8>) {
    guard !isTooLarge else { return }
    guard octets.count + more.count <= sizeLimit else {
      isTooLarge = true
      octets = []
      return
    }
    octets.append(contentsOf: more)
  }
}

/// A walk over one chunk that never looks for the same CR twice.
private struct Scan {
  let bytes: UnsafeRawBufferPointer
  var position = 0
  /// Where the octets begin that are not kept yet.
  var start = 0
  private var knownReturn = -1

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  mutating func nextReturn() -> Int {
    if knownReturn < position { knownReturn = find(0x0D, before: bytes.count) ?? bytes.count }
    return knownReturn
  }

  func feed(before end: Int) -> Int? {
    find(0x0A, before: end)
  }

  private func find(_ octet: UInt8, before end: Int) -> Int? {
    guard let base = bytes.baseAddress, position < end,
      let found = memchr(base + position, Int32(octet), end - position)
    else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
