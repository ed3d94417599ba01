import ArgumentParser
import Newsroom

struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "What came back.", subcommands: [Read.self])

  struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "read",
      abstract: "Read reports of undelivered letters and requests to leave.",
      discussion: """
        Reads the Maildir named in solstice.yml. What is understood moves to cur/, marked as seen; \
        everything else is left untouched for people.
        """)

    @Option(help: "Another Maildir than the configured one.") var maildir: String?
    @Option(help: "An mbox file instead; it is not changed.") var mbox: String?
    @Flag(help: "Print the figures as JSON.") var json = false

    func validate() throws {
      if maildir != nil, mbox != nil {
        throw ValidationError("Give --maildir or --mbox, not both.")
      }
    }

    func run() throws {
      let place: InboxReader.Source =
        if let mbox { .mbox(mbox) } else if let maildir { .maildir(maildir) } else { .configured }
      let outcome = try InboxReader(office: WorkspaceOption.office()).run(place)
      Terminal.print(json ? InboxView(outcome).json : InboxView(outcome).text)
    }
  }
}
