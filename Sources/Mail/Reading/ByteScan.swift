#if canImport(Glibc)
  import Glibc
#endif

/// A piece of a message as it came; slices share the buffer they were cut from.
package typealias ByteSlice = ArraySlice<UInt8>

/// Small ASCII questions about single bytes.
extension UInt8 {
  package var isMailSpace: Bool { self == 0x20 || self == 0x09 }
  package var isBlank: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
  package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  package var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  package var asciiLower: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// Without blanks at both ends.
  package var trimmed: ByteSlice {
    var lower = startIndex
    var upper = endIndex
    while lower < upper, self[lower].isBlank { lower += 1 }
    while upper > lower, self[upper - 1].isBlank { upper -= 1 }
    return self[lower..<upper]
  }

  /// The bytes as text; wrong UTF-8 becomes U+FFFD.
  package var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes are this ASCII text, whatever the case.
  package func equals(_ other: StaticString) -> Bool {
    count == other.utf8CodeUnitCount && starts(with: other)
  }

  /// Whether the bytes begin with this ASCII text, whatever the case.
  package func starts(with other: StaticString) -> Bool {
    let length = other.utf8CodeUnitCount
    guard count >= length else { return false }
    return other.withUTF8Buffer { wanted in
      withUnsafeBufferPointer { bytes in
        for index in 0..<length where bytes[index].asciiLower != wanted[index].asciiLower {
          return false
        }
        return true
      }
    }
  }

  /// The first place where this ASCII text stands, whatever the case; linear for short texts.
  package func firstRange(of other: StaticString) -> Range<Int>? {
    let length = other.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    let base = startIndex
    return other.withUTF8Buffer { wanted in
      let first = wanted[0].asciiLower
      return withUnsafeBufferPointer { bytes in
        for start in 0...(bytes.count - length) where bytes[start].asciiLower == first {
          var index = 1
          while index < length, bytes[start + index].asciiLower == wanted[index].asciiLower {
            index += 1
          }
          if index == length { return base + start..<base + start + length }
        }
        return nil
      }
    }
  }

  package func contains(_ other: StaticString) -> Bool { firstRange(of: other) != nil }

  /// Where the byte stands next, found with `memchr`.
  func position(of byte: UInt8, from start: Int) -> Int? {
    guard start < endIndex else { return nil }
    let base = startIndex
    return withUnsafeBufferPointer { bytes -> Int? in
      guard let address = bytes.baseAddress else { return nil }
      let offset = start - base
      guard let found = memchr(address + offset, Int32(byte), bytes.count - offset) else {
        return nil
      }
      return base + (UnsafeRawPointer(found) - UnsafeRawPointer(address))
    }
  }
}
