import Contacts

/// Text in runs: their pieces joined, readings of characters (furigana) left out.
struct ExcelText {
  private var octets: [UInt8] = []
  private var isInText = false
  private var isInReading = false

  mutating func begins(_ name: String) {
    if name == "t" { isInText = true } else if name == "rPh" { isInReading = true }
  }

  mutating func reads(_ text: [UInt8]) {
    guard isInText, !isInReading, octets.count <= SheetLimit.row else { return }
    octets += text
  }

  mutating func ends(_ name: String) {
    if name == "t" { isInText = false } else if name == "rPh" { isInReading = false }
  }

  mutating func take() -> [UInt8] {
    defer { octets.removeAll(keepingCapacity: true) }
    return octets
  }

  /// Excel writes control characters as `_x000D_`, and `_x005F_` for an underscore before such.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init)
      return scalar.map { $0.value == 0 ? "" : String($0) } ?? String(match.0)
    }
  }
}
