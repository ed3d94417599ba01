import Mail
import Testing

@testable import Composer

/// What makes a rule strike: a news file, or a change of publication or theme.
struct CheckExample: Sendable, CustomTestStringConvertible {
  /// A letter that no source can make, since reading and writing already see to it.
  enum Input: Sendable {
    case message(line: Int, end: String)
    case picture(bytes: Int)
  }

  var code: String
  var keys = ""
  var body = "Text."
  var title = "A title"
  /// A second item's file.
  var other = ""
  var otherName = "2019-04-01-b.md"
  /// An event's file, from its keys on.
  var event = ""
  /// The letter's day.
  var day = "2019-06-24"
  var language = Language.english
  var change: @Sendable (inout Publication) -> Void = { _ in }
  var theme: @Sendable (inout ThemeFiles) -> Void = { _ in }
  /// Whether the program's own theme stands in for what the theme lacks.
  var hasSpare = false
  var input: Input?
  var testDescription: String { code }

  func findings() throws -> [Finding] {
    try input.map(judge) ?? compose().findings
  }

  func compose() throws -> ComposedEdition {
    let text = "---\ntitle: \(title)\n\(keys)\n---\n\(body)\n"
    var files = [SourceFile(path: "2019-03-21-a.md", bytes: Array(text.utf8))]
    if !other.isEmpty { files.append(SourceFile(path: otherName, bytes: Array(other.utf8))) }
    let result = ItemReader.read(files: files)
    let occasion = SourceFile(path: "council.md", bytes: Array("---\n\(event)".utf8))
    let events = event.isEmpty ? nil : EventReader.read(files: [occasion])
    var publication = try Samples.publication()
    change(&publication)
    var layout = Samples.themeFiles()
    theme(&layout)
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: result.items, events: events?.events ?? [],
      theme: try Theme(
        ThemeLayers(name: "igpn", files: layout),
        spare: hasSpare ? ThemeLayers(name: "igpn", files: Samples.themeFiles()) : nil),
      publication: publication,
      language: language, date: try #require(CalendarDay(parsing: day)),
      problems: result.problems + (events?.problems ?? []))
  }

  private func judge(_ input: Input) throws -> [Finding] {
    let edition = Edition(
      period: try Period(parsing: "2019-H1"), items: [], events: [],
      date: try #require(CalendarDay(parsing: day)))
    let theme = try Samples.theme()
    let context = LetterContext(
      edition: edition, publication: try Samples.publication(),
      phrases: try #require(theme.phrases(for: .english)), language: .english)
    var bytes: [UInt8] = []
    var pictures: [Picture] = []
    switch input {
    case .message(let line, let end):
      bytes = Array((String(repeating: "x", count: line) + end).utf8)
    case .picture(let count):
      let start = Array("GIF89a".utf8) + [1, 0, 1, 0]
      pictures = [
        try Picture(
          path: "images/a.gif",
          bytes: start + Array(repeating: 0, count: count - start.count - 1) + [0x3B])
      ]
    }
    return CheckRule.judge(
      CheckInput(
        context: context, items: [], html: "", text: "",
        message: PreparedMessage(segments: [.bytes(bytes)]), sample: MergeValues(),
        pictures: pictures, theme: theme, problems: []))
  }
}
