import Composer
import Foundation
import Mail
import Testing

/// What people see, kept in files: `SOLSTICE_UPDATE_GOLDEN=1 swift test` writes them anew.
@Suite struct GoldenTests {
  static let folder = Samples.repository.appendingPathComponent("Tests/ComposerTests/Golden")

  /// A small edition that touches every part of the letter.
  static func letter(
    _ language: Language, theme: String = "igpn"
  ) throws -> ComposedEdition {
    let items = ItemReader.read(
      directory: folder.appendingPathComponent("small/news"), standard: .english)
    let events = EventReader.read(directory: folder.appendingPathComponent("small/events"))
    return try Composer.compose(
      period: try Period(parsing: "2019-Q1"), items: items.items, events: events.events,
      theme: try Theme(directory: Samples.repository.appendingPathComponent("templates/\(theme)")),
      publication: try Samples.publication(), language: language,
      date: try #require(CalendarDay(parsing: "2019-04-02")),
      problems: items.problems + events.problems)
  }

  @Test(arguments: [Language.english, .japanese])
  func letterLooksAsKept(language: Language) throws {
    let letter = try Self.letter(language)
    try Self.compare(Array(letter.html.utf8), "small.\(language).html")
    try Self.compare(Array(letter.text.utf8), "small.\(language).txt")
    try Self.compare(Array(letter.page.utf8), "small.\(letter.pageName)")
    try Self.compare(letter.sampleMessage, "small.\(language).eml")
    try Self.compare(Array(try ChecksFile.write([letter])), "small.\(language).checks.json")
    let calendar = try #require(letter.usedFiles.first { $0.path == "dates.ics" })
    try Self.compare(calendar.bytes, "small.\(language).ics")
  }

  /// A theme of another kind, and a letter from right to left.
  @Test(arguments: [("igpn", "ar"), ("plain", "en"), ("plain", "ja"), ("plain", "ar")])
  func themesLookAsKept(theme: String, tag: String) throws {
    let letter = try Self.letter(try #require(Language(tag)), theme: theme)
    try Self.compare(Array(letter.html.utf8), "\(theme).\(tag).html")
    try Self.compare(Array(letter.text.utf8), "\(theme).\(tag).txt")
    try Self.compare(Array(letter.page.utf8), "\(theme).\(tag).page.html")
  }

  private static func compare(_ bytes: [UInt8], _ name: String) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["SOLSTICE_UPDATE_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      return
    }
    let kept = try? Data(contentsOf: file)
    guard let kept, Array(kept) != bytes else {
      #expect(kept != nil, "\(name) is not there; SOLSTICE_UPDATE_GOLDEN=1 swift test writes it")
      return
    }
    let now = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let then = String(decoding: kept, as: UTF8.self).split(separator: "\n")
    let line = zip(now, then).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let first = line ?? min(now.count, then.count)
    Issue.record(
      """
      \(name) differs from line \(first + 1) on:
      kept: \(first < then.count ? then[first] : "(nothing)")
      now:  \(first < now.count ? now[first] : "(nothing)")
      """)
  }
}
