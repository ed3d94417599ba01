import Foundation
import TestSupport
import Testing

/// Making, checking and looking at themes, as a secretariat does it.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ThemeCommandTests {
  /// A check composes the sample in nine languages, three times: slow where much else runs.
  private static let long = Duration.seconds(240)

  @Test func aThemeIsMadeRecolouredSeenAndUsed() throws {
    let desk = try Desk(sample: true)
    let made = try desk.run("template", "new", "ours")
    #expect(made.output.contains("Made the theme ours"))
    #expect(made.output.contains("theme: ours"))
    #expect(desk.names(in: "templates/ours") == ["README.md", "style.css", "theme.yml"])
    let before = try desk.run("template", "check", "ours", limit: Self.long)
    #expect(before.output.hasPrefix("The theme ours is in order.\n"))

    // One value, in one place.
    try desk.edit("templates/ours/style.css", "--leaf: #2f7d5b", "--leaf: #7a2f5b")
    try desk.edit("templates/ours/style.css", "--dark-leaf: #7cc3a0", "--dark-leaf: #d9a0c3")
    let seen = try desk.run("template", "preview", "ours")
    #expect(seen.output.contains("reports/theme-ours/index.html"))
    let names = desk.names(in: "reports/theme-ours")
    for name in ["index.html", "letter.ja.txt", "one.html", "fifty.html", "letter.en.dark.html"] {
      #expect(names.contains(name), "\(name)")
    }
    let index = try desk.read("reports/theme-ours/index.html")
    #expect(!index.contains("<script") && index.contains("sandbox"))

    try desk.edit("solstice.yml", "theme: igpn", "theme: ours")
    try desk.run("compose", "2019-H1", now: Moment.morning)
    let letter = try desk.read("editions/2019-H1/newsletter.en.html")
    #expect(letter.contains("color:#7a2f5b") && !letter.contains("#2f7d5b"))
    #expect(letter.contains(".link { color: #d9a0c3 !important }"))
    let page = try desk.read("editions/2019-H1/index.html")
    #expect(page.contains("--leaf: #7a2f5b"))
  }

  @Test func whatIsWrongIsToldWithItsPlace() throws {
    let desk = try Desk(sample: true)
    try desk.run("template", "new", "ours")
    try desk.write("p { color: red\n", to: "templates/ours/style.css")
    try desk.write("leave: [a]\n", to: "templates/ours/phrases/en.yml")
    try desk.write("a\n{{titel}}\n", to: "templates/ours/card.html.mustache")
    let found = try desk.run("template", "check", "ours", status: 65)
    #expect(found.output.contains("  ours/style.css:1: the { after \"p\" is not closed\n"))
    #expect(found.output.contains("  ours/card.html.mustache:2: titel: "))
    #expect(found.output.contains("  ours/phrases/en.yml:1: leave: "))

    let json = try desk.run("template", "check", "ours", "--json", status: 65)
    let object = try JSONSerialization.jsonObject(with: Data(json.outputBytes))
    let report = try #require(object as? [String: Any])
    #expect(report["theme"] as? String == "ours")
    #expect((report["errors"] as? Int ?? 0) >= 3)

    try desk.edit("solstice.yml", "theme: igpn", "theme: ours")
    let composed = try desk.run("compose", "2019-H1", now: Moment.morning, status: 65)
    #expect(composed.errors.contains("solstice template check ours"))
  }

  @Test func nothingThatIsThereIsChanged() throws {
    let desk = try Desk(sample: true)
    let taken = try desk.run("template", "new", "igpn", status: 73)
    #expect(taken.errors.contains("templates/igpn/ is there already; nothing was changed."))
    #expect(
      try desk.run("template", "new", "../up", status: 64).errors.contains(
        "can't be a theme's name"))
    let missing = try desk.run("template", "new", "ours", "--from", "none", status: 66)
    #expect(missing.errors.contains("There are: igpn"))
    #expect(!desk.names(in: "templates").contains("ours"))
    try desk.edit("solstice.yml", "theme: igpn", "theme: none")
    let composed = try desk.run("compose", "2019-H1", now: Moment.morning, status: 78)
    #expect(composed.errors.contains("solstice.yml names the theme “none”"))
    #expect(composed.errors.contains("There are: igpn"))
  }

  @Test func ringsOfThemesAndBadBytesAreTold() throws {
    let desk = try Desk(sample: true)
    try desk.write("based_on: b\n", to: "templates/a/theme.yml")
    try desk.write("based_on: a\n", to: "templates/b/theme.yml")
    let ring = try desk.run("template", "check", "a", status: 65)
    #expect(
      ring.output.contains(
        "b/theme.yml:1: based_on: themes stand on each other in a ring: a → b → a"))
    try desk.run("template", "new", "ours")
    try desk.write(bytes: Array("/* ok */\n".utf8) + [0xFF, 0xFE], to: "templates/ours/style.css")
    let bytes = try desk.run("template", "check", "ours", status: 65)
    #expect(bytes.output.contains("ours/style.css:2: this is not UTF-8; save it as UTF-8"))
    try desk.write(
      String(repeating: "x", count: 1_000_000), to: "templates/ours/card.html.mustache")
    let large = try desk.run("template", "check", "ours", status: 65)
    #expect(large.output.contains("ours/card.html.mustache:1: the file has 1000000 bytes"))
  }

  /// A workspace that an older program made: its theme lacks words and small letters.
  @Test func anOlderWorkspaceGoesOnWorking() throws {
    let desk = try Desk(sample: true)
    let keys = ["greeting", "closing", "archive", "erratum_title"]
    for tag in ["en", "ja", "zh-Hans"] {
      let path = "templates/igpn/phrases/\(tag).yml"
      let lines = try desk.read(path).components(separatedBy: "\n")
      let rest = lines.filter { line in !keys.contains { line.hasPrefix("\($0):") } }
      #expect(rest.count == lines.count - keys.count)
      try desk.write(rest.joined(separator: "\n"), to: path)
    }
    for name in desk.names(in: "templates/igpn") where name.hasPrefix("note.") {
      try FileManager.default.removeItem(atPath: desk.path(of: "templates/igpn/\(name)"))
    }
    let told = try desk.run("compose", "2019-H1", now: Moment.morning).output
    let lines = told.split(separator: "\n").filter { $0.contains("theme-old") }
    #expect(lines.count == 1, "\(told)")
    #expect(
      told.contains("4 phrases in en, ja, zh-Hans (archive, closing, erratum_title, greeting)"))
    #expect(told.contains("the program's own stand in; see: solstice template check igpn"))
    let checked = try desk.run("template", "check", "igpn", limit: Self.long).output
    #expect(checked.contains("warning igpn/phrases/ja.yml:1: greeting: the phrase is missing"))
  }
}
