import Mail

extension CombResult {
  /// The result with a person's decisions; those that fit no line are left out.
  ///
  /// Decisions are matched by line and address as written, so that a list that was edited in between
  /// takes no decision meant for another.
  package func applying(
    _ decisions: [WorksheetDecision], to sheet: ContactSheet
  ) -> CombResult {
    var choices: [Key: WorksheetDecision.Choice] = [:]
    for decision in decisions where decision.choice != .undecided {
      choices[Key(line: decision.line, written: decision.written)] = decision.choice
    }
    let rows = Dictionary(sheet.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = self.entries.compactMap { entry -> CombEntry? in
      guard let choice = choices[Key(line: entry.line, written: entry.written)] else {
        return entry
      }
      var entry = entry
      let address: EmailAddress?
      switch choice {
      case .remove: return nil
      case .undecided, .unclear: return entry
      case .keep: address = entry.verdict.address
      case .use(let chosen): address = chosen
      case .accept:
        let meant = entry.verdict.suggestion.map { AddressJudge().judge($0) }
        address = meant?.address ?? entry.verdict.address
      }
      guard let address, let row = rows[entry.line] else { return entry }
      entry.contact = Contact(
        name: entry.name, address: address, language: row.language, member: row.member,
        roles: row.roles, notes: row.notes)
      return entry
    }
    return CombResult(file: file, rows: self.rows, entries: entries)
  }

  private struct Key: Hashable {
    let line: Int
    let written: String
  }
}
