import Foundation
import TestSupport
import Testing

/// Adding news and its translations, as a secretariat does it.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct NewsCommandTests {
  @Test func anItemAndItsTranslationReachTheLetterInBothLanguages() throws {
    let desk = try Desk(sample: true)
    let made = try desk.run(
      "news", "new", "Green: \"new\" #1", "--place", "Ulm", now: Moment.morning)
    let file = "news/2019/2019-06-24-green-new-1.md"
    #expect(made.output.hasPrefix(file + "\n"))
    #expect(made.output.contains("solstice news check \(file)"))
    #expect(made.output.contains("solstice compose 2019-H1"))

    let unwritten = try desk.run("news", "check", file, now: Moment.morning, status: 65)
    #expect(unwritten.output.hasPrefix("1 file read: 1 mistake, no warnings.\n"))
    #expect(unwritten.output.contains("error \(file):"))
    #expect(unwritten.output.contains("[placeholder]"))
    try desk.edit(file, "TODO: write the text here, in Markdown.", "It opens in *spring*.")
    let written = try desk.run("news", "check", file, now: Moment.morning)
    #expect(written.output == "1 file read: no mistakes, no warnings.\n")

    let translated = try desk.run(
      "news", "new", "--translate", file, "--language", "ja", now: Moment.morning)
    let japanese = "news/2019/2019-06-24-green-new-1.ja.md"
    #expect(translated.output.hasPrefix(japanese + "\n"))
    let text = try desk.read(japanese)
    #expect(text.contains("title: \"TODO: Green: \\\"new\\\" #1\""))
    #expect(text.contains("It opens in *spring*."))
    let unfinished = try desk.run("news", "check", japanese, now: Moment.morning, status: 65)
    #expect(unfinished.output.hasPrefix("1 file read: 2 mistakes"))
    try desk.write("---\ntitle: 新しい緑の一番\n---\n春に開きます。\n", to: japanese)
    try desk.run("news", "check", japanese, now: Moment.morning)
    try desk.run("news", "check", "2019-H1", now: Moment.morning)
    #expect(
      try desk.run("news", "list", "2019-06", now: Moment.morning).output.contains("en ja  "))

    try desk.run("compose", "2019-H1", now: Moment.morning)
    let english = try desk.read("editions/2019-H1/newsletter.en.txt")
    #expect(english.contains("Green: \"new\" #1") && !english.contains("新しい緑の一番"))
    let letter = try desk.read("editions/2019-H1/newsletter.ja.html")
    #expect(letter.contains("新しい緑の一番") && !letter.contains("Green: &quot;new"))
  }

  @Test func nothingThatIsThereIsWrittenOver() throws {
    let desk = try Desk(sample: true)
    var names: [String] = []
    for _ in 1...3 {
      let made = try desk.json("news", "new", "国際会議", now: Moment.morning)
      names.append(made.first?["file"] ?? "")
    }
    #expect(
      names == ["", "-2", "-3"].map { "news/2019/2019-06-24-news\($0).md" })
    let before = try desk.files()
    let item = "2019-03-21-unea"
    for name in [item, "news/2019/\(item).md", "news/2019/\(item).zh-Hans.md"] {
      let again = try desk.run(
        "news", "new", "--translate", name, "--language", "ja", status: nil)
      expectFailure(again, 73, saying: ["news/2019/\(item).ja.md is there already"])
    }
    #expect(try desk.files() == before)
  }

  @Test func whatCannotBeMadeIsToldWithWhatCan() throws {
    let desk = try Desk(sample: true)
    let before = try desk.files()
    let cases: [([String], Int32, [String])] = [
      (["A", "--date", "2019-02-30"], 65, ["“2019-02-30” is no day", "2019-03-21"]),
      (["A", "--member", "XGPN"], 65, ["no member “XGPN”", "KGPN, TGPN"]),
      (["A", "--section", "sport"], 65, ["no section “sport”", "network, news, policy"]),
      ([String(repeating: "x", count: 300)], 65, ["300 characters", "at most 200"]),
      ([" \n "], 65, ["title is empty"]),
      (["--translate", "none", "--language", "ja"], 66, ["no item “none”", "news list"]),
      (["--translate", "none", "--language", "j_a"], 65, ["“j_a” is no language", "zh-Hans"]),
      (["--translate", "none"], 64, ["--language ja"]),
      (["A", "--language", "ja"], 64, ["--translate"]),
      ([], 64, ["title"]),
    ]
    for (arguments, code, words) in cases {
      let result = try desk.run(["news", "new"] + arguments, now: Moment.morning, status: nil)
      expectFailure(result, code, saying: words)
    }
    #expect(try desk.files() == before)
    let french = try desk.run(
      "news", "new", "--translate", "2019-03-21-unea", "--language", "fr", now: Moment.morning)
    #expect(french.output.contains("Note: fr is not among languages: in solstice.yml"))
  }

  @Test func oneBrokenFileLeavesTheRestWhole() throws {
    let desk = try Desk(sample: true)
    try desk.write("---\ntitle: A\ndate: soon\n---\nText.\n", to: "news/2019/2019-05-05-bad.md")
    let checked = try desk.run("news", "check", now: Moment.morning, status: 65)
    #expect(checked.output.hasPrefix("12 items read: 1 mistake, no warnings.\n"))
    let place = "news/2019/2019-05-05-bad.md:3: date: \"soon\" is no day"
    #expect(checked.output.contains("  error \(place)"))
    let other = try desk.run("news", "check", "2019-H2", now: Moment.morning)
    #expect(other.output == "2 items read: no mistakes, no warnings.\n")
    let json = try desk.run(
      "news", "check", "news/2019/2019-05-05-bad.md", "--json", now: Moment.morning, status: 65)
    let object = try JSONSerialization.jsonObject(with: Data(json.outputBytes))
    let report = try #require(object as? [String: Any])
    let problem = try #require((report["problems"] as? [[String: Any]])?.first)
    #expect(problem["line"] as? Int == 3 && problem["level"] as? String == "error")

    let composed = try desk.run("compose", "2019-H1", now: Moment.morning, status: 65)
    #expect(composed.errors.contains(place))
    #expect(
      try desk.read("editions/2019-H1/newsletter.en.txt").contains(
        "A national policy dialogue"))
    let missing = try desk.run("news", "check", "news/none.md", status: nil)
    expectFailure(missing, 66, saying: ["news/none.md"])
  }

  @Test func aSlipInAMembersNameIsAWarning() throws {
    let desk = try Desk(sample: true)
    let file = "news/2019/2019-02-18-kgpn.md"
    try desk.edit(file, "member: KGPN", "member: KGNP")
    let checked = try desk.run("news", "check", file, now: Moment.morning)
    #expect(checked.output.hasPrefix("1 file read: no mistakes, 1 warning.\n"))
    #expect(
      checked.output.contains("  warning \(file):4: member: there is no member \"KGNP\"; known are")
    )
  }

  @Test func theListTellsWhatIsThereAndWhatIsNot() throws {
    let desk = try Desk(sample: true)
    let lines = try desk.run("news", "list", "2019-H1", "--json").output.split(separator: "\n")
    let items = try lines.compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    let item = try #require(items.first { $0["id"] as? String == "2019-03-21-unea" })
    #expect(item["languages"] as? [String] == ["en", "ja", "zh-Hans"])
    #expect(item["missing"] as? [String] == ["zh-Hant", "ko", "th", "vi", "id"])
    #expect(item["picture"] as? Bool == true && item["pin"] as? Int == 1)
    #expect(item["draft"] as? Bool == false)
    let text = try desk.run("news", "list", "2019-H1").output
    #expect(text.contains("en ja zh-Hans  zh-Hant ko th vi id  "))
    #expect(text.contains("picture, pin 1  Ministers agree"))
  }

  @Test func hostedPicturesLieBesideThePage() throws {
    let desk = try Desk(sample: true)
    try desk.edit("solstice.yml", "# pictures: hosted", "pictures: hosted")
    try desk.run("compose", "2019-H1", now: Moment.morning)
    let html = try desk.read("editions/2019-H1/newsletter.en.eml")
      .replacing("=\r\n", with: "").replacing("=\n", with: "")
    let base = "https://igpn.example/editions/2019-H1/"
    let sources = html.matches(of: /src=3D"([^"]+\.png)"/).map { String($0.output.1) }
    #expect(!sources.isEmpty)
    for source in Set(sources) {
      #expect(source.hasPrefix(base))
      let path = desk.path(of: "editions/2019-H1/" + source.dropFirst(base.count))
      #expect(FileManager.default.fileExists(atPath: path), "\(path)")
    }
    #expect(!html.contains("Content-Type: image/"))
  }

  @Test func lettersFallBackAsTheWorkspaceSays() throws {
    let desk = try Desk(sample: true)
    try desk.edit(
      "solstice.yml", "# periods:\n#   spring-2019: { from: 2019-03-01",
      "periods:\n  spring-2019: { from: 2019-03-01")
    try desk.run("compose", "spring-2019", now: Moment.morning)
    let english = try desk.read("editions/spring-2019/newsletter.en.txt")
    #expect(english.contains("Spring letter") && english.contains("Ministers agree a plan"))
    // Traditional Chinese takes the simplified text, and English only where there is none.
    let chinese = try desk.read("editions/spring-2019/newsletter.zh-Hant.txt")
    #expect(chinese.contains("各国部长为地球达成行动蓝图"))
    #expect(!chinese.contains("Ministers agree a plan"))
    let korean = try desk.read("editions/spring-2019/newsletter.ko.txt")
    #expect(korean.contains("Ministers agree a plan"))
  }
}
