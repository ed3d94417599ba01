import ArgumentParser
import Newsroom

struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Say that what you looked at is what goes out, and to which lists.",
    discussion: """
      Approval freezes subject, sender, text, pictures and every language. One letter is planned for \
      each mailbox of the lists named with --to, or of every list imported so far. Later changes to \
      news or theme need a new approval. Nothing is sent yet. Errors of the checks stop the approval; \
      --allow CODE accepts those of one code, and the approval records it.
      """)

  @Argument(help: "What to approve, such as 2019-H1.") var mailing: String
  @Option(help: "Your name: it is kept with the approval.") var by: String?
  @Option(help: "A list; may be given several times.") var to: [String] = []
  @Option(help: "A remark that is kept with the approval.") var note = ""

  @Option(help: "The code of a check whose errors you accept; may be given several times.")
  var allow: [String] = []

  @Flag(help: "Show lists, readers and checks of the approval without approving.")
  var dryRun = false
  @Flag(help: "Print the result as JSON.") var json = false

  func validate() throws {
    if by == nil, !dryRun {
      throw ValidationError("Say who approves it: --by NAME. To look first: --dry-run")
    }
  }

  func run() throws {
    let office = try WorkspaceOption.office()
    let outcome = try EditionApproval(office: office).run(
      mailing, by: by ?? "", lists: to, note: note, allow: allow, isRehearsal: dryRun)
    if !dryRun {
      let archive = try EditionArchive(office: office).write()
      if !archive.remark.isEmpty { Terminal.say("Note: \(archive.remark)") }
    }
    let view = ApproveView(outcome, by: by ?? "")
    Terminal.print(json ? view.json : view.text)
  }
}
