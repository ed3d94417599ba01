import Mail
import TestSupport
import Testing

@testable import Contacts
@testable import Workbooks

/// One messy list, saved by a real LibreOffice in each encoding, separator and format.
struct LibreOfficeTests {
  struct Sample {
    var encoding: SheetEncoding
    /// LibreOffice's number for it.
    var charset: Int
    var separator: UInt8
    var names: [String]
    var remark: String
  }

  static let samples = [
    Sample(
      encoding: .utf8, charset: 76, separator: 0x2C,
      names: ["森田 恵子", "สมชาย ใจดี", "Nguyễn Văn An"], remark: "€ 😀"),
    Sample(
      encoding: .utf8, charset: 76, separator: 0x7C,
      names: ["Jörg Müller", "김숙", "王海燕"], remark: "a|b"),
    Sample(
      encoding: .utf16LittleEndian, charset: 65_535, separator: 0x09,
      names: ["森田 恵子", "สมชาย ใจดี", "Nguyễn Văn An"], remark: "𠮷田"),
    Sample(
      encoding: .windows1252, charset: 1, separator: 0x3B,
      names: ["Jörg Müller", "François Lefèvre", "José Ibáñez"], remark: "Straße; “quoted”"),
    Sample(
      encoding: .macRoman, charset: 2, separator: 0x3B,
      names: ["Jörg Müller", "François Lefèvre", "José Ibáñez"], remark: "Straße"),
    Sample(
      encoding: .shiftJIS, charset: 64, separator: 0x2C,
      names: ["森田 恵子", "高橋 誠", "ソ連 表予"], remark: "事務局、会員"),
    Sample(
      encoding: .eucJP, charset: 69, separator: 0x09,
      names: ["森田 恵子", "高橋 誠", "佐藤 花子"], remark: "事務局"),
    Sample(
      encoding: .iso2022JP, charset: 72, separator: 0x2C,
      names: ["森田 恵子", "高橋 誠", "佐藤 花子"], remark: "事務局"),
    Sample(
      encoding: .gb18030, charset: 85, separator: 0x2C, names: ["王海燕", "李明", "欧阳娜"],
      remark: "中国绿色采购网络"),
    Sample(
      encoding: .big5, charset: 68, separator: 0x2C, names: ["林淑芬", "張志明", "許功蓋"],
      remark: "綠色採購聯盟"),
    Sample(
      encoding: .eucKR, charset: 62, separator: 0x3B, names: ["김숙", "이정민", "박서연"],
      remark: "한국녹색구매네트워크"),
    Sample(
      encoding: .windows874, charset: 32, separator: 0x2C,
      names: ["สมชาย ใจดี", "สมหญิง รักไทย", "นก สุวรรณ"], remark: "หมายเหตุ"),
    Sample(
      encoding: .windows1258, charset: 40, separator: 0x3B,
      names: ["Nguyễn Văn An", "Trần Thị Hương", "Đặng Ngọc Sơn"], remark: "Hà Nội"),
    Sample(
      encoding: .windows1251, charset: 34, separator: 0x3B,
      names: ["Иван Петров", "Мария Сидорова", "Пётр Ёлкин"], remark: "Москва"),
  ]

  /// The list in UTF-8 with commas, everything quoted.
  static func source(_ sample: Sample) -> String {
    let rows = [
      ["Name", "E-Mail", "Language", "Member", "Role", "Remarks", "Tel."],
      [
        sample.names[0], "a@b.example", "ja", "GPN", "council; advisory",
        "two\nlines, \"quoted\" \(sample.remark)", "+81 00-0000-0001",
      ],
      [sample.names[1], "c@d.example; e@f.example", "Korean", "KGPN", "", "=1+1", "007"],
      ["", "", "", "", "", "", ""],
      ["", "\(sample.names[2]) <g@h.example>", "", "", "", "a;b\tc", "'quoted"],
      [sample.names[2], "i@j,example", "xx", "1e5", "Chairman", "  ends  ", "-1"],
    ]
    return rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  /// The contacts of a source; a workbook's line is its row's number, so lines are not compared.
  static func contacts(_ source: any SheetRowSource) throws -> [ContactRow] {
    var list = try ContactRows(source, file: "x")
    var rows: [ContactRow] = []
    while var row = try list.next() {
      row.line = 0
      rows.append(row)
    }
    #expect(list.remarks.isEmpty, "\(list.remarks)")
    return rows
  }

  @Test(.enabled(if: ServerNeed.libreOffice.shouldRun, "\(ServerNeed.libreOffice)"))
  func everyFormatGivesTheSameContacts() throws {
    let folder = try TemporaryFolder(named: "office")
    var jobs: [LibreOffice.Job] = []
    for (index, sample) in Self.samples.enumerated() {
      let file = try folder.write(Self.source(sample), to: "\(index).csv")
      let tokens = "\(sample.separator),34,\(sample.charset),1,,0,false,true,false"
      jobs += [
        LibreOffice.Job(
          source: file, target: folder.path(of: "\(index)-saved.csv"), filter: LibreOffice.csv,
          options: tokens),
        LibreOffice.Job(
          source: file, target: folder.path(of: "\(index).xlsx"), filter: LibreOffice.excel),
        LibreOffice.Job(
          source: file, target: folder.path(of: "\(index).ods"), filter: LibreOffice.openDocument),
      ]
    }
    try LibreOffice.save(jobs, in: folder)
    for (index, sample) in Self.samples.enumerated() {
      let bytes = Array(Self.source(sample).utf8)
      let expected = try Self.contacts(CSVRows(bytes, file: "x", encoding: .utf8))
      #expect(expected.map(\.addresses.count) == [1, 2, 1, 1])
      let saved = try openSheet(path: folder.path(of: "\(index)-saved.csv"), shownAs: "x")
      #expect(saved.reading.hasPrefix(sample.encoding.rawValue + ", "), "\(sample)")
      #expect(try Self.contacts(saved) == expected, "\(sample)")
      let book = try openSheet(path: folder.path(of: "\(index).xlsx"), shownAs: "x")
      #expect(book.reading == "Excel workbook, sheet “\(index)”")
      #expect(try Self.contacts(book) == expected, "\(sample)")
      let table = try openSheet(path: folder.path(of: "\(index).ods"), shownAs: "x")
      #expect(table.reading == "OpenDocument spreadsheet, sheet “\(index)”")
      #expect(try Self.contacts(table) == expected, "\(sample)")
    }
  }
}
