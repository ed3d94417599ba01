import Foundation

/// Writes a mailing's report as HTML (printable, without scripts), Markdown or JSON.
package struct ReportWriter: Sendable {
  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package enum Format: String, Sendable, CaseIterable {
    case html
    case md
    case json
  }

  package func text(_ report: EditionReport, as format: Format) throws(Problem) -> String {
    switch format {
    case .html: ReportHTML(report, day: ReportDates.day(report.date, office)).text
    case .md: markdown(report)
    case .json: try json(report)
    }
  }

  /// Keeps it as `reports/EDITION.html`, `.md` or `.json` and gives the path.
  package func write(
    _ report: EditionReport, as format: Format
  ) throws(Problem) -> String {
    let text = try text(report, as: format)
    try Files.makeFolder(office.workspace.reports)
    let file = office.workspace.reports.appending(path: "\(report.edition).\(format.rawValue)")
    try Files.write(text.utf8, to: file)
    return office.workspace.shown(file)
  }

  private func markdown(_ report: EditionReport) -> String {
    func cell(_ text: String) -> String {
      text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
    var lines = [
      "# \(report.sentence)", "", report.explanation, "", "| State | Letters |", "| --- | ---: |",
    ]
    for standing in EditionReport.Standing.allCases where report.count(standing) > 0 {
      lines.append("| \(EditionReporter.title(standing)) | \(report.count(standing)) |")
    }
    lines += [
      "", "| Place | Member | Contacts | Accepted | Strongest evidence |",
      "| --- | --- | ---: | ---: | --- |",
    ]
    for member in report.members {
      lines.append(
        "| \(cell(member.place)) | \(cell(member.name)) | \(member.contacts) | \(member.accepted) | "
          + "\(cell(member.evidence)) |")
    }
    lines += ["", "## What to do next", ""]
    lines += report.tasks.map { "- **\($0.title)** \($0.text)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct JSONReport: Encodable {
    struct Member: Encodable {
      let place: String
      let name: String
      let short: String
      let contacts: Int
      let accepted: Int
      let evidence: String
    }
    struct Reader: Encodable {
      let address: String
      let name: String
      let member: String
      let state: String
      let words: String
    }
    let edition: String
    let result: String
    let counts: [String: Int]
    let members: [Member]
    let readers: [Reader]
  }

  private func json(_ report: EditionReport) throws(Problem) -> String {
    let value = JSONReport(
      edition: report.edition, result: report.sentence,
      counts: Dictionary(
        EditionReport.Standing.allCases.map { ($0.rawValue, report.count($0)) },
        uniquingKeysWith: { first, _ in first }),
      members: report.members.map {
        JSONReport.Member(
          place: $0.place, name: $0.name, short: $0.short, contacts: $0.contacts,
          accepted: $0.accepted, evidence: $0.evidence)
      },
      readers: report.readers.map {
        JSONReport.Reader(
          address: $0.address, name: $0.name, member: $0.member, state: $0.standing.rawValue,
          words: $0.words)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try attempt { try encoder.encode(value) }, as: UTF8.self) + "\n"
  }
}
