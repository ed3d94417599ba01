import ArgumentParser
import Newsroom

extension ContactsCommand {
  struct Comb: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comb",
      abstract: "Look through lists: repair what is sure, ask about the rest.",
      discussion: """
        Without a file it combs all of lists/. For each list it writes a worksheet that opens in a \
        spreadsheet: fill in its column "decision" and import it. The database is not changed.
        """)

    @Argument(help: "Lists to comb (CSV, .xlsx, .ods); without one, all of lists/.")
    var files: [String] = []
    @Option(help: "What the file is written in, where it is detected wrongly: utf-8, shift_jis …")
    var encoding: String?
    @Option(help: "The language of the worksheet: en, or another in templates/worksheet/.")
    var language = "en"
    @Flag(help: "Show every line that was found, not only as many as fit.") var all = false
    @Flag(help: "Print the figures of each list as JSON, one a line.") var json = false

    func run() throws {
      let desk = try CombDesk(
        office: WorkspaceOption.office(), encoding: encoding, language: language)
      let lists = try files.isEmpty ? desk.lists() : files.map(WorkspaceOption.file)
      for (index, list) in lists.enumerated() {
        if json {
          Terminal.print(try desk.combJSON(list))
          continue
        }
        if index > 0 { Terminal.print("") }
        Terminal.print(try desk.comb(list, width: Terminal.width, all: all))
      }
    }
  }
}
