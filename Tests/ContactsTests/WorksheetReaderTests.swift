import ContactsSupport
import Mail
import Testing

@testable import Contacts

/// Reading a worksheet back from whatever a spreadsheet program made of it.
struct WorksheetReaderTests {
  static func sheet(_ rows: [[String]]) -> [Sheet.Row] {
    rows.enumerated().map { Sheet.Row(line: $0.offset + 1, cells: $0.element) }
  }

  static let headings = [
    "line", "address", "suggestion", "what you can write", "decision", "question",
  ]

  static func choice(
    _ decision: String, _ question: WorksheetQuestion, suggestion: String = ""
  ) throws -> String? {
    let rows = sheet([
      headings,
      [
        "7", "a@b.example", suggestion, "", decision,
        question == .person ? "Person 9 suk@kgpn.example" : question.rawValue,
      ],
    ])
    return try WorksheetSamples.answers(rows).answers.first?.stored
  }

  @Test(arguments: [
    ("accept", "accept"), (" ACCEPT ", "accept"), ("“accept”", "accept"), ("Yes.", "accept"),
    ("はい", "accept"), ("예", "accept"), ("ja", "accept"), ("ＯＫ", "accept"), ("Keep", "keep"),
    ("そのまま", "keep"), ("no", "remove"), ("删除", "remove"), ("Löschen", "remove"),
    ("suk@kgpn.example", "suk@kgpn.example"), ("Suk Kim <suk@kgpn.example>", "suk@kgpn.example"),
    ("ｓｕｋ＠kgpn.example", "suk@kgpn.example"), ("suk@gmial.com", "suk@gmial.com"),
    ("maybe", nil), ("swap", nil), ("suk@", nil), ("Korean", nil), ("!?", nil),
  ])
  func addresses(decision: String, stored: String?) throws {
    #expect(try Self.choice(decision, .address) == stored)
  }

  @Test(arguments: [
    ("ja", "ja"), ("Japanese", "ja"), ("日本語", "ja"), ("tiếng Việt", "vi"), ("zh-tw", "zh-TW"),
    ("Korean (ko)", "ko"), ("Chinese, traditional", "zh-Hant"), ("accept", "th"), ("yes", "th"),
    ("keep", "keep"), ("no", nil), ("remove", nil), ("Klingon", nil), ("a@b.example", nil),
  ])
  func languages(decision: String, stored: String?) throws {
    #expect(try Self.choice(decision, .language, suggestion: "Thai (th)") == stored)
    #expect(try Self.choice(decision, .contradictingLanguage, suggestion: "Thai (th)") == stored)
  }

  @Test(arguments: [
    ("KGPN", "KGPN"), ("Green Purchasing Charter", "Green Purchasing Charter"), ("accept", "TGPN"),
    ("keep", "keep"), ("remove", nil), ("a@b.example", nil),
  ])
  func members(decision: String, stored: String?) throws {
    #expect(try Self.choice(decision, .member, suggestion: "TGPN") == stored)
  }

  @Test(arguments: [
    ("accept", "accept"), ("Swap", "swap"), ("keep", "keep"), ("remove", "remove"),
    ("はい", "accept"),
    ("suk@kgpn.example", nil), ("9", nil),
  ])
  func people(decision: String, stored: String?) throws {
    #expect(try Self.choice(decision, .person, suggestion: "something else") == stored)
  }

  @Test func storedAnswersComeBack() throws {
    let address = try EmailAddress(parsing: "müller@bücher.example")
    let language = try #require(Language("zh-Hant"))
    for question in WorksheetQuestion.allCases {
      let own: WorksheetAnswer.Choice =
        switch question {
        case .address: .address(address)
        case .person: .swap
        case .language, .contradictingLanguage: .language(language)
        case .member, .contradictingMember: .member("Green Purchasing Charter")
        }
      for choice in [.accept, .keep, .remove, own] {
        let place = WorksheetPlace(
          line: 3, written: "x  y", question: question,
          other: question == .person ? WorksheetPlace.Other(line: 9, address: address) : nil)
        let answer = WorksheetAnswer(place: place, choice: choice)
        let back = WorksheetAnswer(
          line: 3, written: "x y", code: place.code, stored: answer.stored)
        #expect(back == answer)
      }
    }
    #expect(WorksheetAnswer(line: 1, written: "", code: "colour", stored: "keep") == nil)
    #expect(WorksheetAnswer(line: 1, written: "", code: "person 2 x", stored: "keep") == nil)
    #expect(WorksheetAnswer(line: 1, written: "", code: "address 2", stored: "keep") == nil)
    #expect(WorksheetAnswer(line: 1, written: "", code: "person 2 x@y.example", stored: "x") == nil)
  }

