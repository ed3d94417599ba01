import Contacts

/// `contacts check`: judges addresses line by line, in constant memory, without workspace or network.
package struct AddressCheck {
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
}
