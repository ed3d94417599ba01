import ContactsSupport
import Foundation
import Mail
import TestSupport
import Testing

@testable import Contacts
@testable import Workbooks

/// The worksheet of the sample list, filled in, saved by a real LibreOffice, and read back.
struct WorksheetTripTests {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func phrases() throws -> WorksheetPhrases {
    let file = "templates/worksheet/en.yml"
    var texts: [String: String] = [:]
    let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      let value = line[colon.upperBound...]
      texts[String(line[..<colon.lowerBound])] =
        value.hasPrefix("\"") ? String(value.dropFirst().dropLast()) : String(value)
    }
    return try WorksheetPhrases(texts, file: file)
  }

  /// The worksheet with an answer in each row, in UTF-8 with commas.
  static func filled() throws -> String {
    let bytes = Array(try Data(contentsOf: root.appending(path: "lists/members.csv")))
    let sheet = try ContactSheet(bytes, file: "lists/members.csv")
    let combed = try CombedList(
      sheet.rows, options: CombOptions(file: "lists/members.csv", phrases: try phrases()))
    let rows = try Sheet(try #require(combed.worksheet), file: "w").rows.map(\.cells)
    return rows.enumerated().map { index, row in
      var row = row
      if index > 0 { row[7] = row[5].isEmpty ? "이메일 suk.\(index)@gpn.example" : "Accept" }
      if index > 0, row[8] == "language", row[5].isEmpty { row[7] = "ภาษาไทย" }
      if row[8].hasPrefix("person") { row[7] = "SWAP" }
      return row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\r\n") + "\r\n"
  }

  static func answers(_ source: any SheetRowSource) throws -> [WorksheetAnswer] {
    var source = source
    var rows: [Sheet.Row] = []
    while let row = try source.next() { rows.append(row) }
    var reader = try WorksheetReader(top: rows, file: "w", phrases: [try phrases()])
    var answers = rows.compactMap { reader.answer($0) }
    #expect(reader.remarks.isEmpty, "\(reader.remarks)")
    // A workbook's line is its row's number.
    for index in answers.indices { answers[index].worksheetLine = 0 }
    return answers
  }

  @Test(.enabled(if: ServerNeed.libreOffice.shouldRun, "\(ServerNeed.libreOffice)"))
  func answersSurviveLibreOffice() throws {
    let folder = try TemporaryFolder(named: "worksheet")
    let text = try Self.filled()
    let expected = try Self.answers(CSVRows(Array(text.utf8), file: "w"))
    #expect(expected.count == text.split(separator: "\r\n").count - 1)
    let file = try folder.write(text, to: "w.csv")
    let formats = [
      ("semicolons.csv", LibreOffice.csv, "59,34,76,1,,0,false,true,false"),
      ("tabs.csv", LibreOffice.csv, "9,34,65535,1,,0,false,true,false"),
      ("w.xlsx", LibreOffice.excel, ""), ("w.ods", LibreOffice.openDocument, ""),
    ]
    try LibreOffice.save(
      formats.map { name, filter, options in
        LibreOffice.Job(
          source: file, target: folder.path(of: name), filter: filter, options: options)
      }, in: folder)
    for (name, _, _) in formats {
      let saved = try openSheet(path: folder.path(of: name), shownAs: name)
      #expect(try Self.answers(saved) == expected, "\(name)")
    }
  }
}
