import Composer
import Foundation
import Mail
import Testing

@testable import Newsroom

/// The samples that themes are tried with are right, so every finding there would be a false alarm.
@Suite struct SampleChecksTests {
  private static let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What the samples really have: stories in fewer languages than the letter.
  private static let expected: Set<String> = ["translation-missing"]

  /// Every theme that comes with the program.
  private static let themes = ["igpn", "plain"].filter { name in
    FileManager.default.fileExists(
      atPath: repository.appending(path: "templates/\(name)/newsletter.html.mustache").path)
  }

  @Test(arguments: themes, SampleEdition.Length.allCases)
  func samplesAreClean(name: String, length: SampleEdition.Length) throws {
    let theme = try Theme(directory: Self.repository.appending(path: "templates/\(name)"))
    let publication = Publication(
      name: "International Green Purchasing Network", shortName: "IGPN",
      sender: Mailbox(
        displayName: "Secretariat", address: try EmailAddress(parsing: "office@igpn.example")),
      listID: "newsletter.igpn.example", listName: "Newsletter",
      postalAddress: "1 Example Road, Beijing", siteURL: "https://igpn.example/", helpURL: nil,
      languages: [.english])
    let tags = ["en", "zh-Hans", "zh-Hant", "ja", "ko", "th", "vi", "id", "ar"]
    let letters = try SampleEdition(share: Self.repository).compose(
      length, theme: theme, publication: publication, languages: tags.compactMap { Language($0) })
    #expect(letters.count == tags.count)
    for letter in letters {
      let alarms = letter.findings.filter { !Self.expected.contains($0.code) }
      #expect(alarms.isEmpty, "\(letter.language): \(alarms.prefix(5))")
    }
  }
}
