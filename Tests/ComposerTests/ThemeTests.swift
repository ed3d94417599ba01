import Mail
import Testing

@testable import Composer

@Suite struct ThemeTests {
  static func problems(_ change: (inout ThemeFiles) -> Void) -> [String] {
    var files = Samples.themeFiles()
    change(&files)
    do {
      _ = try Theme(name: "igpn", files: files)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func theOwnThemeIsWhole() throws {
    let theme = try Samples.theme()
    #expect(
      theme.phrases.keys.map(\.tag).sorted()
        == ["ar", "en", "id", "ja", "ko", "th", "vi", "zh-Hans", "zh-Hant"])
  }

  /// WCAG 2.1 AA for the colours as they stand on their grounds, light and dark.
  @Test(arguments: [
    ("ink", "paper"), ("ink", "tint"), ("soft", "paper"), ("soft", "tint"), ("soft", "ground"),
    ("green", "paper"), ("leaf", "paper"), ("leaf", "tint"), ("amber", "paper"),
    ("on-green", "green"),
  ])
  func coloursCanBeRead(text: String, ground: String) throws {
    let variables = try Samples.theme().styles.variables
    for prefix in ["--", "--dark-"] {
      let pair = [text, ground].map { variables.resolve("var(\(prefix)\($0))", language: "en") }
      #expect(Contrast.ratio(pair[0], pair[1]) >= 4.5, "\(prefix)\(text) on \(ground)")
    }
  }

  @Test func tellsWhatIsMissing() {
    #expect(
      Self.problems { $0.texts["page.html.mustache"] = nil } == [
        "igpn/page.html.mustache:1: the theme has no such file; it needs one"
      ])
    #expect(
      Self.problems { $0.texts["style.css"] = nil } == [
        "igpn/style.css:1: the theme has no such file"
      ])
    #expect(
      Self.problems {
        $0.texts["phrases/ja.yml"] = $0.texts["phrases/ja.yml"]?.replacing("leave:", with: "leeve:")
      }
        == [
          "igpn/phrases/ja.yml:1: leave: the phrase is missing",
          "igpn/phrases/ja.yml:36: leeve: the program knows no phrase of this name; did you mean leave?",
        ])
    #expect(
      Self.problems {
        $0.texts["phrases/ja.yml"] = $0.texts["phrases/ja.yml"]?.replacing(", 12月]", with: "]")
      }
      .map { $0.hasSuffix("expected a list of 12 words, found 11") } == [true, true])
  }

  /// A name that templates may use is one that letters have, and the other way round.
  @Test func namesAreThoseOfTheLetters() throws {
    func names(_ value: Any, _ found: inout Set<String>) {
      if let table = value as? [String: Any] {
        for (key, inner) in table {
          if key == "phrases" { continue }
          found.insert(key)
          names(inner, &found)
        }
      } else if let list = value as? [Any] {
        for inner in list { names(inner, &found) }
      }
    }
    let theme = try Samples.theme()
    var html: Set<String> = []
    var text: Set<String> = []
    for period in ["2019-H1", "2019-H2"] {
      let letter = try Samples.compose(period)
      let context = LetterContext(
        edition: letter.edition, publication: try Samples.publication(),
        phrases: try #require(theme.phrases(for: .english)), language: .english)
      names(LetterView(context, medium: .mail).values(headStyles: [], pageStyles: ""), &html)
      var view = TextView(context)
      names(view.values(), &text)
    }
    let keys = Phrases.requiredTexts.map { "phrases.\($0)" }
    #expect(ViewNames.html.subtracting(keys).symmetricDifference(html).isEmpty)
    #expect(ViewNames.text.subtracting(keys).symmetricDifference(text).isEmpty)
  }

  @Test func tellsTheLineOfUnknownNamesAndOpenSections() {
    #expect(
      Self.problems {
        $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\nb {{titel}}\n{{leave_url}}"
      } == [
        "igpn/newsletter.txt.mustache:2: titel: no letter has a value of this name"
      ])
    let open = Self.problems {
      $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{#lead}}\nx"
    }
    #expect(open.count == 1)
    #expect(open.first?.contains("a section is not closed") == true)
    #expect(
      Self.problems { $0.texts["style.css"] = "p { color: red" } == [
        "igpn/style.css:1: the { after \"p\" is not closed"
      ])
  }
}
