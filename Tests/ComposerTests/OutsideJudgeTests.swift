import Foundation
import Mail
import TestSupport
import Testing

@testable import Composer

/// What Debian's tidy and SpamAssassin say of the sample edition.
@Suite struct OutsideJudgeTests {
  static let tidy = Tool("tidy", in: "tidy")
  static let spamAssassin = Tool("spamassassin", in: "spamassassin")
  static let tags = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "th", "vi", "id", "ar"]

  @Test(.enabled(if: ServerNeed.areRequired || tidy.path != nil, "tidy is not installed"))
  func tidyFindsNoErrors() throws {
    let program = Program(try Self.tidy.require(), arguments: ["-e", "-q", "-utf8"])
    let archive = ArchivePage(theme: try Samples.theme(), publication: try Samples.publication())
    for tag in Self.tags {
      let language = try #require(Language(tag))
      let letter = try Samples.compose(language: language)
      let edition = ArchivedEdition(
        period: "2019-H1", date: "2019-06-24", year: 2019, hasPDF: true,
        letters: [letter.archived], approved: "2019-06-25T01:02:03Z")
      for html in [letter.html, letter.page, try archive.html([edition], language: language)] {
        let result = try program.run(stdin: html)
        // 1 stands for warnings, 2 for errors.
        #expect(result.status == 0 || result.status == 1, "\(tag): \(result.errors)")
        #expect(!result.errors.contains(" - Error:"), "\(tag): \(result.errors)")
      }
    }
  }

  @Test(
    .enabled(if: ServerNeed.areRequired || spamAssassin.path != nil, "spamassassin is missing"))
  func spamAssassinScoresBelowOne() throws {
    let program = Program(try Self.spamAssassin.require(), arguments: ["-L", "-t"])
    for tag in Self.tags {
      let letter = try Samples.compose(language: try #require(Language(tag)))
      let message = String(decoding: letter.sampleMessage, as: UTF8.self)
      let output = try program.run(stdin: message).output
      let score = output.firstMatch(of: /score=(-?[0-9.]+)/).flatMap { Double($0.1) }
      #expect(try #require(score, "\(tag): no score") < 1, "\(tag)")
    }
  }
}
