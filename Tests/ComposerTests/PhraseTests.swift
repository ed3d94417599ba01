import Mail
import Testing

@testable import Composer

@Suite struct PhraseTests {
  static func phrases(_ tag: String) throws -> Phrases {
    let language = try #require(Language(tag))
    return try #require(try Samples.theme().phrases[language])
  }

  @Test(arguments: [
    ("en", 1, "one story"), ("en", 13, "13 stories"), ("ja", 2, "記事2本"), ("ar", 1, "مقال واحد"),
    ("ar", 2, "مقالان"), ("ar", 5, "5 مقالات"), ("ar", 11, "11 مقالًا"), ("ar", 100, "100 مقال"),
    ("ar", 103, "103 مقالات"),
  ])
  func nounsAgreeWithNumbers(tag: String, number: Int, expected: String) throws {
    #expect(try Self.phrases(tag).count("stories", number) == expected)
  }

  /// What is filled in later has its place in every language.
  @Test(arguments: [
    ("greeting", "{name}"), ("signature", "{network}"), ("why", "{address}"),
    ("erratum_subject", "{edition}"), ("erratum_intro", "{date}"), ("edition_range", "{to}"),
    ("subject", "{short}"),
  ])
  func everyLanguageHasThePlaces(key: String, place: String) throws {
    for (language, phrases) in try Samples.theme().phrases {
      #expect(phrases.text(key).contains(place), "\(language) \(key)")
    }
  }
}
