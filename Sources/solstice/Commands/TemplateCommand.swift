import ArgumentParser
import Foundation
import Newsroom

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "How letters look: make, check and look at themes.",
    subcommands: [New.self, Check.self, Preview.self])

  static func samples() throws(Problem) -> SampleEdition {
    SampleEdition(
      share: try Share.find(
        program: Program.path, environment: ProcessInfo.processInfo.environment))
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Make a theme of your own that stands on another one.",
      discussion: """
        templates/NAME/ gets a style.css with the colours and fonts to change, and a README. \
        Everything else comes from the other theme, until you put your own beside it.
        """)

    @Argument(help: "The theme's name: letters, digits, - and _.") var name: String
    @Option(help: "The theme that it stands on.") var from = "igpn"

    func run() throws {
      let shelf = ThemeShelf(try WorkspaceOption.office())
      let files = try ThemeMaker(shelf).make(name, from: from)
      Terminal.print(ThemeView.made(name, base: from, files: files))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a theme's files, and sample letters made with it.",
      discussion: """
        Without NAME it is the theme of solstice.yml. Ends with 65 where there is an error: a \
        letter is not composed with such a theme.
        """)

    @Argument(help: "The theme.") var name: String?
    @Flag(help: "Print the result as JSON.") var json = false

    func run() throws {
      let office = try WorkspaceOption.office()
      let report = try ThemeCheck(
        ThemeShelf(office), samples: TemplateCommand.samples()
      ).check(name ?? office.configuration.theme, publication: office.configuration.publication)
      if json {
        Terminal.print(bytes: try report.json())
      } else {
        Terminal.print(ThemeView.checked(report))
      }
      if report.errors > 0 { throw ArgumentParser.ExitCode(Newsroom.ExitCode.badData.rawValue) }
    }
  }

  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview",
      abstract: "Write a page that shows a theme: light, dark, phone, text, one item and fifty.",
      discussion: "Without NAME it is the theme of solstice.yml. Nothing is sent.")

    @Argument(help: "The theme.") var name: String?
    @Option(help: "The folder to write into; else reports/theme-NAME.") var output: String?

    func run() throws {
      let office = try WorkspaceOption.office()
      let theme = name ?? office.configuration.theme
      let folder =
        output.map { URL(filePath: $0, directoryHint: .isDirectory) }
        ?? office.workspace.reports.appending(
          path: "theme-\(theme)", directoryHint: .isDirectory)
      let page = try ThemePreview(
        ThemeShelf(office), samples: TemplateCommand.samples()
      ).write(theme, publication: office.configuration.publication, to: folder)
      Terminal.print(ThemeView.previewed(theme, page: office.workspace.shown(page)))
    }
  }
}
