import Mail
import Testing

@testable import Composer

@Suite struct FullStopTests {
  @Test(arguments: [
    ("Public buying", "en", ". "), ("Is a label enough?", "en", " "), ("“Enough?”", "en", " "),
    ("The wood (part two)", "en", ". "), ("And so on…", "en", " "), ("これからの調達", "ja", "。"),
    ("足りますか？", "ja", ""), ("「足りますか。」", "ja", ""), ("公共采购", "zh-Hans", "。"),
    ("การประชุม", "th", " "), ("هل تكفي؟", "ar", " "), ("الشبكة", "ar", ". "), ("", "en", ""),
  ])
  func endsOnce(text: String, tag: String, stop: String) throws {
    #expect(FullStop.after(text, in: try #require(Language(tag))) == stop)
  }
}
