import ArgumentParser
import Foundation
import Newsroom

struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "The people we write to, and whether they can be reached.",
    subcommands: [Comb.self, Import.self, Check.self, List.self])

  struct Comb: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comb",
      abstract: "Look through lists: repair what is sure, ask about the rest.",
      discussion: """
        Without a file it combs all of lists/. For each list it writes a worksheet that opens in a \
        spreadsheet: fill in its column "decision" and import it. The database is not changed.
        """)

    @Argument(help: "Lists to comb; without one, all of lists/.") var files: [String] = []
    @Option(help: "What the file is written in, where it is detected wrongly: utf-8, shift_jis …")
    var encoding: String?
    @Flag(help: "Show every line that was found, not only as many as fit.") var all = false
    @Flag(help: "Print the figures of each list as JSON, one a line.") var json = false

    func run() throws {
      let desk = try CombDesk(office: WorkspaceOption.office(), encoding: encoding)
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

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take a list in: each row becomes a confirmed subscription.",
      discussion: """
        The list is named after the file. Importing a file again changes nothing; who left stays \
        off. A filled-in worksheet is imported in the same way.
        """)

    @Argument(help: "The CSV file of a list, or a filled-in worksheet.") var file: String
    @Option(help: "Why these people may be mailed.") var basis = "membership"
    @Option(help: "What the file is written in, where it is detected wrongly.")
    var encoding: String?
    @Flag(help: "End with 65 when anything needs a person.") var strict = false
    @Flag(help: "Print the figures as JSON.") var json = false

    func run() throws {
      let desk = try CombDesk(office: WorkspaceOption.office(), encoding: encoding)
      let outcome = try desk.importList(WorkspaceOption.file(file), basis: basis)
      Terminal.print(json ? ImportView(outcome).json : ImportView(outcome).text)
      if strict, outcome.hasRemarks { throw ArgumentParser.ExitCode(65) }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Judge addresses, one on each line of stdin.",
      discussion: """
        Prints for each line: the line, ok, fixed, suspect or bad, a code, and the cleaned address \
        or a suggestion, with tabs between. Needs neither a workspace nor the network.
        """)

    @Option(help: "tsv.") var format: CheckFormat = .tsv
    @Flag(help: .hidden) var measure = false

    func run() throws {
      if measure {
        var input: [UInt8] = []
        try Self.eachPortion { input.append(contentsOf: $0) }
        return Terminal.say(AddressCheck.measure(input))
      }
      var check = AddressCheck()
      var output: [UInt8] = []
      try Self.eachPortion { bytes in
        check.feed(bytes, into: &output)
        Terminal.print(bytes: output)
        output.removeAll(keepingCapacity: true)
      }
      check.finish(into: &output)
      Terminal.print(bytes: output)
    }

    private static func eachPortion(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: AddressCheck.portion)
      defer { buffer.deallocate() }
      while true {
        let count = read(0, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Problem(.missingInput, "stdin can't be read.") }
        if count == 0 { return }
        body(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

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
      case .jsonl: try listing.eachJSON { Terminal.print($0) }
      }
    }
  }
}

enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case jsonl
}
