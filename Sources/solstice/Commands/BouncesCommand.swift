import ArgumentParser
import Newsroom

struct BouncesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounces", abstract: "What was refused, put off or sent back, and why.",
    subcommands: [Log.self, Classify.self])

  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "log",
      abstract: "The bounce log: every refusal and report as one line, the oldest first.")

    @Option(help: "text, csv or jsonl.") var format: LogFormat = .text
    @Option(help: "Only one mailing, such as 2019-H1.") var mailing: String?

    func run() throws {
      let log = try BounceLog(office: WorkspaceOption.office(), mailing: mailing)
      switch format {
      case .csv: try Terminal.print(bytes: log.csv())
      case .jsonl: try log.eachJSON { Terminal.print($0) }
      case .text: try Terminal.print(BounceLogView(log).text)
      }
    }
  }

  struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "classify",
      abstract: "Say what messages in files are: bounces, delays, complaints, answers.",
      discussion: "Needs no workspace; prints at least one line for each file.")

    @Option(help: "jsonl.") var format: ClassifyFormat = .jsonl
    @Argument(help: "Files with one message each.") var files: [String] = []

    func validate() throws {
      if files.isEmpty { throw ValidationError("Name at least one file.") }
    }

    func run() throws {
      var worst: Problem?
      for file in files {
        do {
          for line in try ReportFiles.classify(file) { Terminal.print(line) }
        } catch {
          Terminal.say(error.message)
          worst = error
        }
      }
      if let worst { throw ArgumentParser.ExitCode(worst.code.rawValue) }
    }
  }
}

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
  case jsonl
}

enum ClassifyFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl
}
