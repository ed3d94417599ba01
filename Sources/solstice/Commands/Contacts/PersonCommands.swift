import ArgumentParser
import Newsroom

extension ContactsCommand {
  /// What can be said of a person.
  struct PersonFields: ParsableArguments {
    @Option(help: "Their name.") var name: String?
    @Option(help: "Their language: a tag such as ja, or a name such as Japanese.")
    var language: String?
    @Option(help: "The member that they speak for.") var member: String?
    @Option(
      help: "A role: chairman, council, advisory, gpn, secretariat, or another; may be repeated.")
    var role: [String] = []
    @Option(help: "A note.") var notes: String?

    var fields: PersonDesk.Fields {
      PersonDesk.Fields(
        name: name, language: language, member: member, roles: role.isEmpty ? nil : role,
        notes: notes)
    }
  }

  /// For an address that looks mistyped, and is not.
  struct SpellingOption: ParsableArguments {
    @Flag(help: "Take an address that looks mistyped as it is written.") var asWritten = false
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add one person, or put one who is known on a list.",
      discussion: """
        Who has left comes back only by their own wish: --basis consent --evidence "asked by mail \
        on 2019-06-24".
        """)

    @Argument(help: "The address, or \"Name <address>\".") var address: String
    @Option(help: "A list to put them on; may be repeated.") var list: [String] = []
    @Option(help: "Why they may be mailed: membership, consent, or in words.")
    var basis = "membership"
    @Option(help: "How it was given: when, to whom.") var evidence = ""
    @Flag(help: "Lift the ban on mailing somebody who asked for it, or was erased.")
    var liftSuppression = false
    @OptionGroup var spelling: SpellingOption
    @OptionGroup var fields: PersonFields
    @OptionGroup var history: HistoryOptions

    func run() throws {
      let desk = PersonDesk(
        office: try WorkspaceOption.office(), by: history.by, why: history.why)
      Terminal.print(
        try desk.add(
          address, fields.fields, lists: list, basis: basis, evidence: evidence,
          liftSuppression: liftSuppression, asWritten: spelling.asWritten))
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Change what is known of one person, also the address.",
      discussion: """
        Only what is named is changed; --member "" clears a field. A new address keeps the person's \
        lists and history, and files that still have the old one mean the same person.
        """)

    @Argument(help: "The address as it is now; \"Name <address>\" where several share it.")
    var address: String
    @Option(name: .customLong("address"), help: "The new address.") var newAddress: String?
    @OptionGroup var spelling: SpellingOption
    @OptionGroup var fields: PersonFields
    @OptionGroup var history: HistoryOptions

    func run() throws {
      let desk = PersonDesk(
        office: try WorkspaceOption.office(), by: history.by, why: history.why)
      Terminal.print(
        try desk.set(
          address, fields.fields, address: newAddress, asWritten: spelling.asWritten))
    }
  }

  struct Leave: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leave",
      abstract: "Take somebody off all lists, or off one; no import brings them back.",
      discussion: "Letters that have not left yet are taken back.")

    @Argument(help: "The address.") var address: String
    @Option(help: "Only this list.") var list: String?
    @OptionGroup var history: HistoryOptions

    func run() throws {
      let desk = PersonDesk(
        office: try WorkspaceOption.office(), by: history.by, why: history.why)
      Terminal.print(try desk.leave(address, list: list))
    }
  }
}
