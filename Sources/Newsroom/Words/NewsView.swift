import Mail

/// What the `news` commands tell.
package enum NewsView {
  /// What `news new` made: the file first, then how to go on.
  package static func made(_ made: NewsMaker.Made) -> String {
    var lines = [
      made.file, "",
      "  Write what stands where \(ItemDraft.placeholder) is, then",
      "    solstice news check \(made.file)", "    solstice compose \(made.period)",
    ]
    if let note = made.note { lines += ["", "  Note: \(note)"] }
    return lines.joined(separator: "\n")
  }

  package static func json(_ made: NewsMaker.Made) -> String {
    "{"
      + [
        JSONText.field("file", made.file), JSONText.field("period", made.period),
        JSONText.field("note", made.note),
      ].joined(separator: ",") + "}"
  }

  /// What `news check` found: the result, then the errors, then the warnings.
  package static func checked(_ report: NewsCheck.Report) -> String {
    var lines = [sentence(report)]
    if !report.remarks.isEmpty { lines.append("") }
    lines += report.remarks.map { remark in
      let code = remark.code.hasPrefix("source-") ? "" : " [\(remark.code)]"
      return "  \(remark.isError ? "error" : "warning") \(remark.place): \(remark.message)\(code)"
    }
    if let note = report.note { lines += ["", "  Note: \(note)"] }
    return lines.joined(separator: "\n")
  }

  private static func sentence(_ report: NewsCheck.Report) -> String {
    let unit = report.areFiles ? "file" : "item"
    return "\(report.count) \(unit)\(report.count == 1 ? "" : "s") read: "
      + "\(count(report.errors, "mistake")), \(count(report.warnings, "warning"))."
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number == 0 ? "no" : String(number)) \(word)\(number == 1 ? "" : "s")"
  }

  package static func json(_ report: NewsCheck.Report) -> String {
    let remarks = report.remarks.map { remark in
      let parts = remark.place.split(separator: ":")
      let line = parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
      return "{"
        + [
          JSONText.field("file", parts.first.map(String.init)),
          "\"line\":\(line.map(String.init) ?? "null")",
          JSONText.field("level", remark.isError ? "error" : "warning"),
          JSONText.field("code", remark.code), JSONText.field("message", remark.message),
        ].joined(separator: ",") + "}"
    }
    return "{"
      + [
        JSONText.field("count", report.count), JSONText.field("errors", report.errors),
        JSONText.field("warnings", report.warnings), JSONText.field("note", report.note),
        "\"problems\":[\(remarks.joined(separator: ","))]",
      ].joined(separator: ",") + "}"
  }
}
