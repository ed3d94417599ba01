import Foundation
import Glibc
import TestSupport
import Testing

/// A workspace that may only be looked at: told as such, and left as it was.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ReadOnlyTests {
  @Test(arguments: [
    ["contacts", "import", "lists/readers.csv"], ["compose", "2019-H1"],
    ["approve", "2019-H1", "--by", "Ada"], ["send", "2019-H1", "--relay", "smtp://127.0.0.1:9"],
    ["tick"],
  ])
  func whatMustWriteSaysThatItCannot(_ arguments: [String]) throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let files = try listing(desk)
    let result = try stranger(desk).run(["-C", desk.workspace] + arguments)
    expectFailure(result, 73, saying: [desk.workspace, "can't be written", "rights"])
    #expect(try listing(desk) == files)
    #expect(try desk.snapshot() == before)
  }

  @Test func aWorkspaceIsNotMadeWhereNothingMayBeWritten() throws {
    let desk = try Desk(sample: false)
    let result = try stranger(desk).run(["init", desk.path(of: "reports/inner"), "--sample"])
    expectFailure(result, 73, saying: ["reports/inner", "rights"])
    #expect(desk.names(in: "reports").isEmpty)
  }

  /// The program as somebody whom the workspace does not belong to.
  private func stranger(_ desk: Desk) throws -> Program {
    let program = desk.bare()
    guard geteuid() == 0 else {
      // Its owner, to whom the rights are denied.
      for folder in [".", "reports", "editions", "editions/2019-H1", "mail/inbox"] {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o555], ofItemAtPath: desk.path(of: folder))
      }
      return program
    }
    let setpriv = try Tool("setpriv", in: "util-linux").require()
    return Program(
      setpriv, arguments: ["--reuid=65534", "--regid=65534", "--clear-groups", program.path],
      environment: program.environment)
  }

  private func listing(_ desk: Desk) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: desk.workspace)
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }
}
