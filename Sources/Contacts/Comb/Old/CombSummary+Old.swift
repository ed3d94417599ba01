// Until Newsroom combs with `CombRun`.

import Mail

extension CombSummary {
  package init(_ result: CombResult, width: Int = 100) {
    var figures = CombFigures(file: result.file)
    figures.rows = result.rows
    figures.mailable = result.contacts.count
    let who = { (contact: Contact) in
      contact.name.isEmpty ? contact.address.description : contact.name
    }
    let examples: [CombTopic: [String]] = [
      .repaired: result.repaired.map(\.written), .suspect: result.undecided.map(CombRun.doubt),
      .unusable: result.unusable.map(CombRun.refusal),
      .offices: result.roleAccounts.map(\.address.description),
      .noLanguage: result.withoutLanguage.map(who), .noMember: result.withoutMember.map(who),
      .duplicates: result.duplicates.map { duplicate in
        "lines \(duplicate.lines.map(String.init).joined(separator: ", ")): \(duplicate.what)"
      },
    ]
    figures.examples = examples
    figures.counts = examples.mapValues(\.count)
    for duplicate in result.duplicates {
      figures.duplicatesByMember[duplicate.member ?? "", default: 0] += duplicate.lines.count - 1
    }
    for repair in result.repairCounts { figures.repairs[repair.repair] = repair.count }
    self.init(figures, width: width)
  }
}
