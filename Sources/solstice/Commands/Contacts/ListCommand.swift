import ArgumentParser
import Newsroom

extension ContactsCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the contacts and where they stand.")

    @Option(help: "csv or jsonl.") var format: ListFormat = .csv
    @Option(help: "Only the contacts of this list.") var list: String?
    @Flag(help: "The same as --format jsonl.") var json = false

    func run() throws {
      let listing = try ContactListing(office: WorkspaceOption.office(), list: list)
      switch json ? .jsonl : format {
      case .csv: try listing.csv { Terminal.print(bytes: $0) }
      case .jsonl: try listing.jsonLines { Terminal.print(bytes: $0) }
      }
    }
  }

  struct Lists: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lists",
      abstract: "Show the lists: from files, and by rules.",
      discussion: """
        A rule stands in lists/NAME.rule, such as: role: council and not language: ja. Everybody \
        whom it means, and who is on some file's list, is on the list; it is filled anew here and \
        at each approval.
        """)

    @Flag(help: "Print each list as JSON, one a line.") var json = false

    func run() throws {
      let view = ListsView(try RuleFiles(office: WorkspaceOption.office()).overview())
      Terminal.print(json ? view.json : view.text)
    }
  }
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case jsonl
}
