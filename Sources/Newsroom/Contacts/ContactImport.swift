import Contacts
package import Foundation
import Mail
import Storage

/// Imports a list: a plan first, then one transaction; doubtful rows wait for a person.
package struct ContactImport: Sendable {
  /// What is asked for besides the file.
  package struct Options: Sendable {
    /// `membership`, `consent`, or in words.
    package var basis = "membership"
    package var by = ""
    /// What is done about those who are no longer in the file: `tell`, `stop` or `leave`.
    package var gone = Gone.tell.rawValue
    /// Takes the file's word also where what stands is newer.
    package var prefersFile = false
    /// Tells what would happen, and changes nothing.
    package var isPlan = false
    /// Changes nothing where anything needs a person.
    package var isStrict = false
    package var encoding: String?
    package var language = "en"

    package init() {}
  }

  let office: Office
  private let options: Options
  private let combing: ListCombing
  private let encoding: SheetEncoding?

  package init(office: Office, options: Options = Options()) throws(Problem) {
    self.office = office
    self.options = options
    encoding = try CombDesk.encoding(options.encoding)
    combing = try ListCombing(office: office, language: options.language)
  }

  /// Imports a list or a filled-in worksheet.
  package func run(_ url: URL) throws(Problem) -> ImportOutcome {
    let file = try ListFile(url, in: office.workspace, encoding: encoding)
    guard var worksheet = try WorksheetFile.open(file, combing.words) else {
      return try keep(file, answers: [], unclear: [])
    }
    let name = try Self.list(ofWorksheet: file)
    let list = try ListFile(source(of: name), in: office.workspace, encoding: nil)
    var answers: [WorksheetAnswer] = []
    while let row = try worksheet.next() {
      if let answer = worksheet.reader.answer(row) { answers.append(answer) }
    }
    let unclear = worksheet.reader.remarks.map { "\(file.shown):\($0.line ?? 0): \($0.text)" }
    if options.isStrict, let first = unclear.first { throw Problem(.badData, first) }
    if !options.isPlan {
      let kept = answers.map {
        AnswerStore.Answer(
          line: $0.place.line, written: $0.place.written, question: $0.place.code,
          choice: $0.stored, mailboxes: mailboxes(of: $0))
      }
      try attempt {
        try AnswerStore(database: office.database).save(kept, list: name, at: office.clock.now())
      }
    }
    return try keep(list, answers: answers, unclear: unclear)
  }

  private func keep(
    _ file: ListFile, answers: [WorksheetAnswer], unclear: [String]
  ) throws(Problem) -> ImportOutcome {
    try checkNoRule(file.name)
    let header = ListImport.Header(
      list: file.name, source: file.shown, sha256: try file.digest(), modified: file.modified,
      basis: options.basis, by: options.by, at: office.clock.now())
    let maker = EntryMaker(members: combing.members)
    var combed: ListCombing.Outcome?
    var isKept = false
    let plan = try attempt {
      try ContactStore(database: office.database).importList(
        header, gone: Gone(rawValue: options.gone) ?? .tell, preferFile: options.prefersFile,
        takenOut: { combed?.figures.takenOut ?? [] },
        commit: { plan in
          guard !options.isPlan, let figures = combed?.figures else { return false }
          isKept =
            !options.isStrict
            || !ImportOutcome.hasRemarks(figures, plan, unclear: unclear)
          return isKept
        },
        feed: { take in
          combed = try combing.run(file, writesTables: !options.isPlan, more: answers) {
            entry, position, layout in
            try take(maker.entry(entry, position, layout))
          }
        })
    }
    guard let combed else { throw Problem(.bug, "\(file.shown) was not read.") }
    return ImportOutcome(
      list: file.name, file: file.shown, combed: combed, plan: plan, isKept: isKept,
      isPlan: options.isPlan, answered: answers.count, unclear: unclear)
  }

  /// The mailboxes that an answer tells of: of an erased person nothing is kept.
  private func mailboxes(of answer: WorksheetAnswer) -> [MailboxKey] {
    let judge = AddressJudge(policy: office.configuration.addressPolicy)
    let written = judge.judge(answer.place.written)
    let meant = written.suggestion.map { judge.judge($0) }
    let chosen = judge.judge(answer.stored)
    return [written.address, meant?.address, chosen.address, answer.place.other?.address]
      .compactMap { $0?.mailboxKey }
  }

  private func checkNoRule(_ name: String) throws(Problem) {
    let rule = office.workspace.lists.appending(path: "\(name).rule")
    guard FileManager.default.fileExists(atPath: Files.path(rule)) else { return }
    throw Problem(
      .badData,
      "lists/\(name).rule fills the list \(name) already; give the file or the rule another name.")
  }

  /// `members-worksheet.csv` is about the list `members`, and so is `members-worksheet (1).csv`.
  private static func list(ofWorksheet file: ListFile) throws(Problem) -> String {
    let suffix = ListCombing.worksheetSuffix
    guard let end = file.name.firstRange(of: suffix)?.lowerBound, end > file.name.startIndex else {
      throw Problem(
        .badData,
        "\(file.shown) is a worksheet, but its name does not tell of which list. "
          + "Call it LIST\(suffix).csv, such as members\(suffix).csv.")
    }
    return String(file.name[..<end])
  }

  private func source(of list: String) throws(Problem) -> URL {
    let known = try attempt {
      try ContactStore(database: office.database).lists().first { $0.name == list }?.source
    }
    let inFolder = ListFile.endings.map { "lists/\(list).\($0)" }.first {
      FileManager.default.fileExists(
        atPath: Files.path(office.workspace.directory.appending(path: $0)))
    }
    let path = known ?? inFolder ?? "lists/\(list).csv"
    let file =
      path.hasPrefix("/")
      ? URL(filePath: path) : office.workspace.directory.appending(path: path)
    guard FileManager.default.fileExists(atPath: Files.path(file)) else {
      throw Problem(
        .missingInput, "The worksheet is about the list \(list), but \(path) is not there.")
    }
    return file
  }
}
