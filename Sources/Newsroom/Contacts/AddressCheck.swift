import Contacts

/// `contacts check`: judges addresses line by line, in constant memory, without workspace or network.
package struct AddressCheck {
  /// How many octets are taken at once.
  package static let portion = 1 << 18

  private var checker = LineChecker()

  package init() {}

  /// Takes the next octets, wherever they were cut, and appends the lines that are complete.
  package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    checker.feed(bytes, into: &output)
  }

  /// Takes a last line that has no line end.
  package mutating func finish(into output: inout [UInt8]) {
    checker.finish(into: &output)
  }

  /// Checks lines that are in memory already, without writing them, and says how long it took.
  ///
  /// The answers are made all the same, as many at once as `contacts check` makes.
  package static func measure(_ input: [UInt8]) -> String {
    var check = Self()
    var output: [UInt8] = []
    var lines = 0
    let clock = ContinuousClock()
    let time = clock.measure {
      input.withUnsafeBufferPointer { bytes in
        for start in stride(from: 0, to: bytes.count, by: portion) {
          let end = min(bytes.count, start + portion)
          check.feed(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &output)
          if end == bytes.count { check.finish(into: &output) }
          lines += output.count { $0 == 0x0A }
          output.removeAll(keepingCapacity: true)
        }
      }
    }
    let seconds = time / .seconds(1)
    let rate = seconds > 0 ? Int(Double(lines) / seconds) : 0
    return "\(lines) lines, \(seconds) s, \(rate) lines/s"
  }
}
