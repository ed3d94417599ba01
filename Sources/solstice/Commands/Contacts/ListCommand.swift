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
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case jsonl
}
