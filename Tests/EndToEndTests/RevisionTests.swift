import Foundation
import TestSupport
import Testing

/// Revisions: what was approved stays as it was, can be compared, and goes to whom it should.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct RevisionTests {
  static let item = "news/2019/2019-03-01-well.md"

  /// A second revision, in which the well is a metre deeper.
  private func revise(_ desk: Desk) throws {
    try desk.edit(Self.item, "eleven metres", "twelve metres")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Bo Example", "--note", "deeper")
  }

  @Test func anApprovedEditionNeedsNothingElse() throws {
    let desk = try Desk.small()
    let first = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", "catcher:")
    let trial = try CaughtLetter.read(
      desk.names(in: "mail/catcher-2019-H1").filter { $0.hasSuffix(".eml") }
        .map { desk.path(of: "mail/catcher-2019-H1/\($0)") })
    for folder in ["news", "templates", "editions"] {
      try FileManager.default.removeItem(atPath: desk.path(of: folder))
    }
    try desk.edit("solstice.yml", "theme: igpn", "theme: gone")
    try desk.run("send", "2019-H1", "--relay", first.url)
    let letters = try first.letters()
    #expect(letters.count == 3 && trial.count == 3)
    for letter in letters {
      let same = trial.first { $0.recipient == letter.recipient }
      #expect(letter.html.prefix(2000) == same?.html.prefix(2000))
      #expect(letter.header("Subject") == same?.header("Subject"))
      #expect(letter.text.contains("eleven metres"))
    }
  }

  @Test(arguments: [
    """
    UPDATE revision_content
      SET message = CAST(substr(message, 1, length(message) - 1) || x'FF' AS BLOB)
    """,
    "UPDATE revision_content SET message = x'00'", "DELETE FROM revision_content",
    "UPDATE revision SET content_hash = zeroblob(32)",
    "UPDATE revision_content SET language = 'fr'",
  ])
  func aChangedOctetInTheDatabaseStopsTheSend(_ sql: String) throws {
    let desk = try Desk.small()
    let catcher = try CatcherProgram(desk)
    try Program(try Tool.python.require()).run([
      "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
      desk.path(of: "solstice.db"), sql,
    ]).expecting()
    let result = try desk.run("send", "2019-H1", "--relay", catcher.url, status: nil)
    expectFailure(result, 65, saying: ["not the ones that were approved", "Nothing was sent"])
    let trial = try desk.run("send", "2019-H1", "--relay", "null:", status: nil)
    expectFailure(trial, 65, saying: ["not the ones that were approved"])
    #expect(catcher.files.isEmpty)
  }

  @Test func aNewerRevisionGoesOnlyToWhoHadNone() throws {
    let desk = try Desk.small(approved: false)
    try desk.write(Desk.list(["ann@readers.test"]), to: "lists/first.csv")
    try desk.run("contacts", "import", "lists/first.csv")
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--to", "first", "--relay", catcher.url, status: nil)
    #expect(try catcher.letters().map(\.recipient) == ["ann@readers.test"])
    try revise(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letters = try catcher.letters()
    #expect(letters.count == 3)
    for letter in letters {
      let isFirst = letter.recipient == "ann@readers.test"
      #expect(letter.text.contains(isFirst ? "eleven metres" : "twelve metres"))
    }
    let shown = try desk.run("editions", "show", "2019-H1").output
    #expect(shown.contains("Sent: 1 accepted") && shown.contains("Sent: 2 accepted"), "\(shown)")
  }

  @Test func tellsWhatDiffers() throws {
    let desk = try Desk.small()
    #expect(try desk.run("diff", "2019-H1").output.contains("Nothing of 2019-H1 differs"))
    try desk.write(
      Desk.item(title: "A new fence", date: "2019-04-01"), to: "news/2019/2019-04-01-fence.md")
    try desk.edit(Self.item, "title: The well is dug", "title: The well is finished")
    try desk.edit(Self.item, "eleven metres", "twelve metres")
    let now = try desk.run("diff", "2019-H1").output
    for words in [
      "“A new fence” (2019-04-01-fence)", "added", "− The well is dug", "+ The well is finished",
      "[eleven]", "[twelve]",
    ] {
      #expect(now.contains(words), "\(now)")
    }
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Bo Example")
    #expect(try desk.run("diff", "2019-H1").output.contains("Nothing of 2019-H1 differs"))
    let both = try desk.run("diff", "2019-H1", "1", "2").output
    #expect(both.contains("+ The well is finished"))
    let json = try desk.run("diff", "2019-H1", "1", "2", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["differs"] as? Bool == true)
    expectFailure(
      try desk.run("diff", "2019-H1", "7", status: nil), 65, saying: ["no revision 7"])
    expectFailure(
      try desk.run("diff", "2019-H2", status: nil), 66, saying: ["not been approved"])
  }

  @Test(arguments: [
    ("templates/igpn/style.css", "--green: #1f5c42", "--green: #5c1f42", "The look differs"),
    ("solstice.yml", "reply_to: desk@office.test", "reply_to: other@office.test", "Reply-To"),
    ("solstice.yml", "name: Our newsletter", "name: Our gazette", "List-Id"),
  ])
  func tellsWhatDiffersAroundTheItems(
    _ file: String, _ old: String, _ new: String, _ words: String
  ) throws {
    let desk = try Desk.small()
    try desk.edit(file, old, new)
    let text = try desk.run("diff", "2019-H1").output
    #expect(text.contains(words), "\(text)")
  }

  @Test func aRehearsalOfTheApprovalChangesNothing() throws {
    let desk = try Desk.small(approved: false)
    let shown = try desk.run("approve", "2019-H1", "--dry-run").output
    #expect(shown.contains("Nothing was approved") && shown.contains("3 readers on readers"))
    #expect(shown.contains("en 3"))
    expectFailure(
      try desk.run("send", "2019-H1", "--relay", "smtp://127.0.0.1:9", status: nil), 65,
      saying: ["not approved"])
    #expect(try desk.run("editions").output.contains("not approved"))
    try desk.run("approve", "2019-H1", "--by", "Ada Example", "--note", "read by two")
    let list = try desk.run("editions").output
    #expect(list.contains("Ada Example") && list.contains("read by two"), "\(list)")
    #expect(try desk.run("editions", "show", "2019-H1").output.contains("Remark: read by two"))
  }

  @Test func aCorrectionGoesToThoseWhoGotAnEarlierRevision() throws {
    let desk = try Desk.small(approved: false)
    try desk.write(
      Desk.list(["ann@readers.test", "di@readers.test"]), to: "lists/first.csv")
    try desk.run("contacts", "import", "lists/first.csv")
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--to", "first", "--relay", catcher.url, status: nil)
    #expect(try desk.run("correct", "2019-H1").output.contains("nothing was made"))
    try revise(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    #expect(catcher.files.count == 4)
    let made = try desk.run("correct", "2019-H1", "--note", "Sorry *for* this.").output
    #expect(made.contains("correction-2019-H1-2 for 2 people"), "\(made)")
    let text = "editions/2019-H1/correction-2/note.en.md"
    try desk.edit(text, "## Changed", "Ask us if in doubt.\n\n## Changed")
    let edited = try desk.read(text)
    try desk.run("correct", "2019-H1")
    #expect(try desk.read(text) == edited)
    let name = "correction-2019-H1-2"
    expectFailure(
      try desk.run("send", name, "--relay", catcher.url, status: nil), 65,
      saying: ["editions/2019-H1/correction-2/", "solstice approve \(name)"])
    try desk.run("contacts", "leave", "di@readers.test")
    try desk.run("approve", name, "--by", "Bo Example")
    try desk.run("send", name, "--relay", catcher.url)
    let letters = try catcher.letters().dropFirst(4)
    #expect(letters.map(\.recipient) == ["ann@readers.test"])
    for words in ["Sorry *for* this.", "Ask us if in doubt.", "eleven metres", "twelve metres"] {
      let isThere = letters.allSatisfy { letter in
        // The text part breaks its lines.
        letter.text.split { $0.isWhitespace }.joined(separator: " ").contains(words)
      }
      #expect(isThere, "\(words): \(letters.map(\.text))")
    }
    #expect(letters.allSatisfy { $0.defects == 0 && !$0.header("List-Unsubscribe").isEmpty })
    try desk.run("approve", name, "--by", "Bo Example")
    try desk.run("send", name, "--relay", catcher.url)
    #expect(catcher.files.count == 5)
    #expect(try desk.states(name) == ["accepted": 1])
  }

  @Test func whoReadsALanguageInWhichNothingDiffersGetsNoCorrection() throws {
    let desk = try Desk.small(approved: false)
    try desk.edit("solstice.yml", "languages: [en]", "languages: [en, ja]")
    try desk.write(
      "---\ntitle: 井戸\nsummary: 庭の水です。\n---\n\n深さは十一メートルです。\n",
      to: "news/2019/2019-03-01-well.ja.md")
    try desk.write(
      "name,email,language\nA,ann@readers.test,en\nU,ueda@readers.test,ja\n", to: "lists/two.csv")
    try desk.run("contacts", "import", "lists/two.csv")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "two")
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    try desk.edit(Self.item, "eleven metres", "twelve metres")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "two")
    let made = try desk.run("correct", "2019-H1").output
    #expect(made.contains("Nothing differs in ja: who reads that gets none."), "\(made)")
    let approved = try desk.run("approve", "correction-2019-H1-2", "--by", "Ada").output
    #expect(approved.contains("1 reader on two"), "\(approved)")
    try desk.run("send", "correction-2019-H1-2", "--relay", catcher.url)
    #expect(try catcher.letters().dropFirst(2).map(\.recipient) == ["ann@readers.test"])
  }
}
