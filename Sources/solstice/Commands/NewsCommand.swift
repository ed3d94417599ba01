import ArgumentParser
import Foundation
import Newsroom

struct NewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "news", abstract: "The dated news items that editions are made of.",
    subcommands: [New.self, Check.self, List.self])

  /// A file as typed, by its path below the workspace where it lies there.
  static func shown(_ path: String) -> String {
    WorkspaceOption.workspace.shown(WorkspaceOption.file(path).standardizedFileURL)
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Start a news item's file, or the translation of one.",
      discussion: """
        The item goes to news/YEAR/DATE-words-of-the-title.md. With --translate and --language \
        the translation goes beside its item: ITEM.ja.md. A file that is there is never changed.
        """)

    @Argument(help: "The item's title.") var title: String?
    @Option(help: "The item's day, such as 2019-03-21; else today.") var date: String?
    @Option(help: "The member network whose news it is.") var member: String?
    @Option(help: "The heading that it stands below in the letter.") var section: String?
    @Option(help: "Where it happened.") var place: String?
    @Option(help: "The item to translate: its file, or the file's name without .md.")
    var translate: String?
    @Option(help: "The translation's language, such as ja or zh-Hans.") var language: String?
    @Flag(help: "Print the result as JSON.") var json = false

    func validate() throws {
      if translate == nil {
        guard title != nil else { throw ValidationError("Name the item's title in quotes.") }
        guard language == nil else {
          throw ValidationError("--language goes with --translate ITEM.")
        }
      } else {
        guard language != nil else {
          throw ValidationError("Name the translation's language: --language ja")
        }
        guard title == nil, date == nil, member == nil, section == nil, place == nil else {
          throw ValidationError(
            "A translation takes title, date and all else from its item; name only --language.")
        }
      }
    }

    func run() throws {
      let maker = NewsMaker(office: try WorkspaceOption.office())
      let made: NewsMaker.Made
      if let translate, let language {
        let item = translate.hasSuffix(".md") ? NewsCommand.shown(translate) : translate
        made = try maker.translate(item, language: language)
      } else {
        made = try maker.make(
          NewsMaker.Request(
            title: title ?? "", date: date, member: member, section: section, place: place))
      }
      Terminal.print(json ? NewsView.json(made) : NewsView.made(made))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Tell what is wrong in items, by file and line.",
      discussion: """
        Checks the files named, or a period's items, or everything. Ends with 65 where there is a \
        mistake. What is not translated yet is in: solstice news list
        """)

    @Argument(help: "Files, or one period such as 2019-H1.") var subjects: [String] = []
    @Flag(help: "Print the result as JSON.") var json = false

    func run() throws {
      let report = try NewsCheck(office: WorkspaceOption.office()).check(subject)
      Terminal.print(json ? NewsView.json(report) : NewsView.checked(report))
      if report.errors > 0 { throw ArgumentParser.ExitCode(Newsroom.ExitCode.badData.rawValue) }
    }

    private var subject: NewsCheck.Subject {
      guard let first = subjects.first else { return .everything }
      if subjects.count == 1, !first.contains("/"), !first.hasSuffix(".md") {
        return .period(first)
      }
      return .files(subjects.map(NewsCommand.shown))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the news items, all or those of one period.",
      discussion: "A period is written 2019-H1 (half-year), 2019-Q2 (quarter) or 2019-06 (month).")

    @Argument(help: "Only the items of this period.") var period: String?

    @Flag(help: "Print the items as JSON, one a line.") var json = false

    func run() throws {
      let list = try NewsList.read(WorkspaceOption.office(), period: period)
      if json {
        for line in list.lines { Terminal.print(line.json) }
      } else {
        Terminal.print(list.text)
      }
      for problem in list.problems { Terminal.say(problem) }
      if list.hasErrors { throw Problem(.badData, "Mend the lines above.") }
    }
  }
}
