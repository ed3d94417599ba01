import Contacts

/// Reads the first sheet that has rows out of an OpenDocument spreadsheet's `content.xml`.
final class OpenDocumentSheet: XMLListener {
  private var table = TableBuilder()
  /// The sheet that is read, once one is.
  private(set) var chosen: String?
  /// Others that have rows.
  private(set) var others: [String] = []
  private(set) var isSpreadsheet = false
  private var hiddenStyles: Set<String> = []
  private var styleName = ""
  private var name = ""
  private var isHidden = false
  private var isDone = false
  private var hasRows = false

  private var depth = 0
  /// Where something begins that is not the cell's text: a comment, a picture, a reading.
  private var skipsFrom: Int?
  private var line = 0
  private var rowTimes = 1
  private var column = 0
  private var cellTimes = 1
  private var cellDepth: Int?
  private var value: String?
  private var number: Double?
  private var paragraphs = 0
  private var octets: [UInt8] = []
  private var isInParagraph = false

  var remarks: [SheetRemark] { table.remarks.all }
  var isFull: Bool { table.isFull }

  func take() -> [TableBuilder.Ready] { table.take() }

  func begins(_ name: String, _ attributes: XMLAttributes) {
    depth += 1
    if skipsFrom != nil { return }
    if let cellDepth {
      if depth == cellDepth + 1, name != "p" { skipsFrom = depth } else { inCell(name, attributes) }
      return
    }
    switch name {
    case "spreadsheet": isSpreadsheet = true
    case "style": styleName = attributes["name"] ?? ""
    case "table-properties" where attributes["display"] == "false":
      if hiddenStyles.count < 1_000 { hiddenStyles.insert(styleName) }
    case "table": beginTable(attributes)
    case "table-row":
      rowTimes = Self.times(attributes["number-rows-repeated"])
      column = 0
      table.beginRow(line: line + 1)
    case "table-cell", "covered-table-cell": beginCell(attributes)
    default: break
    }
  }

  func reads(_ text: [UInt8]) {
    guard isInParagraph, skipsFrom == nil, octets.count <= SheetLimit.row else { return }
    octets += text
  }

  func ends(_ name: String) {
    defer { depth -= 1 }
    if let from = skipsFrom {
      if depth == from { skipsFrom = nil }
      return
    }
    if let cellDepth {
      if depth == cellDepth { endCell() } else if depth == cellDepth + 1 { isInParagraph = false }
      return
    }
    switch name {
    case "table-row":
      if isReading { table.endRow(times: rowTimes) }
      if isReading, !table.ready.isEmpty { chosen = self.name }
      line = min(line + rowTimes, TableBuilder.mostRows + 1)
    case "table":
      if chosen == self.name, !isDone {
        isDone = true
      } else if hasRows, others.count < 100 {
        others.append(isHidden ? "\(self.name) (hidden)" : self.name)
      }
    default: break
    }
  }

  private var isReading: Bool { !isDone && !isHidden }

  private func beginTable(_ attributes: XMLAttributes) {
    name = attributes["name"] ?? ""
    isHidden = hiddenStyles.contains(attributes["style-name"] ?? "")
    line = 0
    hasRows = false
  }

  private func beginCell(_ attributes: XMLAttributes) {
    cellDepth = depth
    cellTimes = Self.times(attributes["number-columns-repeated"])
    paragraphs = 0
    value = nil
    number = nil
    switch attributes["value-type"] {
    case "date": value = attributes["date-value"].map(Self.moment)
    case "boolean": value = attributes["boolean-value"]?.uppercased()
    case "float": number = attributes["value"].flatMap(Double.init)
    case "string": value = attributes["string-value"]
    default: break
    }
    if isReading, Self.times(attributes["number-rows-spanned"]) > 1 {
      table.remarks.add(
        "merged-cells", line: line + 1, column: column + 1,
        "the cell is merged with those below; its text counts for this row only")
    }
  }

  private func inCell(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "p":
      if paragraphs > 0 { octets.append(0x0A) }
      paragraphs += 1
      isInParagraph = true
    case "s":
      let count = min(Self.times(attributes["c"]), 1_000)
      octets += [UInt8](repeating: 0x20, count: count)
    case "tab": octets.append(0x09)
    case "line-break": octets.append(0x0A)
    case "annotation", "ruby-text", "note", "frame", "custom-shape", "g": skipsFrom = depth
    default: break
    }
  }

  private func endCell() {
    cellDepth = nil
    isInParagraph = false
    defer {
      octets.removeAll(keepingCapacity: true)
      column = min(column + cellTimes, SheetLimit.width + 1)
    }
    let text = content()
    if text.isEmpty { return }
    hasRows = true
    guard isReading else { return }
    for place in column..<min(column + cellTimes, SheetLimit.width + 1) {
      table.add(text, column: place)
    }
  }

  private func content() -> String {
    let shown = String(decoding: octets, as: UTF8.self)
    if let value { return value }
    // A number too long for its column shows as ### or in powers of ten.
    if let number, shown.isEmpty || shown.contains("E+") || shown.hasPrefix("###") {
      return CellNumber.plain(number)
    }
    return shown
  }

  /// `2019-06-24T09:30:00` without what is nought.
  private static func moment(_ written: String) -> String {
    var text = written.replacing("T", with: " ")
    for nought in [":00", " 00:00"] where text.hasSuffix(nought) && text.utf8.count > 10 {
      text.removeLast(nought.count)
    }
    return text
  }

  private static func times(_ text: String?) -> Int {
    max(1, min(text.flatMap { Int($0) } ?? 1, TableBuilder.mostRows))
  }
}
