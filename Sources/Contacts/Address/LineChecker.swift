import Mail

/// `contacts check --format tsv`: one line in, one line out, in order.
///
/// A line out is `input TAB verdict TAB code TAB cleaned address or suggestion`. Plain ASCII
/// addresses never become strings; everything else goes to the judge. Tabs and carriage returns of
/// the input are written as spaces; of a line beyond `longestLine` octets only the beginning.
package struct LineChecker {
  package static let longestLine = 4_096

  let judge = AddressJudge()
  private let gate = DomainGate()
  private let classes = PlainLine.classes
  /// Domains and whether they passed the gate, each as its length and its name.
  ///
  /// Pairs of places by hash; the newer of a pair stands first.
  private var passed = [UInt8](repeating: 0, count: PlainLine.places * 32)
  /// Answers of plain lines before they are handed on.
  private var scratch = [UInt8](repeating: 0, count: 65_536)
  /// A plain address out of what surrounds it.
  private var inside: [UInt8] = []
  /// The beginning of a line whose end has not come yet.
  private var pending: [UInt8] = []

  package init() {}

  /// Takes the next octets, wherever they were cut, and appends the result of every full line.
  package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var start = 0
    if !pending.isEmpty {
      let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
      pending.append(contentsOf: bytes[..<min(end, Self.longestLine)])
      guard end < bytes.count else {
        if pending.count > 2 * Self.longestLine {
          pending.removeLast(pending.count - Self.longestLine)
        }
        return
      }
      flushPending(into: &output)
      start = end + 1
    }
    while start < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      let read = fastLines(rest, into: &output)
      start += read.octets
      guard start < bytes.count else { break }
      if read.isFull { continue }
      let tail = bytes[start...]
      guard let end = tail.firstIndex(of: 0x0A) else {
        pending.append(contentsOf: tail.prefix(Self.longestLine + 1))
        break
      }
      slowLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &output)
      start = end + 1
    }
  }

  /// Takes a last line that has no newline.
  package mutating func finish(into output: inout [UInt8]) {
    if !pending.isEmpty { flushPending(into: &output) }
  }

  private mutating func flushPending(into output: inout [UInt8]) {
    let line = pending
    pending.removeAll(keepingCapacity: true)
    line.withUnsafeBufferPointer { slowLine($0, into: &output) }
  }

  private mutating func slowLine(_ line: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var line = line
    if line.last == 0x0D { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
    if wrappedLine(line, into: &output) || mistypedLine(line, into: &output) { return }
    let verdict = judge.judge(String(decoding: line, as: UTF8.self))
    append(line, to: &output)
    let isASCII = line.allSatisfy { $0 < 0x80 }
    let cleaned = verdict.usable.map { isASCII ? $0.wire : $0.description }
    append(verdict.kind.rawValue, verdict.code, to: &output)
    output.append(contentsOf: (cleaned ?? verdict.suggestion ?? "").utf8)
    output.append(0x0A)
  }

  /// Answers a plain address with something around it; false where it is for the judge.
  private mutating func wrappedLine(
    _ line: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> Bool {
    guard let wrapped = WrappedLine(line) else { return false }
    inside.removeAll(keepingCapacity: true)
    inside.append(contentsOf: line[wrapped.inside])
    inside.append(0x0A)
    let step = inside.withUnsafeBufferPointer { inside in
      scratch.withUnsafeMutableBufferPointer { target in
        passed.withUnsafeMutableBufferPointer { passed in
          classes.withUnsafeBufferPointer { PlainLine.answer(inside, $0, gate, passed, target) }
        }
      }
    }
    guard let step else { return false }
    append(line, to: &output)
    append(Verdict.Kind.fixed.rawValue, wrapped.repair.rawValue, to: &output)
    // Behind the plain line's own “line TAB ok TAB ok TAB”.
    output.append(contentsOf: scratch[(wrapped.inside.count + 7)..<step.written])
    return true
  }

  func append(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: line.prefix(Self.longestLine))
    for index in start..<output.count where (0x09...0x0D).contains(output[index]) {
      output[index] = 0x20
    }
  }

  func append(_ verdict: String, _ code: String, to output: inout [UInt8]) {
    output.append(0x09)
    output.append(contentsOf: verdict.utf8)
    output.append(0x09)
    output.append(contentsOf: code.utf8)
    output.append(0x09)
  }

  /// Answers plain lines until one needs the judge, has no end, or the room is full.
  private mutating func fastLines(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> (octets: Int, isFull: Bool) {
    var taken = 0
    var count = 0
    var isFull = false
    scratch.withUnsafeMutableBufferPointer { target in
      passed.withUnsafeMutableBufferPointer { passed in
        classes.withUnsafeBufferPointer { classes in
          while taken < bytes.count {
            guard target.count - count > PlainLine.longestAnswer else {
              isFull = true
              return
            }
            let line = UnsafeBufferPointer(rebasing: bytes[taken...])
            let room = UnsafeMutableBufferPointer(rebasing: target[count...])
            guard let step = PlainLine.answer(line, classes, gate, passed, room) else { return }
            taken += step.read
            count += step.written
          }
        }
      }
    }
    output.append(contentsOf: scratch[..<count])
    return (taken, isFull)
  }
}
