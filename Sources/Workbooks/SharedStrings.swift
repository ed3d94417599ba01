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
