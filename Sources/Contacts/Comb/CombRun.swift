import Mail

/// Combs a list row by row: judges every address, takes over what people have answered, marks
/// repetitions, and writes the worksheet's rows as it finds them.
///
/// It keeps counts, the first findings in words, and compact tables of what was seen: about a
/// hundred octets a person.
package struct CombRun {
  /// Takes the worksheet's rows, each to be put behind those of its section.
  package typealias Sink = (Worksheet.Section, [UInt8]) throws -> Void

  let options: CombOptions
  let sink: Sink
  let judge = AddressJudge()
  let table: WorksheetTable
  var figures: CombFigures
  var answers: AnswerBook
  var members: MemberTexts
  var mailboxes = CompactTable<MailboxNote>(filler: MailboxNote(line: 0, language: 0, member: 0))
  /// Rows by person, and by mailbox as providers see it.
  var people = CompactTable<UInt32>(filler: 0)
  var rows = RowStore()
  var languages = ShortTexts()
  /// Contacts without a language so far, to be asked about at the end: a later row may tell.
  var speechless: [Speechless] = []
  var unknownLanguages: [UInt32: String] = [:]
  var memberless: [UInt64] = []
  /// Left out in favour of another mailbox, which has to be there at the end.
  var held: [CombEntry] = []
  /// Which mailbox each of those goes in favour of.
  var staying: [MailboxKey: MailboxKey] = [:]

  /// The first line whose mailbox was not remembered any more.
  var beyond: Int?

  /// What is remembered of a mailbox.
  struct MailboxNote: BitwiseCopyable, Sendable {
    var line: UInt32
    /// Zero where none is given.
    var language: UInt16
    var member: UInt16
  }

  struct Speechless: BitwiseCopyable, Sendable {
    let mailbox: UInt64
    let row: UInt32
  }

  /// Begins a list.
  ///
  /// - Parameters:
  ///   - options: The list's name, words, members and so on.
  ///   - answers: What people have answered about this list so far.
  ///   - sink: Takes the rows of the worksheet and of the table of repairs.
  package init(
    options: CombOptions, answers: [WorksheetAnswer] = [], sink: @escaping Sink
  ) {
    self.options = options
    self.sink = sink
    table = WorksheetTable(phrases: options.phrases, separator: options.separator)
    figures = CombFigures(file: options.file)
    self.answers = AnswerBook(answers, typed: options.typed, judge: judge)
    members = MemberTexts(options.members)
  }

  /// Judges one row and gives its addresses, without those that a person took out.
  package mutating func take(_ row: ContactRow) throws -> [CombEntry] {
    figures.rows += 1
    let none = Verdict(
      kind: .bad, code: AddressProblem.empty.rawValue, reason: "there is no address")
    let cells =
      row.addresses.isEmpty
      ? [CellAddress(written: "", name: nil, verdict: none)] : row.addresses
    var kept: [CombEntry] = []
    for cell in cells {
      var entry = CombEntry(row: row, cell: cell)
      answers.meet(entry.line, entry.written)
      guard settle(&entry, row) else { continue }
      try findMember(of: &entry)
      try take(&entry, row, cell.written)
      kept.append(entry)
    }
    return kept
  }

  /// Asks what could only be asked at the end, and gives the figures.
  ///
  /// The entries are those that had been left out in favour of a line that the list no longer has:
  /// they belong to the list after all.
  package mutating func finish(
    remarks: [SheetRemark] = []
  ) throws -> (figures: CombFigures, late: [CombEntry]) {
    let late = try returning()
    try askLanguages()
    for hash in memberless where mailboxes[hash]?.member != 0 { count(.noMember, -1) }
    for stray in answers.strays {
      let written = VisibleText.of(stray.place.written)
      let what = written.isEmpty ? "without an address" : written
      unfit(
        "\(options.file) has no line \(stray.place.line) \(what) any more: “"
          + "\(VisibleText.of(stray.text))” was not taken over; comb again and answer anew",
        worksheetLine: stray.worksheetLine, code: "stray-decision")
    }
    figures.answered = answers.taken
    figures.remarks = remarks
    if let beyond {
      figures.remarks.append(
        SheetRemark(
          code: "long-list", line: beyond,
          text: """
            from here on nobody is looked for twice: the list has more than \(options.remembered) \
            mailboxes; split it to have all of it compared
            """))
    }
    return (figures, late)
  }

  private mutating func take(
    _ entry: inout CombEntry, _ row: ContactRow, _ written: String
  ) throws {
    figures.kinds[entry.verdict.kind, default: 0] += 1
    // Who must never be mailed is not asked about, and an import leaves them alone.
    if let address = entry.contact?.address ?? entry.verdict.address,
      options.isSuppressed(address.mailboxKey)
    {
      count(.suppressed, 1, "line \(entry.line)")
      return
    }
    if entry.verdict.kind == .fixed { try proveRepairs(entry, written: written) }
    guard entry.contact != nil else {
      try askAddress(entry)
      return
    }
    takeAnswers(&entry)
    guard let contact = entry.contact else { return }
    let hash = TextHash.of(0, contact.mailboxKey.rawValue)
    if let note = mailboxes[hash] {
      entry.repeats = Int(note.line)
      try takeRepetition(entry, contact, note, hash)
    } else {
      try takeFirst(entry, contact, row, hash)
    }
  }

  mutating func count(_ topic: CombTopic, _ number: Int = 1, _ example: @autoclosure () -> String) {
    count(topic, number)
    guard figures.examples[topic, default: []].count < options.examples else { return }
    figures.examples[topic, default: []].append(example())
  }

  mutating func count(_ topic: CombTopic, _ number: Int) {
    figures.counts[topic, default: 0] += number
  }

  mutating func unfit(_ text: String, worksheetLine: Int?, code: String) {
    figures.unfitCount += 1
    guard figures.unfit.count < WorksheetReader.keptRemarks else { return }
    figures.unfit.append(SheetRemark(code: code, line: worksheetLine, text: text))
  }

  mutating func write(_ section: Worksheet.Section, _ bytes: [UInt8]) throws {
    figures.written[section, default: 0] += 1
    try sink(section, bytes)
  }

  mutating func ask(_ section: Worksheet.Section, _ question: WorksheetTable.Question) throws {
    var question = question
    question.decision = answers.typed(question.place)
    try write(section, table.row(question))
  }
}
