package import Contacts
import Foundation
import Mail
import Storage

/// Combs one file from its first row to its last, and writes what a person has to look at.
package struct ListCombing: Sendable {
  static let worksheetSuffix = "-worksheet"
  private static let repairsSuffix = "-repairs"

  /// What combing a file came to.
  package struct Outcome: Sendable {
    package let figures: CombFigures
    /// How the file was read: `UTF-8, semicolons`.
    package let reading: String
    /// Nil where there is no question.
    package let worksheet: String?
    /// Nil where nothing was repaired.
    package let repairs: String?
  }

  let office: Office
  let words: WorksheetWords
  let members: [Member]
  private let reachabilities: Reachabilities

  package init(office: Office, language: String = "en") throws(Problem) {
    self.office = office
    words = try WorksheetWords(office, language: language)
    members = try MemberFiles.read(office.workspace)
    reachabilities = try Reachabilities(office)
  }

  /// Reads the file once; `each` gets every address with its place among those of its row.
  ///
  /// Without `writesTables` no file is written. `more` are decisions that are not kept yet.
  func run(
    _ file: ListFile, writesTables: Bool = true, more: [WorksheetAnswer] = [],
    each: (CombEntry, _ position: Int, _ layout: SheetLayout) throws -> Void = { _, _, _ in }
  ) throws(Problem) -> Outcome {
    let kept = try attempt {
      try AnswerStore(database: office.database).answers(list: file.name).compactMap {
        WorksheetAnswer(
          line: $0.line, written: $0.written, code: $0.question, stored: $0.choice)
      }
    }
    let tables = SectionFiles(folder: office.workspace.reports)
    let policy = office.configuration.addressPolicy
    // What we wrote ourselves was accepted before, also where the policy asks about it.
    var rows = try file.contacts {
      AddressJudge(policy: ContactListing.wrote($0) ? .permissive : policy)
    }
    let options = try options(file, separator: rows.separator)
    let layout = rows.layout
    return try attempt {
      // The later answer to a question counts.
      var run = CombRun(options: options, answers: kept + more) { section, bytes in
        if writesTables { try tables.take(section, bytes) }
      }
      while let row = try sheet({ () throws(SheetError) in try rows.next() }) {
        for (position, entry) in try run.take(row).enumerated() {
          try each(entry, position, layout)
        }
      }
      let end = try run.finish(remarks: rows.remarks)
      // Behind all that the line can have had before.
      for (index, entry) in end.late.enumerated() { try each(entry, 100_000 + index, layout) }
      let paths = writesTables ? try write(tables, file, options.separator) : (nil, nil)
      return Outcome(
        figures: end.figures, reading: rows.reading, worksheet: paths.0, repairs: paths.1)
    }
  }

  private func options(
    _ file: ListFile, separator: SheetSeparator?
  ) throws(Problem) -> CombOptions {
    let reachabilities = self.reachabilities
    let isSuppressed = try attempt {
      try ContactStore(database: office.database).suppressionCheck()
    }
    return CombOptions(
      file: file.shown, phrases: words.written, members: members,
      separator: Worksheet.separator(for: separator), typed: try typed(file),
      isSuppressed: isSuppressed,
      evidence: { reachabilities.evidence(mailbox: $0.mailboxKey.rawValue) })
  }

  private func table(_ file: ListFile, _ suffix: String) -> URL {
    office.workspace.reports.appending(path: "\(file.name)\(suffix).csv")
  }

  /// What somebody has typed and not imported yet is carried over into the new worksheet.
  private func typed(_ list: ListFile) throws(Problem) -> [WorksheetPlace: String] {
    let url = table(list, Self.worksheetSuffix)
    guard FileManager.default.fileExists(atPath: Files.path(url)) else { return [:] }
    let file = try ListFile(url, in: office.workspace, encoding: nil)
    guard var sheet = try WorksheetFile.open(file, words) else { return [:] }
    var typed: [WorksheetPlace: String] = [:]
    while let row = try sheet.next() {
      if let (place, text) = sheet.reader.typed(row) { typed[place] = text }
    }
    return typed
  }

  private func write(
    _ tables: SectionFiles, _ file: ListFile, _ separator: SheetSeparator
  ) throws(Problem) -> (worksheet: String?, repairs: String?) {
    func join(_ sections: [Worksheet.Section], _ suffix: String) throws(Problem) -> String? {
      guard let first = sections.first else { return nil }
      let url = table(file, suffix)
      let head = Worksheet.head(first, phrases: words.written, separator: separator)
      try Files.makeFolder(office.workspace.reports)
      if try tables.join(sections, head: head, to: url) { return office.workspace.shown(url) }
      // Questions that are answered must not be asked again by a file of last time.
      try? FileManager.default.removeItem(at: url)
      return nil
    }
    return (
      try join(Worksheet.Section.questions, Self.worksheetSuffix),
      try join([.repairs], Self.repairsSuffix)
    )
  }
}
