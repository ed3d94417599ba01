import Composer
import Mail

/// What `diff` tells: what differs, in words.
package struct DifferenceView: Sendable {
  private let name: String
  private let difference: EditionDifference

  package init(_ difference: EditionDifference, of name: String) {
    self.difference = difference
    self.name = name
  }

  package var text: String {
    var lines = [sentence]
    if !difference.entries.isEmpty { lines.append("") }
    for entry in difference.entries { lines += Self.lines(entry, of: difference.languages) }
    if !difference.remarks.isEmpty { lines.append("") }
    for remark in difference.remarks { lines += self.lines(remark) }
    for note in difference.notes { lines += ["", "  Note: \(note)"] }
    return lines.joined(separator: "\n")
  }

  private var sentence: String {
    let sides = "between \(difference.before) and \(difference.after)"
    guard !difference.isEmpty else { return "Nothing of \(name) differs \(sides)." }
    var counts: [String] = []
    for (kind, word) in [
      (ItemChange.Kind.added, "added"), (.removed, "removed"), (.changed, "changed"),
      (.moved, "moved"),
    ] {
      let number = Set(difference.entries.filter { $0.change.kind == kind }.map(\.change.id)).count
      if number > 0 {
        counts.append("\(NumberWords.text(number)) \(number == 1 ? "item" : "items") \(word)")
      }
    }
    if !difference.remarks.isEmpty {
      counts.append(counts.isEmpty ? "no item, but what stands around them" : "and more besides")
    }
    return "What differs in \(name) \(sides): \(counts.joined(separator: ", "))."
  }

  private static func lines(
    _ entry: EditionDifference.Entry, of languages: [String]
  ) -> [String] {
    let change = entry.change
    let places = place(entry.languages, of: languages)
    var lines = ["  \(change.kind.rawValue)  “\(change.title)” (\(change.id))\(places)"]
    switch change.kind {
    case .added: lines[0] += ", \(part(change.after))"
    case .removed: lines[0] += ", was \(part(change.before))"
    case .moved where change.before?.part != change.after?.part:
      lines[0] += ", from \(part(change.before)) to \(part(change.after))"
    case .moved: lines[0] += ", within \(part(change.after))"
    case .changed:
      if let before = change.before?.title, before != change.title {
        lines += ["    title", "    − \(before)", "    + \(change.title)"]
      }
      for text in change.texts {
        let marked = text.marked
        if let before = marked.before { lines.append("    − \(before)") }
        if let after = marked.after { lines.append("    + \(after)") }
      }
    }
    return lines
  }

  private static func part(_ item: OutlineItem?) -> String {
    switch item?.part {
    case "lead": "the leading story"
    case "members": "the members' news"
    case "dates": "the dates"
    case .some(let part): "the section \(part.split(separator: ":").last ?? "")"
    case nil: "nowhere"
    }
  }

  /// In which languages; nothing where there is only one.
  private static func place(_ some: [String], of all: [String]) -> String {
    guard all.count > 1 else { return "" }
    return some.count == all.count
      ? ", in all \(all.count) languages" : ", in \(some.joined(separator: ", "))"
  }

  private func lines(_ remark: EditionDifference.Remark) -> [String] {
    let place =
      remark.languages.isEmpty ? "" : Self.place(remark.languages, of: difference.languages)
    switch remark.what {
    case "language":
      return [
        remark.after.isEmpty
          ? "  The letter in \(remark.before) is gone."
          : "  There is a letter in \(remark.after) now."
      ]
    case "look": return ["  The look differs (theme or styles)\(place)."]
    case "words": return ["  Words around the items differ (phrases or settings)\(place)."]
    case "pictures":
      return [
        remark.before == remark.after
          ? "  Pictures differ\(place)."
          : "  Pictures: \(remark.before) before, \(remark.after) now\(place)."
      ]
    case "readers": return ["  Readers: \(remark.before) before, \(remark.after) then."]
    default:
      return [
        "  \(remark.what)\(place)", "    − \(remark.before.isEmpty ? "(none)" : remark.before)",
        "    + \(remark.after.isEmpty ? "(none)" : remark.after)",
      ]
    }
  }

  package var json: String {
    let items = difference.entries.map { entry in
      let change = entry.change
      let texts = change.texts.map {
        "{\(JSONText.field("before", $0.before)),\(JSONText.field("after", $0.after))}"
      }
      return "{"
        + [
          JSONText.field("kind", change.kind.rawValue), JSONText.field("item", change.id),
          "\"languages\":\(Self.list(entry.languages))",
          JSONText.field("titleBefore", change.before?.title),
          JSONText.field("titleAfter", change.after?.title),
          JSONText.field("partBefore", change.before?.part),
          JSONText.field("partAfter", change.after?.part),
          "\"texts\":[\(texts.joined(separator: ","))]",
        ].joined(separator: ",") + "}"
    }
    let remarks = difference.remarks.map { remark in
      "{\(JSONText.field("what", remark.what)),\(JSONText.field("before", remark.before)),"
        + "\(JSONText.field("after", remark.after)),\"languages\":\(Self.list(remark.languages))}"
    }
    return "{"
      + [
        JSONText.field("edition", name), JSONText.field("before", difference.before),
        JSONText.field("after", difference.after), "\"differs\":\(!difference.isEmpty)",
        "\"items\":[\(items.joined(separator: ","))]",
        "\"other\":[\(remarks.joined(separator: ","))]",
        "\"notes\":\(Self.list(difference.notes))",
      ].joined(separator: ",") + "}"
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(JSONText.string).joined(separator: ",") + "]"
  }
}
