import ArgumentParser
import Newsroom

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Make a correction for those who got an earlier revision of an edition.",
    discussion: """
      The correction is a small letter in every language: what it read, what it reads now, what is new \
      and what was withdrawn. Its texts are in editions/PERIOD/correction-N/note.<language>.md; change \
      them as you like and run this again. Nothing is sent: approve and send the correction by its name.
      """)

  @Argument(help: "The edition, such as 2019-H1.") var mailing: String
  @Option(help: "Your own words, which stand first in every language.") var note = ""
  @Flag(help: "Print the result as JSON.") var json = false

  func run() throws {
    let outcome = try CorrectionComposer(office: WorkspaceOption.office()).run(mailing, note: note)
    let view = CorrectView(outcome)
    Terminal.print(json ? view.json : view.text)
  }
}
