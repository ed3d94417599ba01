import Mail

extension CombRun {
  /// Asks about an address that can't be mailed as it is.
  mutating func askAddress(_ entry: CombEntry) throws {
    let verdict = entry.verdict
    let isSuspect = verdict.kind == .suspect
    count(isSuspect ? .suspect : .unusable, 1, isSuspect ? Self.doubt(entry) : Self.refusal(entry))
    let kind = isSuspect ? "suspect" : "unusable"
    let key =
      entry.written.isEmpty
      ? "ask_missing" : verdict.suggestion == nil ? "ask_\(kind)" : "ask_\(kind)_meant"
    var choices: [String] = []
    if verdict.suggestion != nil { choices.append(table.may("accept", "accept")) }
    if verdict.address != nil { choices.append(table.may("keep_address", "keep")) }
    choices.append(table.may("remove", "remove"))
    choices.append(table.may("type_address"))
    let phrases = options.phrases
    try ask(
      .addresses,
      WorksheetTable.Question(
        kind: .address, line: entry.line, name: entry.name, member: entry.member ?? "",
        written: entry.written,
        ask: phrases.filled(
          key,
          [
            "reason": phrases.reason(verdict, written: entry.written),
            "suggestion": verdict.suggestion ?? "",
          ]),
        suggestion: verdict.suggestion ?? "", choices: choices))
  }

  /// Shows what was repaired, which needs no decision; as written means with all blanks.
  mutating func proveRepairs(_ entry: CombEntry, written: String) throws {
    let verdict = entry.verdict
    figures.counts[.repaired, default: 0] += 1
    for repair in verdict.repairs { figures.repairs[repair, default: 0] += 1 }
    let titles = verdict.repairs.map { options.phrases.title(of: $0) }
    try write(
      .repairs,
      table.row([
        String(entry.line), entry.name, written, verdict.address?.description ?? "",
        titles.joined(separator: options.phrases["choice_separator"]),
        options.phrases.word(for: verdict.confidence),
      ]))
  }

  static func doubt(_ entry: CombEntry) -> String {
    let place = "line \(entry.line) \(VisibleText.of(entry.written))"
    guard let meant = entry.verdict.suggestion else { return "\(place), \(entry.verdict.reason)" }
    let parts = meant.split(separator: "@", maxSplits: 1)
    let sameName = parts.count == 2 && entry.written.hasPrefix("\(parts[0])@")
    return "\(place), perhaps \(sameName ? String(parts[1]) : meant)"
  }

  static func refusal(_ entry: CombEntry) -> String {
    entry.written.isEmpty
      ? "line \(entry.line) no address" : "line \(entry.line) “\(VisibleText.of(entry.written))”"
  }
}
