/// What combing a list came to: numbers, and the first findings of each kind in words.
package struct CombFigures: Hashable, Sendable {
  /// The list, as messages name it.
  package var file: String
  /// How many rows it has, headings not counted.
  package var rows = 0
  /// How many mailboxes can be mailed.
  package var mailable = 0
  /// Addresses by what is thought of them.
  package var kinds: [Verdict.Kind: Int] = [:]
  /// How often each repair was made.
  package var repairs: [Repair: Int] = [:]
  package var counts: [CombTopic: Int] = [:]
  /// The first findings, in words.
  package var examples: [CombTopic: [String]] = [:]
  /// Duplicates by member; those without a member under "".
  package var duplicatesByMember: [String: Int] = [:]
  /// Rows of the worksheet, and of the table of repairs.
  package var written: [Worksheet.Section: Int] = [:]
  /// Answers of people that were taken over.
  package var answered = 0
  /// Addresses left out because a person said so.
  package var removed = 0
  /// The mailboxes of those left out: whoever has one came with an earlier import of the list.
  package var takenOut: Set<String> = []
  /// What people decided that could not be taken over, each with its place and why.
  package var unfit: [SheetRemark] = []
  package var unfitCount = 0
  /// What was odd about the file.
  package var remarks: [SheetRemark] = []

  package init(file: String) {
    self.file = file
  }

  /// How many questions the worksheet asks; none makes no worksheet.
  package var questions: Int {
    written.reduce(0) { $1.key == .repairs ? $0 : $0 + $1.value }
  }

  package subscript(topic: CombTopic) -> Int { counts[topic] ?? 0 }

  /// Repairs with their counts, most often first.
  package var repairCounts: [(repair: Repair, count: Int)] {
    let order = Repair.allCases.compactMap { repair in repairs[repair].map { (repair, $0) } }
    return order.sorted { $0.1 > $1.1 }.map { (repair: $0.0, count: $0.1) }
  }

  /// Whether anything needs a person.
  package var needsPerson: Bool { self[.suspect] + self[.unusable] > 0 || unfitCount > 0 }
}
