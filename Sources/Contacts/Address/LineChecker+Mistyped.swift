extension LineChecker {
  /// Answers an ordinary address at a domain that the judge found fault with before.
  ///
  /// Typing errors are few, and repeat. False where the line is for the judge.
  func mistypedLine(_ line: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
    guard line.count <= 254, WrappedLine.isOrdinary(line, 0, line.count),
      let at = line.firstIndex(of: 0x40), at <= 64, Self.isWellFormed(line, at)
    else { return false }
    let length = line.count - at - 1
    let domain = String(unsafeUninitializedCapacity: length) { target in
      for index in 0..<length {
        let byte = line[at + 1 + index]
        target[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return length
    }
    guard let fault = judge.remembered(domain) else { return false }
    append(line, to: &output)
    append(fault.found.finding.kind.rawValue, fault.found.rule.code, to: &output)
    if let meant = fault.meant, at + 1 + meant.utf8.count <= 254 {
      output.append(contentsOf: line[...at])
      output.append(contentsOf: meant.utf8)
    }
    output.append(0x0A)
    return true
  }

  /// No second @, no sign beside another that no name has, no A-label.
  private static func isWellFormed(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var previous: UInt8 = 0x2E
    for (index, byte) in line.enumerated() {
      switch byte {
      case 0x40: guard index == at, previous != 0x2E else { return false }
      case 0x2E: guard previous != 0x2E, previous != 0x40 else { return false }
      case 0x2D: guard index < at || previous != 0x2D else { return false }
      default: break
      }
      previous = byte
    }
    return true
  }
}
