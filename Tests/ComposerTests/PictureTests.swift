import Foundation
import Mail
import Testing

@testable import Composer

@Suite struct PictureTests {
  /// A file that begins as a PNG of this size, with its end or without.
  static func png(_ width: Int, _ height: Int, isWhole: Bool = true, mark: UInt8 = 0) -> [UInt8] {
    func four(_ number: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    return head + Array("IHDR".utf8) + four(width) + four(height) + [8, 2, 0, 0, 0, 0, 0, 0, mark]
      + (isWhole ? [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82] : [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let told: String
    var testDescription: String { told }
  }

  static let cases = [
    Case(bytes: [], told: "the file is empty"),
    Case(
      bytes: Array("just words".utf8),
      told: "this is no PNG, JPEG or GIF, the pictures that every mail program shows"),
    Case(
      bytes: Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"/>".utf8),
      told: "this is an SVG drawing, which many mail programs don't show; save it as PNG or JPEG"),
    Case(
      bytes: Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8),
      told: "this is a WebP picture, which many mail programs don't show; save it as PNG or JPEG"),
    Case(
      bytes: [0, 0, 0, 24] + Array("ftypheic".utf8),
      told:
        "this is a HEIC or AVIF picture, which many mail programs don't show; save it as PNG or "
        + "JPEG"),
    Case(
      bytes: Array("%PDF-1.4\n".utf8),
      told: "this is a PDF document, which many mail programs don't show; save it as PNG or JPEG"),
    Case(
      bytes: [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0],
      told: "this is a TIFF picture, which many mail programs don't show; save it as PNG or JPEG"),
    Case(
      bytes: Array(png(600, 400).prefix(20)),
      told: "the picture's file ends too soon; copy or save it again"),
    Case(
      bytes: png(600, 400, isWhole: false) + Array(repeating: 7, count: 2000),
      told: "the picture's file ends too soon; copy or save it again"),
    Case(
      bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0],
      told: "the picture's file ends too soon; copy or save it again"),
    Case(
      bytes: png(8001, 10), told: "the picture says that it is 8001 × 10 pixels; expected 1 to 8000"
    ),
    Case(
      bytes: png(0, 10), told: "the picture says that it is 0 × 10 pixels; expected 1 to 8000"),
    Case(
      bytes: png(7000, 7000),
      told: "the picture is 7000 × 7000 pixels; scale it to at most 1200 pixels wide"),
    Case(
      bytes: png(600, 400, isWhole: false) + Array(repeating: 7, count: 4_000_000),
      told: "the picture has 4000033 bytes; at most 4000000 can go with a letter"),
  ]

  @Test(arguments: cases)
  func whatCannotGoWithALetterIsToldAtItsKey(bad: Case) {
    let text = "---\ntitle: A\ndate: 2019-01-02\nimage: images/p.png\nalt: P\n---\nText.\n"
    let result = ItemReader.read(
      files: [SourceFile(path: "2019/a.md", bytes: Array(text.utf8))], shownPrefix: "news/"
    ) { path throws(SourceFileError) in
      guard path == "images/p.png" else { throw .missing }
      return bad.bytes
    }
    #expect(
      result.problems.map(\.description) == ["news/2019/a.md:4: image: images/p.png: \(bad.told)"])
    #expect(result.items.map(\.title) == ["A"], "the item is read without its picture")
  }

  @Test(arguments: [
    ("images/hills.png", "images/hills.png"), ("hills.png", "images/hills-MARK.png"),
    ("2019/images/hills.png", "images/2019-images-hills-MARK.png"),
    ("images/富士.png", "images/images----MARK.png"),
    ("images/a b.png", "images/images-a-b-MARK.png"),
  ])
  func everyPictureHasAnAddressOfItsOwn(place: String, path: String) throws {
    let bytes = Self.png(600, 400)
    let mark = String(ContentFingerprint(bytes).hex.prefix(8))
    #expect(Picture.path(for: place, bytes) == path.replacing("MARK", with: mark))
  }

  private static let item = """
    ---
    title: A
    date: 2019-01-02
    image: images/p.png
    alt: A pond
    ---
    Text.

    ![A hedge](images/q.png)
    """

  private func letter(
    _ pictures: PictureDelivery, mark: UInt8 = 0, items: [(String, String)] = [("a.md", item)],
    language: Language = .english, site: String? = nil
  ) throws -> ComposedEdition {
    let files = items.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
    let read = ItemReader.read(files: files) { path throws(SourceFileError) in
      switch path {
      case "images/p.png": Self.png(600, 400, mark: mark)
      case "images/q.png": Self.png(300, 200, mark: mark)
      default: throw .missing
      }
    }
    var publication = try Samples.publication()
    publication.siteURL = site
    publication.pictures = pictures
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: read.items, events: [],
      theme: try Samples.theme(), publication: publication, language: language,
      date: try #require(CalendarDay(parsing: "2019-06-24")), problems: read.problems)
  }

  @Test func embeddedPicturesTravelWithTheLetterAndThoseOfTheTextToo() throws {
    let letter = try letter(.embedded)
    let message = String(decoding: letter.sampleMessage, as: UTF8.self)
    #expect(message.contains("multipart/related"))
    #expect(message.contains("filename=p.png") || message.contains("filename=\"p.png\""))
    #expect(message.contains("q.png"))
    #expect(letter.html.contains("src=\"images/q.png\""))
    #expect(letter.page.contains("src=\"images/q.png\"") && letter.text.contains("[A hedge]"))
    #expect(letter.usedFiles.map(\.path) == ["images/p.png", "images/q.png"])
  }

  @Test func hostedPicturesLieBesideThePageUnderTheirContents() throws {
    let one = try letter(.hosted(base: "https://pictures.example.org"))
    let other = try letter(.hosted(base: "https://pictures.example.org"), mark: 1)
    let message = String(decoding: one.sampleMessage, as: UTF8.self)
    #expect(!message.contains("multipart/related"))
    let mark = String(ContentFingerprint(Self.png(600, 400)).hex.prefix(8))
    let address = "https://pictures.example.org/editions/2019-H1/images/p-\(mark).png"
    #expect(message.replacing("=\r\n", with: "").contains(address))
    #expect(one.usedFiles.map(\.path).contains("images/p-\(mark).png"))
    #expect(one.html.contains("src=\"images/p.png\""), "the preview needs no web")
    #expect(one.canonicalBytes != other.canonicalBytes, "another picture is another letter")
  }

  @Test func aTranslationDescribesItsPictureItself() throws {
    let items = [
      ("a.md", Self.item), ("a.ja.md", "---\ntitle: 甲\n---\n本文\n"),
    ]
    let letter = try letter(.embedded, items: items, language: .japanese)
    let finding = letter.findings.first { $0.reason.hasPrefix("alt: ") }
    #expect(finding?.place == "a.ja.md:1")
    #expect(finding?.reason == "alt: the picture's description is in en; write alt: in ja")
    let bare = [("a.md", Self.item.replacing("alt: A pond\n", with: ""))]
    let without = try self.letter(.embedded, items: bare)
    #expect(without.findings.contains { $0.code == "alt-missing" && $0.level == .error })
  }
}
