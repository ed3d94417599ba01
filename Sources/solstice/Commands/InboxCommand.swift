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
    @Flag(help: "Print the figures as JSON.") var json = false

    func run() throws {
      let outcome = try InboxReader(office: WorkspaceOption.office()).run(maildir: maildir)
      Terminal.print(json ? InboxView(outcome).json : InboxView(outcome).text)
    }
  }
}
