import Mail
import Testing

@testable import Composer

@Suite struct LetterShapeTests {
  /// Every element is closed by its own end, in the letter and on the page.
  @Test(arguments: ["2019-H1", "2019-H2", "2019-01"], ["en", "ja", "ko", "th"])
  func elementsAreBalanced(period: String, tag: String) throws {
    let letter = try Samples.compose(period, language: try #require(Language(tag)))
    for html in [letter.html, letter.page] {
      var open: [String] = []
      for token in HTMLScanner.tokens(html) {
        switch token {
        case .start(let name, _, _):
          if !HTMLToken.voidElements.contains(name) { open.append(name) }
        case .end(let name, _):
          #expect(open.last == name)
          if open.last == name { open.removeLast() }
        case .text, .other: break
        }
      }
      #expect(open.isEmpty)
    }
  }

  /// What DESIGN asks of every letter, whatever the theme's author changes later.
  @Test func theLetterHasItsParts() throws {
    let html = try Samples.compose().html
    for part in [
      "<meta name=\"color-scheme\" content=\"light dark\">", "@media (prefers-color-scheme: dark)",
      "[data-ogsc] .text", "role=\"presentation\"", "max-width:600px", "lang=\"en\" dir=\"ltr\"",
      "<a class=\"tool\" href=\"https://igpn.example/editions/2019-H1/\"",
      "href=\"mailto:leave@example.org\"", "alt=\"Green hills with three wind turbines",
      "id=\"members\"", "href=\"#members\"", "<td class=\"row news words\" lang=\"ja\" dir=\"ltr\"",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    for token in HTMLScanner.tokens(html) {
      guard case .start(let name, let attributes, _) = token else { continue }
      #expect(name != "script" && name != "link")
      if name == "table" {
        #expect(HTMLLink.value("role", attributes) == "presentation")
      }
      if name == "img" {
        #expect(HTMLLink.value("src", attributes)?.hasPrefix("images/") == true)
        #expect(HTMLLink.value("alt", attributes)?.isEmpty == false)
      }
    }
    #expect(!html.contains("var(--"))
  }

  @Test func hostileTextStaysText() throws {
    let evil = "</h3><script>alert(1)</script>\\\" onload=x '{{{leave_url}}}"
    let text = """
      ---
      title: "\(evil)"
      date: 2019-03-21
      summary: "\(evil)"
      place: "\(evil)"
      section: "\(evil)"
      alt: "\(evil)"
      ---
      <script>alert(2)</script> [x](https://e.test/"><script>)
      """
    let member = text.replacing("date:", with: "member: \"\(evil)\"\ndate:")
    let event = "---\ntitle: \"\(evil)\"\nstarts: 2019-10-01\nplace: \"\(evil)\"\n---\n"
    let items = ItemReader.read(files: [
      SourceFile(path: "a.md", bytes: Array(text.utf8)),
      SourceFile(path: "b.md", bytes: Array(member.utf8)),
    ])
    let letter = try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: items.items,
      events: EventReader.read(files: [SourceFile(path: "e.md", bytes: Array(event.utf8))]).events,
      theme: try Samples.theme(), publication: try Samples.publication(), language: .english,
      date: try #require(CalendarDay(parsing: "2019-06-24")))
    #expect(letter.edition.allStories.count == 2 && letter.edition.occasions.count == 1)
    for html in [letter.html, letter.page] {
      #expect(!html.contains("<script") && html.contains("&lt;script&gt;alert(1)"))
      for token in HTMLScanner.tokens(html) {
        guard case .start(_, let attributes, _) = token else { continue }
        #expect(!attributes.contains { $0.name.hasPrefix("on") })
      }
    }
  }

  @Test func theCalendarIsWhole() throws {
    let letter = try Samples.compose(language: .japanese)
    let file = try #require(letter.usedFiles.first { $0.path == "dates.ics" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY;LANGUAGE=ja:理事会\r\n"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20191001\r\nDTEND;VALUE=DATE:20191101\r\n"))
    #expect(unfolded.contains("STATUS:TENTATIVE"))
  }
}
