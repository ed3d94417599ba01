import Composer
import Mail
import Testing

@testable import Newsroom

/// What `news new` names and writes, before it reaches a disk.
struct ItemDraftTests {
  @Test(arguments: [
    ("Ministers agree a plan", "ministers-agree-a-plan"),
    ("Green: \"new\" #1", "green-new-1"),
    ("  ../../etc/passwd  ", "etc-passwd"),
    ("Straße nach Łódź — l'été", "strasse-nach-lodz-lete"),
    ("Ngày hội mua sắm xanh", "ngay-hoi-mua-sam-xanh"),
    ("ＧＰＮ　全角", "gpn"),
    ("国際会議", "news"), ("国際会議 2019", "news"), ("مؤتمر", "news"), ("คู่มือจัดซื้อ", "news"),
    ("…", "news"),
    (
      "A title of many words that goes on and on without an end",
      "a-title-of-many-words-that-goes-on-and"
    ),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 40)),
  ])
  func aTitleMakesAName(_ title: String, _ slug: String) {
    #expect(ItemSlug.make(of: title, otherwise: "news") == slug)
  }

  @Test func aTitleInAnotherScriptTakesTheMembersName() {
    #expect(ItemSlug.make(of: "国際会議", otherwise: "alliance-tw") == "alliance-tw")
  }

  static let titles = [
    "Plain words, with a comma", "Green: \"new\" #1", "国際会議", "true", "null", "~", "2019-01-01",
    "- a list", "[a, b]", "{a: b}", "it's", "'quoted'", "back\\slash", "a # b", "ends with:", "@at",
    "100 % green", "*star* & more", "| pipe", "🌱 sprout", "مؤتمر", "!tag", "? key", "a\tb",
  ]

  @Test(arguments: titles)
  func whatIsWrittenReadsAsTheSame(_ title: String) throws {
    let day = try #require(CalendarDay(parsing: "2019-06-24"))
    let draft = ItemDraft(
      title: title, date: day, member: "KGPN", section: "policy", place: title)
    let head = try FrontMatter(bytes: Array(draft.text.utf8), file: "a.md", lists: ["include"])
    #expect(head.entries["title"]?.value == title)
    #expect(head.entries["place"]?.value == title)
    #expect(head.entries.keys.sorted() == ["date", "member", "place", "section", "title"])
  }

  @Test func everyCommentedKeyCanBeUsed() throws {
    let day = try #require(CalendarDay(parsing: "2019-06-24"))
    let text = ItemDraft(title: "A", date: day).text
      .replacing("\n# ", with: "\n").replacing("Take the first", with: "# Take the first")
    let read = ItemReader.read(
      files: [SourceFile(path: "a.md", bytes: Array(text.utf8))],
      picture: { path throws(SourceFileError) in throw .missing })
    let item = try #require(read.items.first)
    #expect(item.place == "Nairobi" && item.section == "policy" && item.member == "KGPN")
    #expect(item.link == "https://example.org/" && item.pin == 1 && item.isDraft)
    #expect(read.problems.map(\.key) == ["image"], "\(read.problems)")
  }
}
