package import Contacts
package import Foundation
import Mail
package import Storage

/// Imports a list: each row becomes a confirmed subscription, doubtful ones wait for a person.
package struct ContactImport: Sendable {
  /// What an import did.
  package struct Outcome: Sendable {
    package let list: String
    package let file: String
    package let result: CombResult
    package let changes: ImportResult
    /// Member names of the list that no file in `members/` knows.
    package let unknownMembers: [String]
    package let encoding: String
    /// Decisions taken over, where the file was a worksheet.
    package let decisions: Int
    /// Decisions that were not understood, with their lines.
    package let unclear: [String]
    package let worksheet: String?

    /// Whether anything needs a person: such an import ends with 65 when it is strict.
    package var hasRemarks: Bool {
      !result.undecided.isEmpty || !result.unusable.isEmpty || !unknownMembers.isEmpty
        || !unclear.isEmpty
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Imports a list or a filled-in worksheet.
  package func run(
    file: URL, basis: String, encoding: SheetEncoding? = nil
  ) throws(Problem) -> Outcome {
    let shown = office.workspace.shown(file)
    try Self.checkName(file, shown: shown)
    let bytes = try Files.read(file, what: "The list")
    guard Worksheet.isWorksheet(bytes, file: shown), let decisions = decisions(bytes, file) else {
      return try keep(file, basis: basis, encoding: encoding, decisions: 0, unclear: [])
    }
    guard let list = Self.worksheetList(file) else {
      throw Problem(
        .badData,
        "\(shown) is a worksheet, but its name does not tell of which list. "
          + "Call it LIST\(Comb.worksheetSuffix).csv, such as members\(Comb.worksheetSuffix).csv.")
    }
    let store = DecisionStore(database: office.database)
    let kept = decisions.compactMap(DecisionCoding.encode)
    let source = try source(of: list)
    try attempt { try store.save(kept, list: list, at: office.clock.now()) }
    let unclear = decisions.compactMap { decision -> String? in
      guard case .unclear(let why) = decision.choice else { return nil }
      return "\(office.workspace.shown(file)):\(decision.worksheetLine): \(why)"
    }
    return try keep(
      source, basis: basis, encoding: encoding, decisions: kept.count, unclear: unclear)
  }

  private func keep(
    _ file: URL, basis: String, encoding: SheetEncoding?, decisions: Int, unclear: [String]
  ) throws(Problem) -> Outcome {
    let name = file.deletingPathExtension().lastPathComponent
    let stored = try attempt { try DecisionStore(database: office.database).decisions(list: name) }
    let shown = office.workspace.shown(file.standardizedFileURL)
    let reading = try ListReading(
      file: file, shownAs: shown, encoding: encoding,
      decisions: stored.map(DecisionCoding.decode))
    let members = try MemberFiles.read(office.workspace)
    let importing = ListImport(
      list: name, source: shown, modified: Files.modified(file), basis: basis,
      evidence: "imported from \(shown)", at: office.clock.now(),
      entries: Self.entries(
        reading.result, members: members, isExport: ContactListing.wrote(reading.sheet.layout)))
    let changes = try attempt { try ContactStore(database: office.database).importList(importing) }
    let needsPerson = !reading.result.undecided.isEmpty || !reading.result.unusable.isEmpty
    let worksheet = needsPerson ? try Comb.writeWorksheet(reading, office.workspace) : nil
    return Outcome(
      list: name, file: shown, result: reading.result, changes: changes,
      unknownMembers: Self.unknownMembers(reading.result, members),
      encoding: "\(reading.sheet.encoding)", decisions: decisions, unclear: unclear,
      worksheet: worksheet)
  }

  /// Only what can be a spreadsheet's export is taken for a list.
  private static func checkName(_ file: URL, shown: String) throws(Problem) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: Files.path(file), isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw Problem(.missingInput, "\(shown) is a folder; name one of the files in it.")
    }
    guard ["csv", "tsv", "txt"].contains(file.pathExtension.lowercased()) else {
      throw Problem(
        .badData,
        "\(shown) is no list: save the spreadsheet as CSV (its name then ends with .csv) and "
          + "import that.")
    }
  }

  /// `members-worksheet.csv` is about the list `members`, and so is `members-worksheet (1).csv`.
  private static func worksheetList(_ file: URL) -> String? {
    let name = file.deletingPathExtension().lastPathComponent
    guard let end = name.range(of: Comb.worksheetSuffix)?.lowerBound, end > name.startIndex else {
      return nil
    }
    return String(name[..<end])
  }

  private func decisions(_ bytes: [UInt8], _ file: URL) -> [WorksheetDecision]? {
    try? WorksheetDecision.read(bytes, file: office.workspace.shown(file))
  }

  private func source(of list: String) throws(Problem) -> URL {
    let known = try attempt {
      try ContactStore(database: office.database).lists().first { $0.name == list }?.source
    }
    let path = known ?? "lists/\(list).csv"
    let file =
      path.hasPrefix("/")
      ? URL(filePath: path) : office.workspace.directory.appending(path: path)
    guard FileManager.default.fileExists(atPath: Files.path(file)) else {
      throw Problem(
        .missingInput, "The worksheet is about the list \(list), but \(path) is not there.")
    }
    return file
  }

  private static func entries(
    _ result: CombResult, members: [Member], isExport: Bool
  ) -> [ListImport.Entry] {
    var positions: [Int: Int] = [:]
    return result.entries.map { entry in
      let position = positions[entry.line, default: 0]
      positions[entry.line] = position + 1
      let verdict = entry.verdict
      return ListImport.Entry(
        line: entry.line, position: position, written: entry.written,
        verdict: verdict.kind.rawValue, code: verdict.code, reason: verdict.reason,
        suggestion: verdict.suggestion, repairs: verdict.repairs.map(\.rawValue),
        name: entry.name, member: short(entry.member, members),
        person: entry.contact.map { person($0, members, isExport: isExport) })
    }
  }

  private static func person(
    _ contact: Contact, _ members: [Member], isExport: Bool
  ) -> ListImport.Person {
    ListImport.Person(
      address: contact.address.description, mailbox: contact.mailboxKey.rawValue,
      name: contact.name, language: contact.language?.tag, member: short(contact.member, members),
      roles: contact.roles.map(\.word),
      notes: contact.notes.compactMap { note(of: $0, isExport: isExport) }
        .joined(separator: "\n"))
  }

  /// What we worked out ourselves for an export is no note of people's; its notes are as they were.
  private static func note(of note: Note, isExport: Bool) -> String? {
    guard isExport else { return "\(note.column): \(note.text)" }
    if note.column == "notes" { return note.text }
    return ContactListing.computed.contains(note.column) ? nil : "\(note.column): \(note.text)"
  }

  /// The member's short name where the list means one that is known, else as written.
  private static func short(_ text: String?, _ members: [Member]) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return members.first { $0.isMeant(by: text) }?.short ?? text
  }

  private static func unknownMembers(_ result: CombResult, _ members: [Member]) -> [String] {
    var seen: Set<String> = []
    return result.entries.compactMap(\.member).filter { text in
      !text.isEmpty && !members.contains { $0.isMeant(by: text) } && seen.insert(text).inserted
    }
  }
}
