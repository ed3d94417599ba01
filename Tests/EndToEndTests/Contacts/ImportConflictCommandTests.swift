import Foundation
import TestSupport
import Testing

/// What a file may not undo: newer facts, and that somebody left.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ImportConflictCommandTests {
  private static let list = "name,email,language\nAnn,ann@readers.test,en\nBo,bo@readers.test,ja\n"

  private func deskWithANewerFact() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run(
      "contacts", "set", "ann@readers.test", "--language", "Korean", "--by", "Ada Example",
      now: Moment.morning)
    return desk
  }

  private func language(_ desk: Desk) throws -> String? {
    try desk.person("ann@readers.test")?["language"]
  }

  @Test func aNewerStatementStandsAndTheConflictIsTold() throws {
    let desk = try deskWithANewerFact()
    #expect(try language(desk) == "ko")
    // Saved again after the list was imported, but before she told the office.
    try desk.list(Self.list + "Cy,cy@readers.test,en\n", of: Moment.may)
    let told = try desk.run("contacts", "import", "lists/readers.csv", "--all", now: Moment.later)
      .output
    #expect(told.contains("in conflict"), "\(told)")
    #expect(
      told.contains(
        "line 2 Ann: language “en” in the file, “ko” stands since 2019-06-24 by contacts set"),
      "\(told)")
    #expect(told.contains("--prefer-file"))
    #expect(try language(desk) == "ko")
    #expect(try desk.imported(now: Moment.later)["conflicts"] == "1", "told until it is settled")
  }

  @Test func aTouchedCopyIsNotNewerButAChangedFileIs() throws {
    let desk = try deskWithANewerFact()
    try desk.touch("lists/readers.csv", Moment.autumn)
    #expect(try desk.imported(now: Moment.winter)["conflicts"] == "1", "the same bytes are as old")
    #expect(try language(desk) == "ko")
    try desk.list(Self.list + "Cy,cy@readers.test,en\n", of: Moment.autumn)
    let newer = try desk.imported(now: Moment.winter)
    #expect(newer["conflicts"] == "0" && newer["changed"] == "1" && newer["new"] == "1")
    #expect(try language(desk) == "en")
  }

  @Test func theFileIsPreferredOnRequestAndThenStands() throws {
    let desk = try deskWithANewerFact()
    let told = try desk.imported("readers", "--prefer-file", now: Moment.later)
    #expect(told["conflicts"] == "0" && told["changed"] == "1")
    #expect(try language(desk) == "en")
    let again = try desk.imported(now: Moment.later)
    #expect(again["conflicts"] == "0" && again["changed"] == "0")
    #expect(try language(desk) == "en")
  }

  @Test(arguments: ["tell", "stop", "leave"])
  func whoIsGoneFromTheFileIsTreatedAsAsked(_ gone: String) throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.list("name,email,language\nAnn,ann@readers.test,en\n", of: Moment.may)
    let plan = try desk.imported("readers", "--gone", gone, "--dry-run", now: Moment.morning)
    let told = try desk.imported("readers", "--gone", gone, now: Moment.morning)
    #expect(plan["missing"] == "1" && told["missing"] == "1")
    let lists = try desk.person("bo@readers.test")?["lists"]
    switch gone {
    case "tell": #expect(lists == "readers:confirmed")
    case "stop": #expect(lists?.contains("confirmed") != true)
    default: #expect(lists == "readers:left")
    }
    // A file that has them again: --gone stop was until then, --gone leave for good.
    try desk.list(Self.list, of: Moment.autumn)
    let again = try desk.imported(now: Moment.winter)
    #expect(again["left_alone"] == (gone == "leave" ? "1" : "0"), "\(again)")
    #expect(
      try desk.person("bo@readers.test")?["lists"]
        == (gone == "leave" ? "readers:left" : "readers:confirmed"))
  }

  @Test func lettersToWhoIsGoneAreTakenBackAndToldOfAndComeBackWithThem() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run("compose", "2019-H1", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.may)
    try desk.list("name,email,language\nAnn,ann@readers.test,en\n", of: Moment.may)
    let plan = try desk.imported("readers", "--gone", "leave", "--dry-run", now: Moment.morning)
    #expect(plan["letters_taken_back"] == "1")
    #expect(try desk.states() == ["planned": 2], "a plan takes none")
    let told = try desk.run(
      "contacts", "import", "lists/readers.csv", "--gone", "leave", now: Moment.morning
    ).output
    #expect(told.contains(/letters +1 +taken back/), "\(told)")
    #expect(try desk.states() == ["planned": 1, "cancelled": 1])
    try desk.run("contacts", "undo", now: Moment.later)
    #expect(try desk.states() == ["planned": 2])
  }

  @Test func whoLeftStaysOffAlsoByAnotherListsFile() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run("contacts", "leave", "bo@readers.test", now: Moment.may)
    for (name, row) in [("council", "Bo,bo@readers.test"), ("office", "Bob, BO@Readers.test ")] {
      try desk.list("name,email\n\(row)\n", as: name, of: Moment.morning)
      let result = try desk.run("contacts", "import", "lists/\(name).csv", now: Moment.later)
      #expect(result.output.contains("left every list on 2019-05-02"), "\(result.output)")
    }
    try desk.imported("readers", "--prefer-file", now: Moment.later)
    #expect(
      try desk.people().allSatisfy { $0["email"] != "bo@readers.test" || $0["state"] == "left" })
    try desk.run("compose", "2019-H1", now: Moment.later)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.later)
    #expect(try desk.deliveries().map(\.contact) == ["ann@readers.test"])
  }

  @Test func whoLeftOneListIsNotBroughtBackToItButMayBeOnAnother() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.list("email\nbo@readers.test\n", as: "council", of: Moment.spring)
    try desk.imported("council", now: Moment.spring)
    try desk.run("contacts", "leave", "bo@readers.test", "--list", "readers", now: Moment.may)
    try desk.list(Self.list + "Cy,cy@readers.test,en\n", of: Moment.morning)
    #expect(try desk.imported(now: Moment.later)["left_alone"] == "1")
    let lists = try desk.person("bo@readers.test")?["lists"]
    #expect(
      lists == "readers:left; council:confirmed" || lists == "council:confirmed; readers:left")
    try desk.list("email\nbo@readers.test\n", as: "friends", of: Moment.morning)
    #expect(try desk.imported("friends", now: Moment.later)["added"] == "1")
  }

  @Test func whoIsNotKnownCanStillBeKeptOut() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    let told = try desk.run("contacts", "erase", "bo@readers.test", now: Moment.spring).output
    #expect(told.hasPrefix("Nobody here has this address. Its keyed hash is kept"), "\(told)")
    #expect(try desk.imported(now: Moment.may)["left_alone"] == "1")
    #expect(try desk.people().count == 1)
  }
}
