/// Gives a table's rows one by one, from a CSV file or a workbook, in bounded memory.
///
/// A source is read once from its beginning to its end; who needs a second pass opens it again.
package protocol SheetRowSource {
  /// How the file was read, for people: `UTF-8, commas` or `Excel workbook, sheet “Members”`.
  var reading: String { get }
  /// What was odd about the file so far, with places; at most a few hundred are kept.
  var remarks: [SheetRemark] { get }
  /// The next row that is not blank; nil at the end.
  mutating func next() throws(SheetError) -> Sheet.Row?
}

/// Something odd in a file that did not keep it from being read.
package struct SheetRemark: Hashable, Sendable {
  /// The stable code, such as `unclosed-quote` or `undecodable`.
  package var code: String
  /// Counted from 1; nil where the whole file is meant.
  package var line: Int?
  /// Counted from 1.
  package var column: Int?
  /// What is odd and what was done about it, for people.
  package var text: String

  package init(code: String, line: Int? = nil, column: Int? = nil, text: String) {
    self.code = code
    self.line = line
    self.column = column
    self.text = text
  }
}
