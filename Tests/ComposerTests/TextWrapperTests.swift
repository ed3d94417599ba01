import Mail
import Testing

@testable import Composer

@Suite struct TextWrapperTests {
  @Test func addressesAreNeverBroken() {
    let url = "https://example.org/" + String(repeating: "long/", count: 30)
    let lines = TextWrapper().wrap("Some words before \(url) and after")
    #expect(lines == ["Some words before", url, "and after"])
  }

  @Test func ideographsBreakAnywhereButNotBeforeAStop() {
    let lines = TextWrapper(columns: 10).wrap("一二三四五。六七八九十")
    #expect(lines == ["一二三四", "五。六七八", "九十"])
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 10 })
  }

  @Test func openingBracketsDoNotEndALine() {
    #expect(TextWrapper(columns: 8).wrap("一二三（四五）") == ["一二三", "（四五）"])
  }

  @Test func thaiBreaksBeforeLeadingVowels() {
    let thai = String(repeating: "แวดล้อมเมือง", count: 12)
    let lines = TextWrapper(columns: 30).wrap(thai)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 30 })
    #expect(lines.joined() == thai)
  }

  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("é", 1), ("e\u{301}", 1), ("ｱ", 1), ("Ａ", 2), ("한글", 4), ("ที่", 1),
    ("", 0), ("🌍", 2), ("…", 1),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
