import ArgumentParser
import Foundation
import Newsroom

struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send an approved newsletter, to each reader once, whatever happens on the way.",
    discussion: """
      Can be run again at any time: nobody gets a second letter. What a relay puts off is tried again \
      later by: solstice tick. Trial relays reach nobody and need no approval: catcher: (a local mail \
      server that keeps the letters), maildir:DIR, null:.

      Ends with 0 when every letter is taken, refused or cancelled, 75 when some wait for later, 74 \
      when some are in doubt, 69 when the relay can't be used.
      """)

  @Argument(help: "What to send, such as 2019-H1.") var mailing: String
  @Option(help: "Only this list of the approved ones; may be given several times.")
  var to: [String] = []
  @Option(help: "smtp://HOST:PORT, smtps://HOST:PORT, catcher:, maildir:DIR or null:.")
  var relay: String?
  @Option(help: "How many letters may be on their way at once, 1 to 200.") var connections: Int?
  @Flag(help: "Go on with the last trial instead of beginning afresh.") var resume = false
  @Flag(help: "Print the result as one line of JSON.") var json = false
  @Flag(help: .hidden) var measure = false

  func validate() throws {
    if let connections, !(1...200).contains(connections) {
      throw ValidationError("--connections takes a number from 1 to 200.")
    }
  }

  func run() async throws {
    let office = try WorkspaceOption.office()
    let request = Sender.Request(
      mailing: mailing, lists: to, relay: try relay.map { try RelayChoice(parsing: $0) },
      connections: connections, resumesTrial: resume)
    if measure { return Terminal.say(try LetterMeasure(office: office).run(request)) }
    let watch = SendWatch()
    let summary: SendSummary
    do {
      summary = try await Sender(office: office).run(request) { send in
        watch.start(send)
      }
    } catch {
      watch.stop()
      throw error
    }
    watch.stop()
    let view = SendView(summary)
    if let trouble = view.trouble { Terminal.say(trouble) }
    Terminal.print(json ? summary.json : view.text)
    guard summary.exitCode == .done else {
      throw ArgumentParser.ExitCode(summary.exitCode.rawValue)
    }
  }
}
