import Foundation
import FoundationXML
import Mail
import Testing

@testable import Composer

@Suite struct AtomFeedTests {
  private static func edition(_ period: String = "2019-H1", title: String) throws -> ArchivedEdition
  {
    let letters = try ["en", "ja"].map { (tag: String) in
      let letter = try Samples.compose(language: try #require(Language(tag)))
      return ArchivedEdition.Letter(
        language: tag, title: title, summary: letter.archived.summary,
        issued: letter.archived.issued, page: letter.pageName, stories: letter.archived.stories)
    }
    return ArchivedEdition(
      period: period, date: "2019-06-24", year: 2019, hasPDF: true, letters: letters,
      approved: "2019-06-25T01:02:03Z")
  }

  @Test func isAnAtomFeedOfWholeAddresses() throws {
    let feed = try #require(
      AtomFeed([try Self.edition(title: "A letter")], publication: try Samples.publication()))
    let root = try #require(try XMLDocument(xmlString: feed.text()).rootElement())
    func texts(_ path: String) throws -> [String] {
      try root.nodes(forXPath: path).compactMap(\.stringValue)
    }
    let atom = "*[local-name()='"
    #expect(root.name == "feed" && root.uri == "http://www.w3.org/2005/Atom")
    #expect(try texts("./\(atom)id']") == ["https://igpn.example/editions/feed.xml"])
    #expect(
      try texts("./\(atom)entry']/\(atom)id']") == [
        "tag:newsletter.igpn.example,2019:2019-H1/en",
        "tag:newsletter.igpn.example,2019:2019-H1/ja",
      ])
    #expect(try texts("./\(atom)entry']/@*[local-name()='lang']") == ["en", "ja"])
    #expect(try Set(texts("//\(atom)updated']")) == ["2019-06-25T01:02:03Z"])
    let addresses = try texts("//@href")
    #expect(addresses.count > 10)
    #expect(addresses.allSatisfy { $0.hasPrefix("https://igpn.example/editions/") })
    #expect(feed.text() == feed.text())
    #expect(!(feed.text(.japanese).contains("2019-H1/en")))
  }

  @Test(arguments: [
    "</title><script>", "a & b \"c\" 'd'", "\u{01}\u{0B}\u{FFFE}x", "]]>", "文\u{202E}",
  ])
  func anyTitleStaysText(title: String) throws {
    let feed = try #require(
      AtomFeed([try Self.edition(title: title)], publication: try Samples.publication()))
    let document = try XMLDocument(xmlString: feed.text())
    let titles = try document.nodes(forXPath: "//*[local-name()='entry']/*[local-name()='title']")
    let kept = String(
      String.UnicodeScalarView(
        title.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xFFFE }))
    #expect(titles.map(\.stringValue) == [kept, kept])
  }

  @Test func withoutASiteThereIsNone() throws {
    var publication = try Samples.publication()
    publication.siteURL = nil
    #expect(AtomFeed([], publication: publication) == nil)
  }
}
