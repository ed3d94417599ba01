import ArgumentParser
import Newsroom

struct DeliveriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries",
    abstract: "Who got it, when, and what did the server say?",
    discussion: "States: planned, attempting, accepted, deferred, refused, in-doubt, cancelled.")

  @Argument(help: "The mailing, such as 2019-H1.") var mailing: String
  @Flag(help: "The last trial instead of the real letters.") var trial = false
  @Option(help: "text, csv or json.") var format: DeliveryFormat = .text
  @Option(help: "Only deliveries in this state.") var state: String?
  @Flag(help: "Show all rows, not only as many as fit.") var all = false
  @Flag(help: "The same as --format json.") var json = false

  func run() throws {
    let listing = try DeliveryListing.open(
      WorkspaceOption.office(), mailing: mailing, trial: trial, state: state)
    switch json ? .json : format {
    case .csv:
      Terminal.print(DeliveryListing.csvHeader)
      try listing.eachLine { Terminal.print($0) }
    case .json: try listing.eachJSON { Terminal.print($0) }
    case .text: try Terminal.print(DeliveriesView(listing, all: all).text)
    }
  }
}

enum DeliveryFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
  case json
}
