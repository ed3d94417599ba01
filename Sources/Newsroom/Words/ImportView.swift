import Contacts
import Mail
import Storage

/// What `contacts import` tells: the result as a sentence, the figures, what to do next.
package struct ImportView: Sendable {
  private let outcome: ImportOutcome
  private let isAll: Bool
  private let width: Int

  package init(_ outcome: ImportOutcome, all: Bool = false, width: Int = 100) {
    self.outcome = outcome
    isAll = all
    self.width = width
  }

  package var text: String {
    var lines = [sentence]
    let rows = rows
    if !rows.isEmpty { lines += [""] + FigureRows.lines(rows, width: width, all: isAll) }
    let untaken = untaken
    if !untaken.isEmpty { lines += [""] + untaken.map { "  \($0)" } }
    let next = next
    if !next.isEmpty { lines += [""] + next }
    return lines.joined(separator: "\n")
  }

  private var sentence: String {
    let plan = outcome.plan
    let total = plan.added.count + plan.changed.count + plan.unchanged
    let known = plan.added.count - plan.newContacts
    let mailboxes = outcome.combed.figures.mailable
    let shared = mailboxes < total ? " at \(Self.count(mailboxes, "mailbox", "mailboxes"))" : ""
    var counts =
      "\(Self.count(total, "contact", "contacts"))\(shared), \(plan.newContacts) new, "
      + "\(plan.changed.count) changed"
    if known > 0 { counts += ", \(known) known from other lists" }
    counts += ", \(plan.unchanged) as before"
    let source = "\(outcome.file) (\(outcome.combed.reading))"
    if outcome.isKept { return "Imported \(source) as the list \(outcome.list): \(counts)." }
    if outcome.isPlan {
      return "Importing \(source) as the list \(outcome.list) would give \(counts). "
        + "Nothing was changed."
    }
    return "Did not import \(source): it was to be strict, and there are remarks. "
      + "Nothing was changed."
  }

  private var rows: [FigureRows.Row] {
    let figures = outcome.combed.figures
    let plan = outcome.plan
    let words = ImportWords(plan: plan)
    var rows: [FigureRows.Row] = []
    func add(_ label: String, _ count: Int, _ items: [String], _ remark: String = "") {
      rows.append(FigureRows.Row(label: label, count: count, items: items, remark: remark))
    }
    add("decisions", outcome.answered, [], "read from the worksheet")
    if isAll || outcome.isPlan {
      add("new on the list", plan.added.count, plan.added.items.map(words.who))
    }
    add("changed", plan.changed.count, plan.changed.items.map(words.change))
    add("repaired", figures[.repaired], [])
    add(
      "suspect", figures[.suspect], figures.examples[.suspect] ?? [], "not mailed until you decide")
    add("unusable", figures[.unusable], figures.examples[.unusable] ?? [], "not mailed")
    add("left alone", plan.leftAlone.count, plan.leftAlone.items.map(words.leftAlone))
    add(
      "taken off", plan.takenOff.count, plan.takenOff.items.map(words.who), "as you decided")
    add(
      "not in the file", plan.missing.count, plan.missing.items.map(words.who), words.gone)
    add("letters", plan.lettersTakenBack, [], outcome.isKept ? "taken back" : "to be taken back")
    add("in conflict", plan.conflicts.count, plan.conflicts.items.map(words.conflict))
    add(
      "contradictions", plan.contradictions.count,
      plan.contradictions.items.map(words.contradiction))
    add(
      "unknown members", figures[.unknownMembers], figures.examples[.unknownMembers] ?? [],
      "kept as written")
    add("remarks", figures.remarks.count, figures.remarks.map(words.remark))
    return rows.filter { $0.count > 0 }
  }

  /// Decisions that were not understood or could not be done, each in full.
  private var untaken: [String] {
    let words = ImportWords(plan: outcome.plan)
    let figures = outcome.combed.figures
    let all = outcome.unclear + figures.unfit.map { "not taken over: \(words.remark($0))" }
    let count = outcome.unclear.count + figures.unfitCount
    let shown = isAll ? all : Array(all.prefix(8))
    return count > shown.count ? shown + ["and \(count - shown.count) more (--all)"] : shown
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  private var next: [String] {
    var lines: [String] = []
    if let worksheet = outcome.combed.worksheet {
      lines.append(
        "Worksheet: \(worksheet) (fill in the column “decision”, then: solstice contacts import "
          + "\(worksheet))")
    }
    if outcome.isPlan {
      lines.append("To do it: solstice contacts import \(outcome.file)")
    }
    if outcome.plan.missing.count > 0, outcome.plan.gone == .tell {
      lines.append(
        "Who is not in the file stays on the list. To take them off: --gone stop (until a file "
          + "has them again) or --gone leave (for good).")
    }
    if outcome.plan.conflicts.count > 0 {
      lines.append("In conflict, the newer statement stands. To take the file's: --prefer-file.")
    }
    return lines
  }

  package var json: String {
    let plan = outcome.plan
    let figures = outcome.combed.figures
    return "{"
      + [
        JSONText.field("list", outcome.list), JSONText.field("file", outcome.file),
        JSONText.field("read_as", outcome.combed.reading),
        JSONText.field("kept", outcome.isKept ? 1 : 0),
        JSONText.field("new", plan.newContacts), JSONText.field("added", plan.added.count),
        JSONText.field("changed", plan.changed.count),
        JSONText.field("unchanged", plan.unchanged),
        JSONText.field("left_alone", plan.leftAlone.count),
        JSONText.field("missing", plan.missing.count),
        JSONText.field("letters_taken_back", plan.lettersTakenBack),
        JSONText.field("conflicts", plan.conflicts.count),
        JSONText.field("contradictions", plan.contradictions.count),
        JSONText.field("repaired", figures[.repaired]),
        JSONText.field("suspect", figures[.suspect]),
        JSONText.field("unusable", figures[.unusable]),
        JSONText.field("remarks", figures.remarks.count),
        JSONText.field("worksheet", outcome.combed.worksheet),
      ].joined(separator: ",") + "}"
  }
}
