import ContactsSupport
import Mail
import Testing

@testable import Contacts

struct SheetTests {
  static func sheet(_ text: String) throws -> ContactSheet {
    try ContactSheet(Array(text.utf8), file: "lists/x.csv")
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func separatorsAreDetected(separator: String) throws {
    let lines = [["name", "email", "language"], ["Suk", "suk@kgpn.example", "ko"]]
    let text = lines.map { $0.joined(separator: separator) }.joined(separator: "\n")
    let sheet = try Self.sheet(text)
    #expect(sheet.separator.rawValue == separator)
    #expect(sheet.rows.first?.addresses.first?.verdict.usable?.description == "suk@kgpn.example")
    #expect(sheet.rows.first?.language?.tag == "ko")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsAndQuotedNewlines(end: String) throws {
    let text =
      ["email;name;note", "a@b.example;\"Kim; \"\"Suk\"\"\";\"two\(end)lines\"", "c@d.example;X;"]
      .joined(separator: end)
    let sheet = try Self.sheet(text)
    #expect(sheet.rows.map(\.name) == ["Kim; \"Suk\"", "X"])
    #expect(sheet.rows.first?.notes == [Note(column: "note", text: "two\(end)lines")])
    #expect(sheet.rows.map(\.line) == [2, 4])
  }

  @Test func strayQuoteSwallowsNothing() throws {
    let rows = (1...300).map { "a\($0)@b.example,Name" }.joined(separator: "\n")
    let sheet = try Self.sheet("email,name\nx@b.example,\"Suk\n" + rows)
    #expect(sheet.rows.count == 301)
  }

  @Test(arguments: [
    "email,name", "E-Mail Address,Full name", "邮箱,姓名", "電郵地址,聯絡人", "メールアドレス,氏名", "이메일,이름",
    "อีเมล,ชื่อ-นามสกุล", "Địa chỉ email,Họ và tên", "Alamat surel,Nama lengkap",
    "E-Mail-Adresse,Ansprechpartner",
    "Courriel,Nom complet", "Correo electrónico,Nombre", "电子邮箱(必填),联系人", "ＥＭＡＩＬ,ＮＡＭＥ",
    "* Email:,Name *",
  ])
  func headingsInTenLanguages(headings: String) throws {
    let sheet = try Self.sheet(headings + "\nsuk@kgpn.example,Suk Kim\n")
    #expect(sheet.rows.count == 1)
    #expect(sheet.rows.first?.name == "Suk Kim")
    #expect(sheet.rows.first?.addresses.count == 1)
    #expect(sheet.layout.meanings == [.address, .name])
  }

  @Test(arguments: [
    ("语言", ColumnMeaning.language), ("言語", .language), ("언어", .language), ("ภาษา", .language),
    ("Ngôn ngữ", .language), ("Bahasa", .language), ("Sprache", .language), ("Langue", .language),
    ("Idioma", .language), ("会员单位", .member), ("団体名", .member), ("기관명", .member),
    ("องค์กร", .member), ("Tổ chức", .member), ("Organisasi", .member), ("Mitglied", .member),
    ("Organisme", .member), ("Organización", .member), ("职务", .role), ("役職", .role),
    ("직책", .role), ("ตำแหน่ง", .role), ("Chức vụ", .role), ("Jabatan", .role), ("Funktion", .role),
    ("Rôle", .role), ("Cargo", .role), ("备注", .notes), ("備考", .notes), ("비고", .notes),
    ("หมายเหตุ", .notes), ("Ghi chú", .notes), ("Catatan", .notes), ("Bemerkung", .notes),
    ("Remarques", .notes), ("Observaciones", .notes), ("Country / Region", .country),
    ("First name", .givenName), ("Nachname", .familyName), ("E-mail 2", .address),
    ("Email (office)", .address),
  ])
  func headingMeans(heading: String, meaning: ColumnMeaning) {
    #expect(ColumnMeaning(heading: heading) == meaning)
  }

  @Test(arguments: ["Phone", "Tel.", "电话", "電話番号", "전화", "Fax", "Address 2 street", ""])
  func otherHeadingsMeanNothing(heading: String) {
    #expect(ColumnMeaning(heading: heading) == nil)
  }

  @Test func withoutHeadings() throws {
    let sheet = try Self.sheet(
      "KGPN;Suk Kim;suk@kgpn.example;ko\nTGPN;Nok Suwan;nok@tgpn.example;th\n")
    #expect(sheet.rows.map(\.addresses.count) == [1, 1])
    #expect(sheet.rows.map { $0.language?.tag } == ["ko", "th"])
    #expect(sheet.layout.rowsAbove == 0)
  }

  @Test func addressesOnly() throws {
    let sheet = try Self.sheet("a@b.example\nc@d.example\n")
    #expect(sheet.rows.count == 2)
  }

  @Test func titleAboveHeadings() throws {
    let sheet = try Self.sheet("IGPN members,,\n,,\nName,Email,Land\nSuk,suk@kgpn.example,Korea\n")
    #expect(sheet.rows.map(\.member) == ["Korea"])
    #expect(sheet.rows.map(\.line) == [4])
  }

  @Test(arguments: [
    ("a@b.example; c@d.example", 2), ("a@b.example, c@d.example", 2),
    ("a@b.example / c@d.example", 2), ("a@b.example/c@d.example", 2),
    ("a@b.example c@d.example", 2), ("a@b.example\nc@d.example", 2),
    ("a@b.example、c@d.example；e@f.example", 3),
    ("Kim, Suk <a@b.example>; \"Lee, Jun\" <c@d.example>", 2),
    ("A <a@b.example> B <c@d.example>", 2), ("a@b,example; c@d.example", 2),
    ("a@b.example (old), c@d.example (new)", 2), ("a@b.example", 1), ("", 0), ("  ", 0),
  ])
  func severalInACell(cell: String, count: Int) {
    let found = CellReader().read(cell)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.verdict.usable != nil }, "\(found)")
  }

  @Test func namesBesideAddresses() {
    let found = CellReader().read("Kim, Suk <a@b.example>; \"Lee, Jun\" <c@d.example>")
    #expect(found.map(\.name) == ["Kim, Suk", "Lee, Jun"])
  }

  @Test func namesInTwoColumns() throws {
    let western = try Self.sheet("First name,Last name,Email\nSuk,Kim,suk@kgpn.example\n")
    #expect(western.rows.map(\.name) == ["Suk Kim"])
    let eastern = try Self.sheet("姓,名,邮箱\n王,海燕,w@cgpn.example\n")
    #expect(eastern.rows.map(\.name) == ["王海燕"])
  }

  @Test func noAddressColumnSaysWhatToDo() {
    let error = #expect(throws: SheetError.self) { try Self.sheet("name,phone\nSuk,123\n") }
    #expect(error == .noAddressColumn(file: "lists/x.csv", seen: ["name", "phone"]))
    #expect(error?.description.contains("lists/x.csv: no column with mail addresses") == true)
  }

  @Test func otherFilesAreNamed() {
    #expect(throws: SheetError.notText(file: "a.xlsx", kind: "an Excel or OpenDocument workbook")) {
      try ContactSheet([0x50, 0x4B, 0x03, 0x04, 0], file: "a.xlsx")
    }
    #expect(throws: SheetError.empty(file: "a.csv")) { try ContactSheet([], file: "a.csv") }
  }
}
