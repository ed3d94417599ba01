import Composer
import Foundation
import Mail
import Testing

/// Writes the sample letters where a person can look at them: `SOLSTICE_LOOK=DIR swift test`.
@Suite struct LookTests {
  static let folder = ProcessInfo.processInfo.environment["SOLSTICE_LOOK"]

  @Test(.enabled(if: folder != nil, "set SOLSTICE_LOOK to a folder to write the letters there"))
  func writesLettersToLookAt() throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    for period in ["2019-H1", "2019-H2", "2019-01"] {
      let below = folder.appendingPathComponent(period)
      try FileManager.default.createDirectory(
        at: below.appendingPathComponent("images"), withIntermediateDirectories: true)
      var letters: [ComposedEdition] = []
      for language in try Samples.publication().languages + [try #require(Language("th"))] {
        let letter = try Samples.compose(period, language: language)
        letters.append(letter)
        let name = "newsletter.\(language)"
        try Data(letter.html.utf8).write(to: below.appendingPathComponent("\(name).html"))
        try Data(letter.text.utf8).write(to: below.appendingPathComponent("\(name).txt"))
        try Data(letter.sampleMessage).write(to: below.appendingPathComponent("\(name).eml"))
        try Data(letter.page.utf8).write(to: below.appendingPathComponent(letter.pageName))
        for file in letter.usedFiles {
          try Data(file.bytes).write(to: below.appendingPathComponent(file.path))
        }
      }
      try ChecksFile.write(letters).write(to: below.appendingPathComponent("checks.json"))
    }
  }
}
