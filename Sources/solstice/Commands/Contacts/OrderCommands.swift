import ArgumentParser
import Newsroom

extension ContactsCommand {
  struct Duplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "duplicates",
      abstract: "Show contacts that seem to be one person, with the one to keep.")

    @Flag(help: "Show every group, not only the first five.") var all = false
    @Flag(help: "Print each group as JSON, one a line.") var json = false

    func run() throws {
      let view = DuplicateView(try DuplicateDesk(office: WorkspaceOption.office()).groups())
      Terminal.print(json ? view.json : view.text(all: all))
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Make several contacts one; what the first lacks, the others fill in.",
      discussion: """
        Files that still have the other addresses mean the first from now on. Who left a list stays \
        off it.
        """)

    @Argument(help: "The address to keep.") var keep: String
    @Argument(help: "The others.") var others: [String]
    @OptionGroup var history: HistoryOptions

    func run() throws {
      let desk = DuplicateDesk(office: try WorkspaceOption.office())
      Terminal.print(
        try desk.merge(keep: keep, others: others, by: history.by, why: history.why))
    }
  }

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "What was changed, when, by which command, by whom and why.")

    @Argument(help: "Only what changed this person.") var address: String?
    @Option(help: "How many changes at most.") var limit = 10
    @Flag(help: "Print each change as JSON, one a line.") var json = false

    func run() throws {
      let office = try WorkspaceOption.office()
      let sets = try ChangeDesk(office: office).sets(address, limit: max(1, limit))
      let view = ChangeView(sets, zone: office.configuration.zone)
      Terminal.print(json ? view.json : view.text)
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Take a change back: the last one, or the one with this number.",
      discussion: "What was changed again later is left as it is, and told. See: contacts history")

    @Argument(help: "The change's number.") var number: Int64?
    @OptionGroup var history: HistoryOptions

    func run() throws {
      let desk = ChangeDesk(office: try WorkspaceOption.office())
      Terminal.print(try desk.undo(number, by: history.by, why: history.why))
    }
  }
}
