import Composer
import Testing

/// Copies of a letter as frames show them: dark ones are dark for everybody, and nothing runs.
struct LetterCopyTests {
  private static let letter = """
    <!DOCTYPE html><html lang="en"><head><meta name="color-scheme" content="light dark"><style>
    @media (prefers-color-scheme: dark) { body { color: white } }
    @media screen and (max-width: 600px) and (Prefers-Color-Scheme:light) { p { color: red } }
    </style></head><body background="cid:b@x" style="background: url('cid:b@x')">
    <p>(prefers-color-scheme: dark)</p><img src="cid:a@x" alt="A hill" width="600">
    </body></html>
    """

  @Test func whatHoldsInDarkOnlyAlwaysHoldsInTheDarkCopy() {
    let dark = LetterCopy.dark.write(Self.letter) { _ in nil }
    #expect(dark.contains("@media (min-width: 0px) { body"))
    #expect(dark.contains("(max-width: 600px) and (max-width: 0px) { p"))
    #expect(dark.contains("color-scheme: dark !important"))
    #expect(dark.contains("<p>(prefers-color-scheme: dark)</p>"), "words of a story stay")
  }

  @Test func whatHoldsInDarkOnlyNeverHoldsInTheLightCopy() {
    let light = LetterCopy.light.write(Self.letter) { _ in nil }
    #expect(light.contains("@media (max-width: 0px) { body"))
    #expect(light.contains("(max-width: 600px) and (min-width: 0px) { p"))
    #expect(light.contains("color-scheme: light !important"))
  }

  @Test func picturesComeFromWhereTheyAreKept() {
    let light = LetterCopy.light.write(Self.letter) {
      $0 == "cid:a@x" ? "data:image/png,1\"2" : nil
    }
    #expect(light.contains(#"<img src="data:image/png,1&quot;2" alt="A hill" width="600">"#))
  }

  @Test func withoutPicturesTheirWordsAreLeft() {
    let bare = LetterCopy.bare.write(Self.letter) { _ in "data:image/png,1" }
    #expect(bare.contains(#"<img src="data:," alt="A hill" width="600">"#))
    #expect(!bare.contains("image/png") && bare.contains(#"background="data:,""#))
    #expect(bare.contains("url(data:,'cid:b@x')"), "an address that is none")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT src=\"https://x.test/a.js\"></SCRIPT>",
    "<base href=\"https://x.test/\">", "<meta http-equiv=\"refresh\" content=\"0;url=https://x\">",
    "<iframe src=\"https://x.test\"></iframe>", "<object data=\"https://x.test\"></object>",
    "<p onclick=\"alert(1)\">", "<img src=\"data:,\" onerror=alert(1)>",
  ])
  func nothingRuns(_ hostile: String) {
    for copy in LetterCopy.allCases {
      let html = copy.write("<html><head></head><body>\(hostile)</body></html>") { _ in nil }
      let lowered = html.lowercased()
      for word in [
        "alert(1)", "<script", "<base", "refresh", "<iframe", "<object", "onclick", "onerror",
      ] {
        #expect(!lowered.contains(word), "\(copy): \(html)")
      }
      #expect(html.hasPrefix("<html><head><meta http-equiv=\"Content-Security-Policy\""))
    }
  }

  @Test func aLetterWithoutAHeadIsGuardedToo() {
    #expect(
      LetterCopy.light.write("<p>Hello</p>") { _ in nil }
        .hasPrefix("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"))
  }
}
