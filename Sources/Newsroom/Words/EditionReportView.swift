/// What `report` tells on a terminal.
package struct EditionReportView: Sendable {
  private let report: EditionReport
  private let path: String

  package init(_ report: EditionReport, path: String) {
    self.report = report
    self.path = path
  }

  package var text: String {
    var lines = [report.sentence, ""]
    var figures = Columns(figures: [1])
    for standing in EditionReport.Standing.allCases where report.count(standing) > 0 {
      figures.add(EditionReporter.title(standing), String(report.count(standing)))
    }
    lines += [figures.text, ""]
    if !report.tasks.isEmpty {
      lines.append("What to do next:")
      lines += report.tasks.prefix(8).map {
        "  \($0.title) \(DeliveriesView.short($0.text))"
      }
      if report.tasks.count > 8 { lines.append("  … and \(report.tasks.count - 8) more") }
      lines.append("")
    }
    lines.append("The whole report: \(path)")
    return lines.joined(separator: "\n")
  }
}
