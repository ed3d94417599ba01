import ArgumentParser
import Newsroom

extension ContactsCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take a list in: each row becomes a confirmed subscription.",
      discussion: """
        The list is named after the file. Importing a file again changes nothing; who left stays \
        off; what is newer than the file stands. \
        Importing a filled-in worksheet keeps its decisions and imports its list again.
        """)

    @Argument(help: "A list (CSV, .xlsx, .ods), or a filled-in worksheet.") var file: String
    @Flag(help: "Tell what would happen, and change nothing.") var dryRun = false
    @Option(help: "Why these people may be mailed: membership, consent, or in words.")
    var basis = "membership"
    @Option(help: "Who imports it, for the history.") var by = ""
    @Option(help: "Who is on the list but not in the file: tell, stop or leave.")
    var gone = GoneChoice.tell
    @Flag(help: "Take the file's word also where what stands is newer.") var preferFile = false
    @Flag(help: "Change nothing, and end with 65, when anything needs a person.")
    var strict = false
    @Option(help: "What the file is written in, where it is detected wrongly.")
    var encoding: String?
    @Option(help: "The language of the worksheet: en, or another in templates/worksheet/.")
    var language = "en"
    @Flag(help: "Show every consequence by name.") var all = false
    @Flag(help: "Print the figures as JSON.") var json = false

    func run() throws {
      var options = ContactImport.Options()
      options.basis = basis
      options.by = by
      options.gone = gone.rawValue
      options.prefersFile = preferFile
      options.isPlan = dryRun
      options.isStrict = strict
      options.encoding = encoding
      options.language = language
      let office = try WorkspaceOption.office()
      let outcome = try ContactImport(office: office, options: options)
        .run(WorkspaceOption.file(file))
      let view = ImportView(outcome, all: all, width: Terminal.width)
      Terminal.print(json ? view.json : view.text)
      if strict, outcome.hasRemarks { throw ArgumentParser.ExitCode(65) }
    }
  }
}

enum GoneChoice: String, ExpressibleByArgument, CaseIterable {
  case tell
  case stop
  case leave
}
