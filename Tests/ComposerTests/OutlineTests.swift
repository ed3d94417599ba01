import Testing

@testable import Composer

struct OutlineTests {
  private func item(_ id: String, _ title: String, _ text: String, _ part: String = "section:news")
    -> OutlineItem
  {
    OutlineItem(id: id, position: 0, part: part, title: title, text: text)
  }

  @Test(arguments: [
    ("It rains. We stay.\nThey go!", ["It rains.", "We stay.", "They go!"]),
    ("Dr. Suk came in 3.5 days. He left.", ["Dr. Suk came in 3.5 days.", "He left."]),
    ("会議は五月です。場所は東京。", ["会議は五月です。", "場所は東京。"]),
    ("「はい。」と言った。", ["「はい。」", "と言った。"]), ("", []), ("no end", ["no end"]),
  ])
  func cutsSentences(_ text: String, _ sentences: [String]) {
    #expect(Sentences.of(text) == sentences)
  }

  @Test(arguments: [
    (
      "We dug eleven metres.", "We dug twelve metres.", "We dug [eleven] metres.",
      "We dug [twelve] metres."
    ),
    ("会議は五月です。", "会議は六月です。", "会議は[五]月です。", "会議は[六]月です。"),
    ("We meet in May.", "We meet in early May.", "We meet in May.", "We meet in [early ]May."),
  ])
  func marksChangedWords(_ old: String, _ new: String, _ before: String, _ after: String) {
    let changes = TextChange.between(old, new)
    #expect(changes.count == 1)
    #expect(changes.first?.marked.before == before)
    #expect(changes.first?.marked.after == after)
    #expect(Sentences.words(old).joined() == old)
  }

  @Test func tellsSentencesThatCameAndWent() {
    let changes = TextChange.between(
      "One stays. Apples are red here.", "One stays. Nobody knew of trains before. Two stays.")
    #expect(
      changes == [
        TextChange(before: "Apples are red here.", after: nil),
        TextChange(before: nil, after: "Nobody knew of trains before."),
        TextChange(before: nil, after: "Two stays."),
      ])
  }

  @Test func tellsAddedRemovedChangedAndMoved() {
    let old = [
      item("a", "A", "x", "lead"), item("b", "B", "y"), item("c", "C", "z"), item("d", "D", "w"),
    ]
    let new = [
      item("d", "D", "w"), item("b", "B", "y2"), item("c", "C", "z", "members"),
      item("e", "E", "v"),
    ]
    let changes = ItemChange.between(old, new).map { "\($0.kind.rawValue) \($0.id)" }
    #expect(changes == ["changed b", "added e", "removed a", "moved d", "moved c"])
    #expect(ItemChange.between(old, old).isEmpty)
  }

  @Test func anOutlineSaysWhatTheLetterSays() throws {
    let letter = try Samples.compose()
    #expect(letter.outline.first?.part == "lead")
    #expect(letter.outline.map(\.position) == Array(letter.outline.indices))
    let squeezed = letter.text.filter { !$0.isWhitespace }
    for item in letter.outline where item.part.hasPrefix("section") || item.part == "lead" {
      #expect(squeezed.contains(item.title.filter { !$0.isWhitespace }))
    }
    #expect(letter.outline.allSatisfy { !$0.text.contains("\u{A0}") && !$0.title.isEmpty })
  }
}
