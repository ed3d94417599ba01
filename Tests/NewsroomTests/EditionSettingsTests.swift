import Composer
import Foundation
import Mail
import Testing

@testable import Newsroom

private let base = """
  network:
    name: A Network
    postal_address: A street
    site_url: https://example.org/
  sender:
    from: Office <office@example.org>
  list:
    id: letters.example.org
    name: Letters
  languages: [en, ja]

  """

private func read(_ more: String, site: Bool = true) throws -> Configuration {
  let text = site ? base : base.replacing("  site_url: https://example.org/\n", with: "")
  return try ConfigurationReader(text: text + more, file: "solstice.yml").read()
}

@Suite struct EditionSettingsTests {
  @Test func whatIsLeftOutHasItsUsualValue() throws {
    let configuration = try read("")
    #expect(configuration.publication.pictures == .embedded)
    #expect(configuration.publication.fallbacks.isEmpty)
    #expect(configuration.periods.isEmpty)
    #expect(configuration.previewers.isEmpty)
    #expect(configuration.publication.names.isEmpty)
  }

  @Test(arguments: [
    ("embedded", PictureDelivery.embedded), ("hosted", .hosted(base: "https://example.org/")),
    ("https://pictures.example.net/letters", .hosted(base: "https://pictures.example.net/letters")),
  ])
  func picturesComeWithTheLetterOrFromASite(text: String, delivery: PictureDelivery) throws {
    #expect(try read("pictures: \(text)").publication.pictures == delivery)
  }

  @Test func fallbacksArePerLanguage() throws {
    let text = "fallbacks:\n  zh-Hant: [zh-Hans, ja]\n  ko: ja\n"
    let fallbacks = try read(text).publication.fallbacks
    let traditional = try #require(Language("zh-Hant"))
    let korean = try #require(Language("ko"))
    #expect(fallbacks == [traditional: [.simplifiedChinese, .japanese], korean: [.japanese]])
  }

  @Test func aPeriodHasDaysAndTitles() throws {
    let text = """
      periods:
        spring-2019: { from: 2019-03-01, to: 2019-05-31, title: Spring letter }
        founding:
          from: 2019-12-15
          to: 2020-01-15
          title:
            en: Our first months
            ja: 最初の数か月
      """
    let periods = try read(text).periods
    #expect(periods.map(\.name) == ["spring-2019", "founding"])
    #expect(periods.map(\.first.description) == ["2019-03-01", "2019-12-15"])
    #expect(periods.map(\.last.description) == ["2019-05-31", "2020-01-15"])
    #expect(periods[0].titles == [.english: "Spring letter", .japanese: "Spring letter"])
    #expect(periods[1].titles == [.english: "Our first months", .japanese: "最初の数か月"])
  }

  @Test func previewersAreAddresses() throws {
    let configuration = try read("previewers: [Editor <a@example.org>, b@example.org]")
    #expect(
      configuration.previewers.map(\.address.description) == ["a@example.org", "b@example.org"])
  }

  /// Each line that is wrong, and the whole message.
  @Test(arguments: [
    (
      "pictures: attached",
      "solstice.yml:11: pictures: “attached” is neither embedded nor hosted, nor the address "
        + "(https://…) to host them below."
    ),
    ("pictures: [hosted]", "solstice.yml:11: pictures: expected one value."),
    (
      "fallbacks: zh-Hans",
      "solstice.yml:11: fallbacks: expected a section, with its keys indented below it."
    ),
    (
      "fallbacks:\n  chinese: [zh-Hans]",
      "solstice.yml:12: fallbacks.chinese: “chinese” is no language; expected a tag such as zh-Hant."
    ),
    (
      "fallbacks:\n  ja: [en, mandarin]",
      "solstice.yml:12: fallbacks.ja: “mandarin” is no language; expected a tag such as zh-Hans."
    ),
    (
      "fallbacks:\n  ja: [ja]",
      "solstice.yml:12: fallbacks.ja: ja can't fall back to itself."
    ),
    (
      "fallbacks:\n  ja:",
      "solstice.yml:12: fallbacks.ja: expected a list of languages such as [zh-Hans]."
    ),
    (
      "periods:\n  Spring 2019: {from: 2019-03-01, to: 2019-05-31}",
      "solstice.yml:12: periods.Spring 2019: a period's name begins with a small letter and has 2 "
        + "to 40 small letters, digits and hyphens, such as spring-2019."
    ),
    (
      "periods:\n  ../../etc: {from: 2019-03-01, to: 2019-05-31}",
      "solstice.yml:12: periods.../../etc: a period's name begins with a small letter and has 2 "
        + "to 40 small letters, digits and hyphens, such as spring-2019."
    ),
    (
      "periods:\n  spring:\n    from: 2019-03-01",
      "solstice.yml: periods.spring.to: missing; expected a day such as 2019-03-01."
    ),
    (
      "periods:\n  spring:",
      "solstice.yml:12: periods.spring: expected from: and to: below it, and title: if you like."
    ),
    (
      "periods:\n  spring:\n    from: 2019-02-30\n    to: 2019-05-31",
      "solstice.yml:13: periods.spring.from: “2019-02-30” is no day; expected one such as 2019-03-01."
    ),
    (
      "periods:\n  spring:\n    from: 2019-03-02\n    to: 2019-03-01",
      "solstice.yml:14: periods.spring.to: 2019-03-01 is before the first day, 2019-03-02."
    ),
    (
      "periods:\n  spring:\n    from: 2019-03-01\n    to: 2019-03-02\n    title: |\n      a\n      b",
      "solstice.yml:15: periods.spring.title: a title is one line of at most 100 characters."
    ),
    (
      "previewers: [nobody]",
      "solstice.yml:11: previewers: “nobody” is no mail address: there is no @ in it."
    ),
    ("theme: a\ntheme: b", "solstice.yml:11: theme: the key is given twice."),
  ])
  func whatIsWrongIsToldExactly(more: String, message: String) {
    let problem = #expect(throws: Problem.self) { try read(more) }
    #expect(problem?.code == .configuration)
    #expect(problem?.message == message)
  }

  @Test func hostedPicturesNeedASite() {
    let problem = #expect(throws: Problem.self) { try read("pictures: hosted", site: false) }
    #expect(
      problem?.message
        == "solstice.yml:10: pictures: hosted pictures lie below network.site_url:, which is not set."
    )
  }

  @Test func anUnknownKeyOfAPeriodIsARemark() throws {
    let text =
      "periods:\n  spring:\n    from: 2019-03-01\n    to: 2019-03-02\n    until: 2019-04-01\n"
    #expect(
      try read(text).remarks
        == ["solstice.yml:15: periods.spring.until: nobody knows this key; it does nothing."])
  }
}
