import Mail

// Until Newsroom combs with `CombRun`.
extension Worksheet {
  package static let columns = [
    "line", "name", "address", "verdict", "code", "reason", "suggestion", "decision",
  ]

  /// Writes everything that is not simply in order.
  ///
  /// First what needs a decision, then what can't be
  /// used, repetitions, and what was repaired. UTF-8 with BOM, formula-safe.
  ///
  /// - Parameters:
  ///   - result: What combing found.
  ///   - filled: What a person has typed into an earlier worksheet, by line and address: it is kept.
  /// - Returns: The file's octets.
  package static func csv(_ result: CombResult, filled: [Place: String] = [:]) -> [UInt8] {
    var writer = SheetWriter(columns: columns)
    let write = { (entry: CombEntry, code: String?, reason: String?, writer: inout SheetWriter) in
      let place = Place(line: entry.line, written: entry.written)
      Self.write(entry, code, reason, decision: filled[place] ?? "", into: &writer)
    }
    let repeated = result.entries.filter { $0.repeats != nil }
    var proposals: [Int: Duplicate] = [:]
    for duplicate in result.duplicates where duplicate.kind != .mailbox {
      for line in duplicate.lines.dropFirst() { proposals[line] = duplicate }
    }
    for entry in result.undecided + result.unusable { write(entry, nil, nil, &writer) }
    for entry in repeated {
      let reason = "same mailbox as line \(entry.repeats ?? 0); gets one letter"
      write(entry, Duplicate.Kind.mailbox.rawValue, reason, &writer)
    }
    for entry in result.entries where entry.repeats == nil && entry.contact != nil {
      if let found = proposals[entry.line] {
        let reason = "perhaps the same as line \(found.lines.first ?? entry.line)"
        write(entry, found.kind.rawValue, reason, &writer)
      } else if entry.verdict.kind == .fixed {
        write(entry, nil, nil, &writer)
      }
    }
    return writer.bytes
  }

  /// Where a decision belongs: a line of the list, and the address as written there.
  package struct Place: Hashable, Sendable {
    package let line: Int
    package let written: String
  }

  /// What has been typed into a worksheet's column “decision”; empty where the file is none.
  package static func filled(_ bytes: [UInt8], file: String) -> [Place: String] {
    guard isWorksheet(bytes, file: file), let sheet = try? Sheet(bytes, file: file),
      let headings = sheet.rows.first?.cells.map({ $0.trimmed().lowercased() }),
      let line = headings.firstIndex(of: "line"), let address = headings.firstIndex(of: "address"),
      let decision = headings.firstIndex(of: "decision")
    else { return [:] }
    var filled: [Place: String] = [:]
    for row in sheet.rows.dropFirst() {
      let text = row[decision].trimmed()
      guard let number = Int(row[line].trimmed()), !text.isEmpty else { continue }
      filled[Place(line: number, written: row[address].trimmed())] = text
    }
    return filled
  }

  /// Whether a file has a worksheet's headings, whatever it is called.
  package static func isWorksheet(_ bytes: [UInt8], file: String) -> Bool {
    // Only the headings are read: this is asked of every list, also of long ones.
    guard var rows = try? CSVRows(bytes, file: file), let first = try? rows.next() else {
      return false
    }
    let headings = Set(first.cells.map { $0.trimmed().lowercased() })
    return headings.isSuperset(of: ["line", "address", "verdict", "decision"])
  }

  private static func write(
    _ entry: CombEntry, _ code: String?, _ reason: String?, decision: String,
    into writer: inout SheetWriter
  ) {
    let verdict = entry.verdict
    writer.add([
      String(entry.line), entry.name, entry.written, verdict.kind.rawValue, code ?? verdict.code,
      reason ?? verdict.reason, verdict.suggestion ?? verdict.usable?.description ?? "",
      decision,
    ])
  }
}
