import ArgumentParser
import Newsroom

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Whom did a newsletter reach, and what is to be done about the rest?",
    discussion: """
      Keeps the report in reports/ as a page that prints on A4, and prints the result. With --format \
      the report itself is printed.
      """)

  @Argument(help: "The mailing, such as 2019-H1.") var mailing: String
  @Option(help: "Print it as html, md or json.") var format: ReportFormat?
  @Flag(help: "The same as --format json.") var json = false

  func run() throws {
    let office = try WorkspaceOption.office()
    let report = try EditionReporter(office: office).report(mailing)
    let writer = ReportWriter(office: office)
    let path = try writer.write(report, as: .html)
    if let format = json ? .json : format?.format {
      Terminal.print(try writer.text(report, as: format))
    } else {
      Terminal.print(EditionReportView(report, path: path).text)
    }
  }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case html
  case md
  case json

  var format: ReportWriter.Format {
    switch self {
    case .html: .html
    case .md: .md
    case .json: .json
    }
  }
}
