import ArgumentParser

struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "The people we write to, and whether they can be reached.",
    groupedSubcommands: [
      CommandGroup(name: "Lists", subcommands: [Comb.self, Import.self, List.self, Lists.self]),
      CommandGroup(name: "One person", subcommands: [Add.self, Set.self, Leave.self]),
      CommandGroup(
        name: "Order", subcommands: [Duplicates.self, Merge.self, History.self, Undo.self]),
      CommandGroup(name: "A person's rights", subcommands: [Export.self, Erase.self]),
      CommandGroup(name: "Without a workspace", subcommands: [Check.self]),
    ])
}

/// Who does it and why, for the history.
struct HistoryOptions: ParsableArguments {
  @Option(help: "Who does it, for the history.") var by = ""
  @Option(help: "Why, for the history.") var why = ""
}
