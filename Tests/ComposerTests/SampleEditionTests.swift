import Composer
import Mail
import Testing

/// The samples that ship are letters without a fault, in every language and period.
@Suite struct SampleEditionTests {
  @Test(arguments: ["2019-H1", "2019-H2", "2019-01"])
  func everyLanguageComposesWithoutErrors(period: String) throws {
    for language in try Samples.publication().languages + [try #require(Language("th"))] {
      let letter = try Samples.compose(period, language: language)
      let errors = letter.findings.filter { $0.level == .error }
      #expect(errors.isEmpty, "\(period) \(language): \(errors)")
      #expect(!letter.edition.allStories.isEmpty)
      for story in letter.edition.allStories
      where story.original.language == language && story.original.member == nil {
        #expect(letter.page.contains(story.original.title))
      }
    }
  }
}
