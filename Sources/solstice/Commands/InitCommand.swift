import ArgumentParser
import Foundation
import Newsroom

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a workspace: one folder for lists, news, letters and reports.",
    discussion: """
      --sample fills it with the sample of the International Green Purchasing Network: lists, news \
      of 2019, members and events. Nothing is imported or sent.
      """)

  @Argument(help: "The folder to make.") var folder: String
  @Flag(help: "Fill it with the IGPN sample.") var sample = false

  func run() throws {
    let share = try Share.find(
      program: Program.path, environment: ProcessInfo.processInfo.environment)
    let workspace = Workspace(directory: folder)
    try WorkspaceMaker(share: share).make(workspace, sample: sample)
    let path = workspace.directory.path(percentEncoded: false)
    Terminal.print(
      """
      Made a workspace in \(path)\(sample ? " with the IGPN sample" : "").

        Next: look at \(path)solstice.yml
              solstice -C \(folder) contacts comb
      """)
  }
}

/// Where this program lies.
enum Program {
  static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "solstice"
  }
}
