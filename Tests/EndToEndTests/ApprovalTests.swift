import Foundation
import TestSupport
import Testing

/// Nothing is sent that was not approved, and what was approved is what is sent.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ApprovalTests {
  @Test func sendingWithoutApprovalSaysHowToApprove() throws {
    let desk = try Desk.small(approved: false)
    let catcher = try CatcherProgram(desk)
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", "--relay", catcher.url, status: nil)
    expectFailure(result, 65, saying: ["2019-H1 is not approved", "solstice approve 2019-H1 --by"])
    #expect(try desk.snapshot() == before)
    #expect(catcher.files.isEmpty)
  }

  @Test(arguments: ["news/2019/2019-03-01-well.md", "templates/igpn/style.css", "solstice.yml"])
  func whatChangedSinceItWasLookedAtIsNotApproved(_ file: String) throws {
    let desk = try Desk.small(approved: false)
    let before = try desk.snapshot()
    switch file {
    case "solstice.yml": try desk.edit(file, "name: Our newsletter", "name: Our gazette")
    case "templates/igpn/style.css":
      try desk.write("td { color: #101010; }\n" + desk.read(file), to: file)
    default: try desk.edit(file, "eleven metres", "twelve metres")
    }
    let result = try desk.run("approve", "2019-H1", "--by", "Ada", status: nil)
    expectFailure(result, 65, saying: ["changed", "solstice compose 2019-H1"])
    #expect(try desk.snapshot() == before)
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Ada")
  }

  @Test func whatChangesAfterApprovalIsNotSent() throws {
    let desk = try Desk.small()
    try desk.edit("news/2019/2019-03-01-well.md", "eleven metres", "twelve metres")
    try desk.run("compose", "2019-H1")
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letters = try catcher.letters()
    #expect(letters.count == 3 && letters.allSatisfy { $0.text.contains("eleven metres") })
  }

  @Test func aLetterThatFailsItsChecksIsNotApproved() throws {
    let desk = try Desk.small(approved: false)
    let before = try desk.snapshot()
    try desk.edit("news/2019/2019-03-01-well.md", "Water for the garden", "TODO [here]() Water")
    try desk.run("compose", "2019-H1")
    let result = try desk.run("approve", "2019-H1", "--by", "Ada", status: nil)
    expectFailure(result, 65, saying: ["can't be approved", "2019-03-01-well.md:"])
    #expect(try desk.snapshot() == before)
  }

  @Test func whatWasNotComposedIsNotApproved() throws {
    let desk = try Desk.small()
    let result = try desk.run("approve", "2019-H2", "--by", "Ada", status: nil)
    expectFailure(result, 66, saying: ["2019-H2", "solstice compose 2019-H2"])
  }

  @Test func aListOutsideTheApproval() throws {
    let desk = try Desk.small()
    try desk.write(Desk.list(["di@others.test"]), to: "lists/others.csv")
    try desk.run("contacts", "import", "lists/others.csv")
    let catcher = try CatcherProgram(desk)
    let before = try desk.snapshot()
    for list in ["others", "nobody"] {
      let result = try desk.run(
        "send", "2019-H1", "--to", list, "--relay", catcher.url, status: nil)
      expectFailure(
        result, 65, saying: [list, "readers", "solstice approve 2019-H1 --by NAME --to \(list)"])
    }
    let unknown = try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "nobody", status: nil)
    expectFailure(unknown, 65, saying: ["nobody", "readers", "others"])
    #expect(try desk.snapshot() == before && catcher.files.isEmpty)
  }

  @Test func narrowsWhatWasApproved() throws {
    let desk = try Desk.small(approved: false)
    try desk.write(Desk.list(["di@others.test", "ann@readers.test"]), to: "lists/others.csv")
    try desk.run("contacts", "import", "lists/others.csv")
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let catcher = try CatcherProgram(desk)
    let part = try desk.run(
      "send", "2019-H1", "--to", "others", "--relay", catcher.url, status: nil)
    #expect(part.status == 75 || part.status == 0, "\(part.errors)")
    #expect(
      try Set(catcher.letters().map(\.recipient)) == ["di@others.test", "ann@readers.test"])
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    #expect(catcher.files.count == 4, "one letter for each mailbox, whatever its lists")
  }

  @Test(arguments: [
    ["approve", "2019-H1"], ["approve", "2019-H1", "--by", "  "], ["send"], ["frobnicate"],
    ["send", "2019-H1", "--connections", "0"], ["send", "2019-H1", "--connections", "many"],
    ["send", "2019-H1", "--relay", "http://x"], ["send", "2019-H1", "--relay", "maildir:"],
    ["compose", "2019-H3"], ["compose", "spring"], ["news", "list", "2019-13"],
    ["contacts", "list", "--format", "xml"], ["report", "2019-H1", "--format", "pdf"],
    ["deliveries", "2019-H1", "--state", "lost"], ["contacts", "list", "--frob"],
    ["bounces", "classify"], ["contacts", "import"],
  ])
  func usageErrorsEndWith64(_ arguments: [String]) throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let result = try desk.run(arguments, status: nil)
    #expect(result.status == 64, "\(result.output)\(result.errors)")
    #expect(!result.errors.isEmpty && result.output.isEmpty)
    #expect(try desk.snapshot() == before)
  }

  @Test func helpIsThereForEveryCommand() throws {
    let folder = try TemporaryFolder(named: "bare")
    let program = try SolsticeBinary.program(home: folder)
    let commands = [
      "init", "contacts import", "contacts check", "contacts comb", "contacts list", "news list",
      "compose", "checks", "approve", "send", "deliveries", "inbox read", "bounces log",
      "bounces classify",
      "report", "tick", "status", "catcher",
    ]
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let result = try program.run(words + ["--help"]).expecting()
      #expect(result.output.contains("USAGE: solstice \(command)"), "\(command)")
    }
  }
}
