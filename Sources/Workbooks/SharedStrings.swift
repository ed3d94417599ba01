import Contacts

/// The texts that an Excel workbook keeps once for all its cells: `xl/sharedStrings.xml`.
final class SharedStrings: XMLListener {
  private var octets: [UInt8] = []
  private var ends: [Int] = []
  private var richText = ExcelText()
  private(set) var isTooMuch = false

  private static let most = (texts: 8_000_000, octets: 256 << 20)

  func begins(_ name: String, _ attributes: XMLAttributes) { richText.begins(name) }

  func reads(_ text: [UInt8]) { richText.reads(text) }

  func ends(_ name: String) {
    richText.ends(name)
    guard name == "si" else { return }
    octets += richText.take()
    ends.append(octets.count)
    isTooMuch = ends.count > Self.most.texts || octets.count > Self.most.octets
  }

  /// The text with a number; nil where there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return ExcelText.unescaped(String(decoding: octets[start..<ends[index]], as: UTF8.self))
  }
}

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
