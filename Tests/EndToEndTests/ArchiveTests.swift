import Foundation
import TestSupport
import Testing

/// `editions/index.html` and the feeds: what was approved, and nothing else.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ArchiveTests {
  @Test func onlyApprovedEditionsAreListed() throws {
    let desk = try Desk.small(approved: false)
    let draft = try desk.run("compose", "2019-H1")
    #expect(draft.output.contains("2019-H1 joins editions/index.html when it is approved"))
    #expect(!desk.names(in: "editions").contains("index.html"))
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let page = try desk.read("editions/index.html")
    #expect(page.contains("href=\"2019-H1/index.html\"") && page.contains("Half-year letter"))
    let feed = try desk.read("editions/feed.xml")
    #expect(feed.contains("<entry") && feed.contains("Water for the garden"))
    try Program(Tool.xmlLint.require()).run(["--noout", desk.path(of: "editions/feed.xml")])
      .expecting()

    // Composed again and changed, its folder holds a draft: it is told of no more.
    try desk.edit("news/2019/2019-03-01-well.md", "Water for the garden", "A secret draft")
    try desk.run("compose", "2019-H1")
    #expect(!desk.names(in: "editions").contains("index.html"))
    #expect(!desk.names(in: "editions").contains("feed.xml"))
    try desk.edit("news/2019/2019-03-01-well.md", "A secret draft", "Water for the garden")
    try desk.run("compose", "2019-H1")
    #expect(try desk.read("editions/index.html") == page)
    #expect(try desk.read("editions/feed.xml") == feed)
  }

  @Test func withoutASiteThereIsNoFeed() throws {
    let desk = try Desk.small(approved: false)
    let lines = try desk.read("solstice.yml").split(
      separator: "\n", omittingEmptySubsequences: false)
    try desk.write(
      lines.filter { !$0.contains("site_url:") }.joined(separator: "\n"), to: "solstice.yml")
    try desk.run("compose", "2019-H1")
    let result = try desk.run("approve", "2019-H1", "--by", "Ada")
    #expect(result.errors.contains("No feed was written: it needs whole addresses"))
    #expect(desk.names(in: "editions").contains("index.html"))
    #expect(!desk.names(in: "editions").contains("feed.xml"))
  }
}
