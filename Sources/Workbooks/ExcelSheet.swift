import Contacts

/// Reads one sheet of an Excel workbook to rows.
final class ExcelSheet: XMLListener {
  var table = TableBuilder()
  /// What is wrong, if anything.
  private(set) var problem: String?
  private let book: ExcelBook
  private let strings: SharedStrings?
  private var line = 0
  private var column = -1
  private var kind = ""
  private var style = CellNumber.Style.plain
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInCell = false
  private var richText = ExcelText()

  init(_ book: ExcelBook, _ strings: SharedStrings?) {
    self.book = book
    self.strings = strings
  }

  func begins(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      line = attributes["r"].flatMap { Int($0) } ?? line + 1
      column = -1
      table.beginRow(line: max(1, line))
    case "c":
      isInCell = true
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      kind = attributes["t"] ?? "n"
      let index = attributes["s"].flatMap { Int($0) } ?? 0
      style = book.styles.indices.contains(index) ? book.styles[index] : .plain
    case "v" where isInCell: isInValue = true
    case "mergeCell":
      guard let area = attributes["ref"], Self.spansRows(area) else { return }
      table.remarks.add(
        "merged-cells",
        "the cells \(area) are merged; their text counts for the first row only")
    default: if isInCell { richText.begins(name) }
    }
  }

  func reads(_ text: [UInt8]) {
    if isInValue, value.count <= SheetLimit.row { value += text }
    if isInCell { richText.reads(text) }
  }

  func ends(_ name: String) {
    switch name {
    case "v": isInValue = false
    case "c":
      isInCell = false
      table.add(content(), column: max(0, column))
      value.removeAll(keepingCapacity: true)
    case "row": table.endRow()
    default: richText.ends(name)
    }
  }

  private func content() -> String {
    let rich = richText.take()
    let written = String(decoding: value, as: UTF8.self)
    switch kind {
    case "s":
      guard !written.isEmpty else { return "" }
      guard let index = Int(written), let text = strings?[index] else {
        problem = "a text is missing"
        return ""
      }
      return text
    case "inlineStr": return ExcelText.unescaped(String(decoding: rich, as: UTF8.self))
    case "str": return ExcelText.unescaped(written)
    case "b": return written == "1" ? "TRUE" : written == "0" ? "FALSE" : written
    case "e": return written
    case "d": return written.replacing("T", with: " ")
    default: return CellNumber.text(written, style: style, from1904: book.from1904)
    }
  }

  /// `AB12` is column 27; nil for what is no cell's name.
  static func column(_ reference: String) -> Int? {
    var column = 0
    var letters = 0
    for byte in reference.utf8 {
      guard let letter = Self.letter(byte) else { break }
      column = column * 26 + letter
      letters += 1
      if letters > 3 { return nil }
    }
    return letters == 0 ? nil : column - 1
  }

  private static func letter(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x61...0x7A: Int(byte) - 0x60
    default: nil
    }
  }

  private static func spansRows(_ area: String) -> Bool {
    let corners = area.split(separator: ":")
    guard corners.count == 2 else { return false }
    return corners[0].filter(\.isNumber) != corners[1].filter(\.isNumber)
  }
}
