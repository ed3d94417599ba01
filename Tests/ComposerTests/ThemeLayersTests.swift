import Mail
import Testing

@testable import Composer

@Suite struct ThemeLayersTests {
  /// A theme of these files on the repository's own, and on others.
  static func layers(
    _ files: [String: String], others: [String: [String: String]] = [:]
  ) -> ThemeLayers {
    ThemeLayers(
      name: "ours", files: ThemeFiles(texts: files), others: { ["igpn", "ours", "plain"] },
      base: { name in
        if let texts = others[name] { return ThemeFiles(texts: texts) }
        return name == "igpn" ? Samples.themeFiles() : nil
      })
  }

  static func theme(_ files: [String: String]) throws -> Theme { try Theme(layers(files)) }

  @Test func whatIsMissingComesFromTheBase() throws {
    let theme = try Self.theme(["theme.yml": "title: Ours\nbased_on: igpn\n"])
    let base = try Samples.theme()
    #expect(theme.name == "ours")
    #expect(theme.phrases == base.phrases)
    #expect(theme.styles.pageText(.english) == base.styles.pageText(.english))
    #expect(theme.has("newsletter.html") && theme.has("card.html"))
  }

  @Test func singlePhrasesAreWrittenAnew() throws {
    let theme = try Self.theme([
      "theme.yml": "based_on: igpn",
      "phrases/en.yml": "leave: Say goodbye\nsections:\n  policy: Rules\n",
    ])
    let english = try #require(theme.phrases[.english])
    let base = try #require(Samples.theme().phrases[.english])
    #expect(english.text("leave") == "Say goodbye")
    #expect(english.text("more") == base.text("more"))
    #expect(english.section("policy") == "Rules")
    #expect(english.section("practice") == base.section("practice"))
    #expect(theme.phrases[.japanese] == (try Samples.theme()).phrases[.japanese])
  }

  @Test func aNewLanguageNeedsAllItsWords() {
    let layers = Self.layers(["theme.yml": "based_on: igpn", "phrases/fr.yml": "leave: Partir\n"])
    let error = #expect(throws: ThemeError.self) { try Theme(layers) }
    #expect(error?.problems.allSatisfy { $0.file == "ours/phrases/fr.yml" } == true)
    #expect(error?.problems.contains { $0.key == "more" } == true)
  }

  @Test func theOwnStylesComeAfterTheBases() throws {
    let theme = try Self.theme([
      "theme.yml": "based_on: igpn", "style.css": ":root { --leaf: #123456 }",
    ])
    let html = StyleInliner(theme.styles).inline("<a class=\"link\">x</a>", language: .english)
    #expect(html.contains("color:#123456"))
    let alone = try Self.theme([
      "theme.yml": "based_on: igpn\nstyles: own", "style.css": ".link { color: red }",
    ])
    #expect(
      StyleInliner(alone.styles).inline("<a class=\"link\">x</a>", language: .english)
        == "<a style=\"color:red\">x</a>")
  }

  @Test(arguments: [
    (
      "based_on: none",
      "ours/theme.yml:1: based_on: there is no theme \"none\"; there are: igpn, plain"
    ),
    (
      "title: A\nbased_on: ours",
      "ours/theme.yml:2: based_on: themes stand on each other in a ring: ours → ours"
    ),
    (
      "based_on: ../igpn",
      "ours/theme.yml:1: based_on: \"../igpn\" is no theme's name; expected the name of a folder, such as igpn"
    ),
    ("based_on: [a]", "ours/theme.yml:1: based_on: expected one word or line"),
    ("- a", "ours/theme.yml:1: expected lines such as \"based_on: igpn\""),
    (
      "styles: mine",
      "ours/theme.yml:1: styles: expected added (style.css comes after the base's) or own (it stands alone)"
    ),
    ("base: igpn", "ours/theme.yml:1: base: theme.yml knows title, based_on and styles only"),
    (
      "title: a: b",
      "ours/theme.yml:1: this is not YAML (mapping values are not allowed in this context); a text with \": \" or \"#\" in it needs quotes around it"
    ),
  ])
  func tellsWhatIsWrongInTheSettings(text: String, expected: String) {
    #expect(Self.layers(["theme.yml": text]).problems.map(\.description) == [expected])
  }

  @Test func ringsAndTowersEnd() {
    let others = [
      "a": ["theme.yml": "based_on: b"], "b": ["theme.yml": "based_on: c"],
      "c": ["theme.yml": "based_on: d"], "d": ["theme.yml": "based_on: igpn"],
      "e": ["theme.yml": "based_on: ours"],
    ]
    #expect(
      Self.layers(["theme.yml": "based_on: a"], others: others).problems.map(\.description) == [
        "c/theme.yml:1: based_on: at most 4 themes may stand one on the other: "
          + "ours → a → b → c → d"
      ])
    #expect(
      Self.layers(["theme.yml": "based_on: e"], others: others).problems.map(\.description) == [
        "e/theme.yml:1: based_on: themes stand on each other in a ring: ours → e → ours"
      ])
  }
}
