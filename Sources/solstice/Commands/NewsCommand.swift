import ArgumentParser
import Newsroom

struct NewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "news", abstract: "The dated news items that editions are made of.",
    subcommands: [List.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the news items, all or those of one period.",
      discussion: "A period is written 2019-H1 (half-year), 2019-Q2 (quarter) or 2019-06 (month).")

    @Argument(help: "Only the items of this period.") var period: String?

    @Flag(help: "Print the items as JSON, one a line.") var json = false

    func run() throws {
      let list = try NewsList.read(WorkspaceOption.office(), period: period)
      var columns = Columns()
      for line in list.lines {
        columns.add(line.date, line.languages, line.section, line.title)
      }
      if json {
        for line in list.lines { Terminal.print(line.json) }
      } else {
        Terminal.print(list.sentence)
        if !list.lines.isEmpty { Terminal.print("\n" + columns.text) }
      }
      for problem in list.problems { Terminal.say(problem) }
      if list.hasErrors { throw Problem(.badData, "Mend the lines above.") }
    }
  }
}
