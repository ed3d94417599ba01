import ArgumentParser
import Foundation
import Newsroom

struct CatcherCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catcher",
    abstract: "A mail server on this machine that keeps every letter and delivers none.",
    discussion: """
      For trying out and for tests. A script in JSON says who is refused, put off or answered late:

        {"rules": [{"recipient": "a@example.org", "refuse": "550 5.1.1 no such user"},
                   {"recipient": "b@example.org", "defer": "451 4.7.1 come back later", "times": 1}]}

      Prints the address to send to and runs until it is stopped with Ctrl-C.
      """)

  @Option(help: "The port to listen on; 0 takes a free one.") var port = 0
  @Option(help: "Where letters are kept, one file each.") var directory: String
  @Option(help: "The script, a JSON file.") var script: String?
  @Option(help: "The Maildir that its reports go to.") var reports: String?

  func run() async throws {
    let server = try await CatcherServer.start(
      port: port, directory: directory, script: script, reports: reports,
      environment: ProcessInfo.processInfo.environment)
    Terminal.print("smtp://127.0.0.1:\(server.port)")
    StopSignal.listen()
    while !StopSignal.wasRaised { try await Task.sleep(for: .milliseconds(50)) }
    try await server.stop()
  }
}
