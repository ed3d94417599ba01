import Mail

/// The rows of a contact list, read one by one from any table: a million people need no more
/// memory than one.
package struct ContactRows {
  package let file: String
  package let layout: SheetLayout
  private var source: any SheetRowSource
  /// The rows that were looked at to tell which column is which, and not given yet.
  private var waiting: ArraySlice<Sheet.Row>
  private var reader: RowReader
  private var own = SheetRemarks()

  /// How many rows, and octets of them, are looked at to tell which column is which.
  private static let sample = (rows: 600, octets: 4 << 20)

  /// Begins to read a list as people keep it.
  ///
  /// Fails with the file's name and what to do where it is empty or has no addresses.
  package init(
    _ source: any SheetRowSource, file: String,
    judge: (SheetLayout) -> AddressJudge = { _ in AddressJudge() }
  ) throws(SheetError) {
    self.file = file
    self.source = source
    var top: [Sheet.Row] = []
    var octets = 0
    while top.count < Self.sample.rows, octets < Self.sample.octets,
      let row = try self.source.next()
    {
      octets += row.cells.reduce(0) { $0 + $1.utf8.count }
      top.append(row)
    }
    guard !top.isEmpty else { throw .empty(file: file) }
    layout = try SheetLayout(Sheet(rows: top), file: file)
    waiting = top.dropFirst(layout.rowsAbove)
    reader = RowReader(layout: layout, cells: CellReader(judge: judge(layout)))
    remarkOnHeadings(line: layout.rowsAbove > 0 ? top[layout.rowsAbove - 1].line : nil)
  }

  /// How the file was read, for people: `UTF-8, commas`.
  package var reading: String { source.reading }

  /// What stands between the cells; nil for a workbook.
  package var separator: SheetSeparator? { (source as? CSVRows)?.separator }

  /// What was odd about the file so far.
  package var remarks: [SheetRemark] { source.remarks + own.all }

  /// The next contact; nil at the end.
  package mutating func next() throws(SheetError) -> ContactRow? {
    guard let row = try nextRow() else { return nil }
    let width = layout.headings.count
    if width > 0, row.cells.count > width,
      let extra = row.cells[width...].firstIndex(where: { !$0.isBlank })
    {
      own.add(
        "extra-cells", line: row.line, column: extra + 1,
        "the row has more cells than there are headings; they are kept as notes")
    }
    return reader.read(row)
  }

  private mutating func nextRow() throws(SheetError) -> Sheet.Row? {
    if let row = waiting.popFirst() { return row }
    return try source.next()
  }

  private mutating func remarkOnHeadings(line: Int?) {
    var seen: [String: Int] = [:]
    for (index, heading) in layout.headings.enumerated() {
      let word = LanguageNames.normalized(heading)
      guard !word.isEmpty else { continue }
      if let first = seen[word] {
        own.add(
          "duplicate-heading", line: line, column: index + 1,
          "“\(heading.trimmed())” heads column \(layout.letter(first)) too")
      } else {
        seen[word] = index
      }
    }
  }
}