  @Test func whatIsNotUnderstoodIsTold() throws {
    let (answers, remarks) = try WorksheetSamples.answers(
      Self.sheet([
        ["Worksheet of the members, please fill in"], Self.headings,
        ["7", "a@b.example", "", "remove = send nothing there", "maybe", "address"],
        ["", "new@b.example", "", "", "please add", ""],
        ["seven", "a@b.example", "", "", "keep", "address"],
        ["8", "a@b.example", "", "", "keep", "adress"],
        ["9", "a@b.example", "", "", "  ", "address"],
        ["10.0", "a@b.example", "", "", "keep", "ADDRESS", "a note of mine"],
        ["11"], [],
      ]))
    #expect(answers.map(\.place.line) == [10])
    #expect(answers.map(\.worksheetLine) == [8])
    #expect(remarks.map(\.line) == [3, 4, 5, 6])
    #expect(
      remarks.map(\.text) == [
        "“maybe” is not understood; you can write: remove = send nothing there",
        "this row names no line of the list; a new contact belongs into the list itself",
        "this row names “seven” for a line of the list; a new contact belongs into the list itself",
        "the last column says “adress”; leave it as it was (one of: address, person, "
          + "contradiction-language, contradiction-member, language, member)",
      ])
  }

  @Test(arguments: ["line", "address", "decision", "question"])
  func aMissingColumnIsNamed(column: String) throws {
    let rows = Self.sheet([Self.headings.filter { $0 != column }, ["1", "2", "3", "4", "5"]])
    #expect(throws: SheetError.missingColumn(file: "x-worksheet.csv", column: column)) {
      try WorksheetSamples.answers(rows)
    }
    #expect(!WorksheetReader.isWorksheet(top: rows, phrases: [try WorksheetSamples.english()]))
  }

  @Test func headingsAndWordsOfAnyLanguage() throws {
    var texts = try WorksheetSamples.texts()
    texts.merge(
      [
        "language": "Deutsch", "column_line": "Zeile", "column_address": "Adresse",
        "column_suggestion": "Vorschlag", "column_decision": "Entscheidung",
        "column_question": "Frage", "word_accept": "nehmen", "word_swap": "tauschen",
        "reason_provider-typo": "„{domain}“ sieht vertippt aus",
        "suggest_line": "Zeile {line}: {address}",
        "language_ko": "Koreanisch",
      ], uniquingKeysWith: { $1 })
    let german = try WorksheetPhrases(texts, file: "de.yml")
    var options = try WorksheetSamples.options()
    options.phrases = german
    let sheet = try WorksheetSamples.sheet(
      "name,email,member\nKim,a@kgpn.example,K\nKim,b@kgpn.example,K\nLee,lee@gmial.com,K\n")
    let combed = try CombedList(sheet.rows, options: options)
    var rows = try WorksheetSamples.rows(combed.worksheet)
    #expect(rows[1][4].contains("„gmial.com“ sieht vertippt aus"))
    let decisions = ["Entscheidung", "NEHMEN", "tauschen", "Koreanisch", "koreanisch (ko)"]
    for index in rows.indices { rows[index].cells[7] = decisions[index] }
    var reader = try WorksheetReader(
      top: rows, file: "x.csv", phrases: [try WorksheetSamples.english(), german])
    let answers = rows.compactMap { reader.answer($0)?.stored }
    #expect(reader.remarks.isEmpty)
    #expect(answers == ["accept", "swap", "ko", "ko"])
  }

  @Test(arguments: SheetSeparator.allCases, [SheetEncoding.utf8, .utf16LittleEndian])
  func savedByAnotherProgram(separator: SheetSeparator, encoding: SheetEncoding) throws {
    let combed = try SampleListTests.combed("members")
    var rows = try WorksheetSamples.rows(combed.worksheet).map(\.cells)
    for index in rows.indices.dropFirst() {
      rows[index][7] = rows[index][8] == "member" || rows[index][5].isEmpty ? "keep" : "Accept"
    }
    let before = try WorksheetSamples.answers(Self.sheet(rows)).answers
    #expect(before.count == rows.count - 1)
    // Columns turned round, one more in front, rows in reverse.
    let turned = [rows[0]] + rows.dropFirst().reversed()
    let text = turned.map { row in
      (["note"] + row.reversed()).map { "\"\($0.replacing("\"", with: "\"\""))\"" }
        .joined(separator: separator.rawValue)
    }.joined(separator: "\n")
    let bytes =
      encoding == .utf8
      ? Array(text.utf8)
      : [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let back = try WorksheetSamples.answers(try Sheet(bytes, file: "x.csv").rows).answers
    #expect(Set(back.map(\.place)) == Set(before.map(\.place)))
    #expect(Set(back.map(\.stored)) == Set(before.map(\.stored)))
  }
}
