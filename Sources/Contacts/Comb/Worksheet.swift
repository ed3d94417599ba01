import Mail

/// The list of what a person has to look at, as a spreadsheet with a column to fill in.
package enum Worksheet {
  package static let columns = [
    "line", "name", "address", "verdict", "code", "reason", "suggestion", "decision",
  ]

  /// Writes everything that is not simply in order.
  ///
  /// First what needs a decision, then what can't be
  /// used, repetitions, and what was repaired. UTF-8 with BOM, formula-safe.
  package static func csv(_ result: CombResult) -> [UInt8] {
    var writer = SheetWriter(columns: columns)
    let repeated = result.entries.filter { $0.repeats != nil }
    var proposals: [Int: Duplicate] = [:]
    for duplicate in result.duplicates where duplicate.kind != .mailbox {
      for line in duplicate.lines.dropFirst() { proposals[line] = duplicate }
    }
    for entry in result.undecided + result.unusable { write(entry, into: &writer) }
    for entry in repeated {
      let reason = "same mailbox as line \(entry.repeats ?? 0); gets one letter"
      write(entry, code: Duplicate.Kind.mailbox.rawValue, reason: reason, into: &writer)
    }
    for entry in result.entries where entry.repeats == nil && entry.contact != nil {
      if let found = proposals[entry.line] {
        let reason = "perhaps the same as line \(found.lines.first ?? entry.line)"
        write(entry, code: found.kind.rawValue, reason: reason, into: &writer)
      } else if entry.verdict.kind == .fixed {
        write(entry, into: &writer)
      }
    }
    return writer.bytes
  }

  private static func write(
    _ entry: CombEntry, code: String? = nil, reason: String? = nil, into writer: inout SheetWriter
  ) {
    let verdict = entry.verdict
    writer.add([
      String(entry.line), entry.name, entry.written, verdict.kind.rawValue, code ?? verdict.code,
      reason ?? verdict.reason, verdict.suggestion ?? verdict.usable?.description ?? "", "",
    ])
  }
}
