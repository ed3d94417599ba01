import Testing

@testable import Composer

@Suite struct SupportTests {
  @Test func theTableSaysWhoLacksWhat() throws {
    let flex = try #require(SupportTable.lacks("css-display-flex"))
    #expect(flex.missing.map(\.name).contains("Outlook (Windows)"))
    #expect(
      try #require(SupportTable.lacks("css-border-radius")).missing.map(\.name) == [
        "Outlook (Windows)"
      ])
    // What every program knows is not in the table.
    #expect(SupportTable.lacks("html-table") == nil && SupportTable.lacks("css-font") == nil)
    #expect(SupportTable.entries.count > 200)
    for entry in SupportTable.entries.values { #expect(!entry.missing.isEmpty) }
  }

  @Test func familiesAreNamedOnce() {
    let gmail = MailClient.all.filter { $0.family == "Gmail" }
    #expect(MailClient.list(gmail) == "Gmail")
    #expect(MailClient.list(Array(gmail.dropFirst())) == "Gmail (iOS), Gmail (Android)")
  }

  /// A reason for what the table does not know would be a word from memory.
  @Test func harmlessFeaturesAreFeaturesOfTheTable() {
    let known = ["css-text-justify", "css-hyphens"]
    for feature in known { #expect(HarmlessFeatures.reasons[feature] != nil) }
    let all = HarmlessFeatures.reasons
    #expect(all.keys.count { SupportTable.lacks($0) != nil } > all.count * 4 / 5)
  }

  @Test(arguments: [
    ("<p style=\"float:left\">", "css-float", true),
    ("<p style=\"floating:left\">", "css-float", false),
    ("<td height=\"6\" style=\"height:6px\">", "css-height", false),
    ("<td style=\"height:6px\">", "css-height", true),
    ("<style>@media (hover) { a { display: flex } }</style>", "css-display-flex", false),
    ("<style>a { display: flex }</style>", "css-display-flex", true),
    ("<style>a > b { color: red }</style>", "css-selector-child", true),
    ("<!-- <video> -->", "html-video", false),
    ("<input type=\"checkbox\">", "html-input-checkbox", true),
    ("<p style=\"width:calc(1px + 2rem)\">", "css-unit-calc", true),
    ("<p style=\"margin:1vmin\">", "css-unit-vmin", true),
    ("<p style=\"font-family:'1vmin'\">", "css-unit-vmin", false),
  ])
  func findsWhatIsUsed(html: String, feature: String, isUsed: Bool) {
    let use = FeatureUse(HTMLScanner.tokens(html))
    #expect((use.found[feature] != nil) == isUsed)
  }
}
