import Mail
import Testing

@testable import Contacts

struct LanguageTests {
  @Test(arguments: [
    ("ja", "ja"), ("JA", "ja"), ("Japanese", "ja"), ("日本語", "ja"), ("JPN", "ja"), ("jp", "ja"),
    ("ja-JP", "ja-JP"), ("ja_JP", "ja-JP"), ("中文(繁體)", "zh-Hant"), ("中文（简体）", "zh-Hans"),
    ("zh-TW", "zh-TW"), ("zh_hk", "zh-HK"), ("zh-hant-tw", "zh-Hant-TW"), ("简体中文", "zh-Hans"),
    ("Chinese (Traditional)", "zh-Hant"), ("chinese, simplified", "zh-Hans"), ("中文", "zh"),
    ("Korean", "ko"), ("한국어", "ko"), ("KR", "ko"), ("ไทย", "th"), ("ภาษาไทย", "th"),
    ("Tiếng Việt", "vi"), ("vn", "vi"), ("Bahasa Indonesia", "id"), ("Bahasa Melayu", "ms"),
    ("English", "en"), ("en-US", "en-US"), ("Englisch", "en"), ("anglais", "en"), ("英語", "en"),
    ("Deutsch", "de"), ("Français", "fr"), ("Español", "es"), ("हिन्दी", "hi"), ("Filipino", "fil"),
    (" th ", "th"), ("ＪＡ", "ja"), ("粵語", "yue"), ("es-419", "es-419"),
  ])
  func names(text: String, tag: String) {
    #expect(Language(parsing: text)?.tag == tag)
  }

  @Test(arguments: [
    "", "x", "klingon", "ja/en", "English and Thai", "12", "en-", "-en", "en-abcdef",
  ])
  func others(text: String) {
    #expect(Language(parsing: text) == nil)
  }

  @Test(arguments: [
    ("zh-TW", "Hant"), ("zh-HK", "Hant"), ("zh-Hant", "Hant"), ("zh-CN", "Hans"), ("zh", "Hans"),
  ])
  func scripts(tag: String, script: String) {
    #expect(Language(parsing: tag)?.script == script)
  }

  @Test(arguments: [
    ("Chairman", Role.chairman), ("議長", .chairman), ("Council member", .council), ("理事", .council),
    ("Advisory Board", .advisory), ("顧問", .advisory), ("GPNs", .gpn), ("Secretariat", .secretariat),
    ("事務局", .secretariat), ("Treasurer", .other("Treasurer")),
  ])
  func roles(text: String, role: Role) {
    #expect(Role(parsing: text) == role)
    #expect(Role(parsing: role.word) == role)
  }

  @Test func severalRoles() {
    #expect(Role.list(in: "Council member; GPN / council") == [.council, .gpn])
    #expect(Role.list(in: " ") == [])
  }
}
