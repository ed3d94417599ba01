import ArgumentParser
import Foundation
import Newsroom

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Look at a newsletter before anyone else does, also in one's own inbox.",
    discussion: """
      Composes afresh and writes editions/PERIOD/preview/index.html: every language on a desktop, on \
      phones, in dark colours, without pictures and as text, with what the checks found. Nothing is \
      approved.

      --as CONTACT shows what that person will get. --to ADDRESS sends the real letter, with \
      “[Preview]” before its subject, to people named under previewers: in solstice.yml and to \
      nobody else. Ends with 69 when the relay can't be used, 75 when it puts the letter off, 65 when it \
      refuses it, 77 when the address is no previewer.
      """)

  @Argument(help: "The period or mailing, such as 2019-H1.") var mailing: String
  @Option(help: "Only this language; with --to, also: all.") var language: String?
  @Option(name: .customLong("as"), help: "The address or name of the contact to look as.")
  var contact: String?
  @Option(help: "Send it to this previewer; may be given several times. all: every previewer.")
  var to: [String] = []
  @Option(help: "With --to: smtp://HOST:PORT, smtps://HOST:PORT, catcher: or maildir:DIR.")
  var relay: String?
  @Option(help: "The folder to write the page into.") var output: String?
  @Flag(help: "Print the text part and write nothing.") var text = false
  @Flag(name: .customLong("no-open"), help: "Do not open the page in a browser.") var noOpen = false
  @Flag(help: "Print the result as JSON.") var json = false

  func validate() throws {
    if relay != nil, to.isEmpty { throw ValidationError("--relay goes with --to.") }
  }

  func run() async throws {
    let office = try WorkspaceOption.office()
    guard to.isEmpty else { return try await send(office) }
    let request = PreviewDesk.Request(
      name: mailing, language: language, contact: contact,
      output: output.map { URL(filePath: $0, directoryHint: .isDirectory) })
    let desk = PreviewDesk(office: office)
    guard !text else { return Terminal.print(try desk.text(request)) }
    let result = try desk.write(request)
    Terminal.print(json ? result.json : PreviewView.text(result))
    if !noOpen, !json { Browser.open(result.page) }
  }

  private func send(_ office: Office) async throws {
    let result = try await PreviewSending(office: office).run(
      PreviewSending.Request(
        name: mailing, to: to, language: language, contact: contact,
        relay: try relay.map { try RelayChoice(parsing: $0) }))
    Terminal.print(json ? result.json : PreviewView.text(result, office: office))
    guard result.exitCode == .done else {
      throw ArgumentParser.ExitCode(result.exitCode.rawValue)
    }
  }
}
