import Mail

/// Makes contacts of rows, by the layout of their table.
struct RowReader {
  private let layout: SheetLayout
  private let cells: CellReader
  private let columns: Columns
  private let labels: [String]
  private let areNotes: [Bool]
  /// What the same few texts of a column mean, over and over.
  private var languages: [String: Language?] = [:]
  private var roles: [String: [Role]] = [:]

  private static let remembered = 1_000
  /// In octets; what is longer is a text that slipped into the column, and no letter's To.
  private static let longestName = 320

  /// The columns of each meaning, looked up once.
  private struct Columns {
    var name, givenName, familyName, address, language, role: [Int]
    var member: Int?
  }

  init(layout: SheetLayout, cells: CellReader) {
    self.layout = layout
    self.cells = cells
    let namesMember = !layout.columns(.member).isEmpty
    columns = Columns(
      name: layout.columns(.name), givenName: layout.columns(.givenName),
      familyName: layout.columns(.familyName), address: layout.columns(.address),
      language: layout.columns(.language), role: layout.columns(.role),
      member: layout.columns(namesMember ? .member : .country).first)
    labels = (0..<max(layout.meanings.count, layout.headings.count)).map(layout.label)
    areNotes = layout.meanings.enumerated().map { column, meaning in
      switch meaning {
      case nil, .notes: true
      case .country: namesMember
      // A second column of one meaning (company beside network) is a note.
      case .member?, .name?: meaning.flatMap { layout.columns($0).first } != column
      default: false
      }
    }
  }

  mutating func read(_ row: Sheet.Row) -> ContactRow {
    let written = columns.address.map { row[$0] }.filter { !$0.isBlank }
    let addresses = written.count == 1 ? cells.read(written[0]) : written.flatMap(cells.read)
    var name =
      Self.first(columns.name, row)
      ?? Self.joined(Self.first(columns.givenName, row), Self.first(columns.familyName, row))
    if name.isEmpty, addresses.count == 1 { name = addresses[0].name ?? "" }
    var notes: [Note] = []
    if name.utf8.count > Self.longestName {
      notes.append(Note(column: "name", text: name))
      name = ""
    }
    let languageText = Self.first(columns.language, row) ?? ""
    let language = languageText.isEmpty ? nil : language(languageText)
    for column in row.cells.indices where column >= areNotes.count || areNotes[column] {
      let text = row.cells[column]
      guard !text.isBlank else { continue }
      let label = column < labels.count ? labels[column] : layout.label(column)
      notes.append(Note(column: label, text: text))
    }
    if !languageText.isEmpty, language == nil {
      notes.append(Note(column: "language", text: languageText))
    }
    return ContactRow(
      line: row.line, name: name, written: written.joined(separator: "; "), addresses: addresses,
      languageText: languageText, language: language,
      member: columns.member.flatMap { Self.filled(row[$0]) }, roles: roles(row),
      notes: notes)
  }

  private static func first(_ columns: [Int], _ row: Sheet.Row) -> String? {
    for column in columns {
      if let text = filled(row[column]) { return text }
    }
    return nil
  }

  private static func filled(_ cell: String) -> String? {
    guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else {
      return nil
    }
    if !first.properties.isWhitespace, !last.properties.isWhitespace { return cell }
    let text = cell.trimmed()
    return text.isEmpty ? nil : text
  }

  private mutating func language(_ text: String) -> Language? {
    if let known = languages[text] { return known }
    if languages.count == Self.remembered { languages.removeAll() }
    let language = Language(parsing: text)
    languages[text] = .some(language)
    return language
  }

  private mutating func roles(_ row: Sheet.Row) -> [Role] {
    guard let column = columns.role.first else { return [] }
    let text =
      columns.role.count == 1
      ? row[column] : columns.role.compactMap { Self.filled(row[$0]) }.joined(separator: ";")
    if text.isEmpty { return [] }
    if let known = roles[text] { return known }
    if roles.count == Self.remembered { roles.removeAll() }
    let list = Role.list(in: text)
    if text.utf8.count < 200 { roles[text] = list }
    return list
  }

  /// Family name first where the script has it so.
  private static func joined(_ given: String?, _ family: String?) -> String {
    guard let given, let family else { return given ?? family ?? "" }
    let isEastAsian = family.unicodeScalars.contains { $0.value >= 0x2E80 && $0.value < 0xFF00 }
    return isEastAsian ? family + given : given + " " + family
  }
}
