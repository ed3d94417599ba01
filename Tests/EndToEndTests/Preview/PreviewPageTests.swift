import Foundation
import TestSupport
import Testing

/// What `preview` shows, as files that a person opens.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PreviewPageTests {
  private static let page = "editions/2019-H1/preview/index.html"

  @Test func everyLanguageStandsOnOnePage() throws {
    let desk = try Desk(sample: true)
    let told = try desk.run("preview", "2019-H1", now: Moment.morning).output
    #expect(told.hasPrefix("Half-year letter of 24 June 2019, in eight languages: no errors, "))
    #expect(told.contains("Look at it: \(Self.page)"))
    let page = try desk.read(Self.page)
    #expect(page.contains("<h1>Half-year letter of 24 June 2019, in eight languages: no errors"))
    for tag in ["en", "ja", "zh-Hans", "zh-Hant", "ko", "th", "vi", "id"] {
      for view in ["light", "dark", "bare"] {
        #expect(page.contains("sandbox=\"\" loading=\"lazy\" src=\"letters/\(view).\(tag).html\""))
        let copy = try desk.read("editions/2019-H1/preview/letters/\(view).\(tag).html")
        #expect(!copy.contains("prefers-color-scheme") && !copy.contains("cid:"))
      }
      #expect(page.contains("id=\"language-\(tag)\"") && page.contains("<pre lang=\"\(tag)\""))
    }
    #expect(page.contains("List-Unsubscribe") && !page.lowercased().contains("<script"))
    #expect(page.contains("default-src 'none'"))
    // What was previewed can be approved as it is.
    try desk.run("contacts", "import", "lists/members.csv")
    try desk.run("approve", "2019-H1", "--by", "Ada Example", now: Moment.morning)
  }

  @Test func onePageTellsWhetherItIsWhatWasApproved() throws {
    let desk = try Desk.small()
    let same = try desk.run("preview", "2019-H1").output
    #expect(same.contains("Ada Example approved revision 1") && same.contains("exactly that"))
    try desk.edit("news/2019/2019-03-01-well.md", "eleven metres", "twelve metres")
    let changed = try desk.run("preview", "2019-H1", "--json").output
    #expect(changed.contains(#""standing":"changed""#))
    #expect(try desk.read(Self.page).contains("have changed since: this is the draft"))
    // An approved edition is whole without its news.
    try FileManager.default.removeItem(atPath: desk.path(of: "news"))
    let kept = try desk.run("preview", "2019-H1", "--json").output
    #expect(kept.contains(#""standing":"kept""#))
    #expect(
      try desk.read("editions/2019-H1/preview/letters/en.txt").contains("eleven metres"))
  }

  @Test func hostileWordsAreTextOnThePage() throws {
    let desk = try Desk.small(approved: false)
    let title = "<script>alert(1)</script></iframe><img src=x onerror=alert(2)> & \\\"q\\\""
    try desk.write(
      Desk.item(title: "\"\(title)\"")
        + "\n<script>alert(3)</script>\n</pre><svg onload=alert(4)>\n",
      to: "news/2019/a.md")
    try desk.write(
      "name,email,language\n\"<b onclick=alert(5)>Ann</b>\",eve@readers.test,en\n",
      to: "lists/eve.csv")
    try desk.run("contacts", "import", "lists/eve.csv")
    try desk.run("preview", "2019-H1")
    try desk.run("preview", "2019-H1", "--as", "eve@readers.test")
    for file in [Self.page, "editions/2019-H1/preview/as/index.html"] {
      let page = try desk.read(file)
      #expect(page.contains("&lt;script&gt;alert(1)"), "the subject's story is in the text part")
      for word in ["<script", "<img", "<svg onload", "<b onclick", "</iframe><img"] {
        #expect(!page.contains(word), "\(word) in \(file)")
      }
    }
  }

  @Test func aPersonsLetterIsInTheirLanguageAndName() throws {
    let desk = try Desk(sample: true)
    try desk.run("contacts", "import", "lists/members.csv")
    let told = try desk.run("preview", "2019-H1", "--as", "森田 恵子", now: Moment.morning).output
    #expect(told.hasPrefix("What 森田 恵子 gets: the half-year letter of 24 June 2019, in Japanese."))
    #expect(told.contains("is on members and would get it"))
    let letters = desk.names(in: "editions/2019-H1/preview/as/letters").filter {
      $0.hasSuffix(".eml")
    }
    #expect(letters == ["ja.eml"])
    let path = desk.path(of: "editions/2019-H1/preview/as/letters/ja.eml")
    let letter = try #require(CaughtLetter.read([path]).first)
    #expect(letter.header("To") == "森田 恵子 <keiko.morita@gpn.example>" && letter.defects == 0)
    let text = try desk.run(
      "preview", "2019-H1", "--as", "keiko.morita@gpn.example", "--text", now: Moment.morning)
    #expect(text.output.contains("keiko.morita@gpn.example") && text.output.contains("半期レター"))
  }

  @Test func whoWouldNotGetItIsTold() throws {
    let desk = try Desk.small()
    try desk.run("contacts", "leave", "bo@readers.test", "--by", "Ada")
    let left = try desk.run("preview", "2019-H1", "--as", "bo@readers.test").output
    #expect(left.hasPrefix("Reader 2 would not get the half-year letter"), "\(left)")
    #expect(left.contains("Reader 2 must not be mailed") || left.contains("has left every list"))
  }

  @Test func unknownAndAmbiguousContactsAreTold() throws {
    let desk = try Desk.small()
    expectFailure(
      try desk.run("preview", "2019-H1", "--as", "x@readers.test", status: nil), 65,
      saying: ["x@readers.test", "contacts list"])
    expectFailure(
      try desk.run("preview", "2019-H1", "--as", "reader", status: nil), 65,
      saying: ["did you mean", "Reader 1 <ann@readers.test>"])
    expectFailure(
      try desk.run("preview", "2019-H1", "--language", "fr", status: nil), 64, saying: ["fr", "en"])
  }
}
