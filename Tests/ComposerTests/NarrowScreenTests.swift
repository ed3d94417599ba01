import Foundation
import Mail
import TestSupport
import Testing

@testable import Composer

/// Letters and pages on the narrowest telephone, in a real browser: nobody has to scroll sideways.
@Suite(.enabled(if: ServerNeed.chromium.shouldRun, "\(ServerNeed.chromium)"))
struct NarrowScreenTests {
  @Test func nothingIsWiderThanTheScreen() throws {
    var shown = ["control": "<p style=\"white-space: nowrap\">\(Self.address)</p>"]
    for theme in ["igpn", "plain"] {
      for tag in ["en", "ja", "ar"] {
        let letter = try Self.letter(theme, try #require(Language(tag)))
        shown["\(theme) \(tag) letter"] = letter.html
        shown["\(theme) \(tag) page"] = letter.page
      }
    }
    let widths = try Self.widths(of: shown)
    #expect(widths.count == shown.count)
    for (name, width) in widths {
      if name == "control" {
        #expect(width > 320, "what is too wide must be seen")
      } else {
        #expect(width == 320, "\(name) is \(width) wide")
      }
    }
  }

  /// An address of 300 letters.
  private static let address = "https://example.org/" + String(repeating: "x", count: 280)

  /// The sample, with what is hard to set: long words, long addresses, tables, eight members.
  private static func letter(_ theme: String, _ language: Language) throws -> ComposedEdition {
    let german = "Bundesbeschaffungsrichtlinienüberarbeitungskommission"
    let thai = "การประชุมเชิงปฏิบัติการเรื่องการจัดซื้อจัดจ้างภาครัฐที่เป็นมิตรต่อสิ่งแวดล้อม"
    var sources = [
      "---\ntitle: \(german)\ndate: 2019-05-01\nplace: \(german)\nsection: \(german)\n---\n"
        + "See `\(address)` and \(address)\n\n| \(german) | \(german) |\n|---|---|\n"
        + "| \(address) | 12 |\n",
      "---\ntitle: \(thai)\ndate: 2019-05-02\nsummary: \(thai)\nlink: \(address)\n---\n",
    ]
    for name in ["ACEN", "HKGPN", "SGPN"] {
      sources.append(
        "---\ntitle: \(address)\nmember: \(name)\nplace: \(german)\ndate: 2019-05-03\n---\n")
    }
    let hard = ItemReader.read(
      files: sources.enumerated().map {
        SourceFile(path: "hard-\($0.offset).md", bytes: Array($0.element.utf8))
      })
    let event = "---\ntitle: \(german)\nstarts: 2019-10-01\nplace: \(address)\n---\n"
    let events = EventReader.read(files: [SourceFile(path: "e.md", bytes: Array(event.utf8))])
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: Samples.items().items + hard.items,
      events: Samples.events().events + events.events,
      theme: try Theme(directory: Samples.repository.appendingPathComponent("templates/\(theme)")),
      publication: try Samples.publication(), language: language,
      date: try #require(CalendarDay(parsing: "2019-06-24")))
  }

  /// How wide each document is in a frame of 320 pixels.
  private static func widths(of documents: [String: String]) throws -> [String: Int] {
    let frames = documents.map { name, html in
      "<iframe title=\"\(name)\" width=320 height=600 style=\"border:0\" scrolling=no "
        + "srcdoc=\"\(HTMLText.escape(html))\"></iframe>"
    }
    let page = """
      <!DOCTYPE html><meta charset="utf-8"><pre id="result"></pre>\(frames.joined())
      <script>addEventListener("load", () => {
        result.textContent = [...document.querySelectorAll("iframe")].map(frame =>
          `${frame.title}: ${frame.contentDocument.documentElement.scrollWidth};`).join("\\n");
        document.querySelectorAll("iframe").forEach(frame => frame.remove());
      })</script>
      """
    let folder = try TemporaryFolder(named: "narrow")
    try folder.write(page, to: "page.html")
    let output = try Program(try Tool.chromium.require()).run([
      "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
      "--user-data-dir=\(folder.path(of: "browser"))", "--virtual-time-budget=3000",
      "file://" + folder.path(of: "page.html"),
    ]).expecting().output
    var widths: [String: Int] = [:]
    for match in output.matches(of: /([a-z ]+): ([0-9]+);/) {
      widths[String(match.1)] = Int(match.2)
    }
    return widths
  }
}
