import ArgumentParser
import Foundation
import Newsroom

extension ContactsCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Print everything that is kept of one person, as JSON to hand out.",
      discussion: "For all contacts as a spreadsheet: contacts list.")

    @Argument(help: "The address.") var address: String

    func run() throws {
      Terminal.print(
        bytes: try PersonRights(office: WorkspaceOption.office()).export(address))
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Forget a person for good; a keyed hash stays, so that nobody mails them again.",
      discussion: """
        Letters and reports stay as numbers, without address, name or words. It can't be undone. \
        The files that still hold the person are named with their lines.
        """)

    @Argument(help: "The address.") var address: String
    @Option(help: "Who does it, for the history.") var by = ""
    @Flag(help: "Do not ask, also on a terminal.") var yes = false

    func run() throws {
      let office = try WorkspaceOption.office()
      if !yes, isatty(0) == 1 {
        Terminal.say("Erase \(address) for good? It can't be undone. Type yes: ")
        guard readLine() == "yes" else {
          throw Problem(.usage, "Nothing was erased.")
        }
      }
      Terminal.print(
        ErasureView(try PersonRights(office: office).erase(address, by: by)).text)
    }
  }
}
