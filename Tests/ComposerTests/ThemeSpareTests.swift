import Mail
import Testing

@testable import Composer

/// Themes that are older than the program, and what stands in for what they lack.
@Suite struct ThemeSpareTests {
  /// The program's own files, with small letters that use a part of their own.
  static func spare() -> ThemeLayers {
    var files = Samples.themeFiles()
    files.texts["note.html.mustache"] = "<p>{{title}}</p>{{> stamp.html}}"
    files.texts["note.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{title}}\n"
    files.texts["stamp.html.mustache"] = "<p>{{network}}</p>"
    return ThemeLayers(name: "igpn", files: files)
  }

  static func theme(_ change: (inout ThemeFiles) -> Void) throws -> Theme {
    var files = Samples.themeFiles()
    files.texts["note.html.mustache"] = nil
    files.texts["note.txt.mustache"] = nil
    change(&files)
    return try Theme(ThemeLayers(name: "old", files: files), spare: spare())
  }

  static func without(_ keys: [String], _ text: String?) -> String? {
    text?.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !keys.contains { line.hasPrefix("\($0):") } }.joined(separator: "\n")
  }

  @Test func missingWordsComeFromTheSameLanguage() throws {
    let keys = ["more", "leave", "months"]
    let theme = try Self.theme { files in
      for tag in ["ja", "en"] {
        let path = "phrases/\(tag).yml"
        files.texts[path] = Self.without(keys, files.texts[path])
      }
    }
    let own = try Samples.theme()
    #expect(theme.phrases == own.phrases)
    #expect(theme.loan.phrases == [.english: keys, .japanese: keys])
    #expect(theme.loan.files == ["note.html.mustache", "note.txt.mustache"])
    #expect(
      theme.loan.text
        == "note.html.mustache, note.txt.mustache and 3 phrases in en, ja (leave, months, more)")
    #expect(
      theme.warnings.map(\.description).contains(
        "old/phrases/ja.yml:1: leave: the phrase is missing; the program's own stands in, "
          + "until you write one"))
    #expect(theme.warnings.count == 8)
  }

  @Test func wordsOfALanguageThatNobodyHasComeInEnglish() throws {
    let theme = try Self.theme {
      $0.texts["phrases/fr.yml"] = "language: français\nleave: Partir\n"
    }
    let french = try #require(Language("fr").flatMap { theme.phrases[$0] })
    let english = try #require(Samples.theme().phrases[.english])
    #expect(french.text("leave") == "Partir")
    #expect(french.text("more") == english.text("more"))
    #expect(french.month(5) == english.month(5))
  }

  @Test func aThemeOfItsOwnWithFewWordsWorks() throws {
    let theme = try Self.theme { files in
      for path in files.texts.keys where path.hasPrefix("phrases/") { files.texts[path] = nil }
      files.texts["phrases/en.yml"] = "leave: Bye\n"
    }
    #expect(theme.phrases.keys.sorted() == [.english])
    #expect(theme.phrases(for: .english)?.text("leave") == "Bye")
    let japanese = try Samples.theme().phrases[.japanese]
    #expect(theme.phrases(for: .japanese) == japanese)
    let none = try Self.theme { files in
      for path in files.texts.keys where path.hasPrefix("phrases/") { files.texts[path] = nil }
    }
    #expect(none.phrases == (try Samples.theme()).phrases)
    #expect(none.loan.text.hasPrefix("phrases/, "))
  }

  @Test func smallLettersComeWithTheirParts() throws {
    let theme = try Self.theme { _ in }
    #expect(
      try theme.render("note.html", ["title": "A & B", "network": "N"])
        == "<p>A &amp; B</p><p>N</p>")
    let own = try Self.theme {
      $0.texts["note.html.mustache"] = "mine"
      $0.texts["stamp.html.mustache"] = "my stamp"
    }
    #expect(try own.render("note.html", [:]) == "mine")
    #expect(own.loan.text == "note.txt.mustache")
  }

  /// Only words and small letters are lent; what is wrong stays wrong.
  @Test func mistakesStayMistakes() {
    let error = #expect(throws: ThemeError.self) {
      try Self.theme {
        $0.texts["page.html.mustache"] = nil
        $0.texts["phrases/ja.yml"] = $0.texts["phrases/ja.yml"]?.replacing(", 12月]", with: "]")
      }
    }
    #expect(
      error?.problems.filter { $0.level == .error }.map(\.file)
        == ["old/page.html.mustache", "old/phrases/ja.yml", "old/phrases/ja.yml"])
  }

  @Test func aWholeThemeBorrowsNothing() throws {
    let spare = Self.spare()
    #expect(try Theme(spare, spare: spare).loan.isEmpty)
    #expect(try Theme(spare, spare: spare).warnings.isEmpty)
  }
}
