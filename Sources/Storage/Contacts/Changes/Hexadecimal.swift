import Foundation
import Signing

/// Octets as hexadecimal digits: SQLite reads none back before version 3.41.
enum Hexadecimal {
  static func text(_ data: Data) -> String {
    ContentHash.hex(Array(data)).uppercased()
  }

  /// The octets; what is no pair of digits is left out.
  static func data(_ text: String) -> Data {
    var data = Data()
    var rest = Substring(text)
    while !rest.isEmpty {
      if let byte = UInt8(rest.prefix(2), radix: 16) { data.append(byte) }
      rest = rest.dropFirst(2)
    }
    return data
  }
}
