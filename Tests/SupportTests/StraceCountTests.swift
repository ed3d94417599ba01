import Testing

@testable import TestSupport

@Suite struct StraceCountTests {
  @Test(.enabled(if: ServerNeed.strace.shouldRun, "\(ServerNeed.strace)"))
  func countsWhatAProgramSyncs() throws {
    let folder = try TemporaryFolder()
    let shell = Program("/bin/sh", arguments: ["-c"])
    // Once as fdatasync, twice as fsync, in children of the traced program.
    let script = "sync -d a; sync a; sync a; echo done"
    try folder.write("x", to: "a")
    let (result, counts) = try StraceCount.run(shell, [script], folder: folder.path)
    #expect(result.output == "done\n")
    #expect(counts == ["fdatasync": 1, "fsync": 2])
  }

  @Test func countsACallThatWasInterruptedOnce() {
    let log = """
      12 fdatasync(5 <unfinished ...>
      13 fsync(6)                          = 0
      12 <... fdatasync resumed>)          = 0
      13 write(1, "fdatasync(", 10)        = 10
      """
    #expect(
      StraceCount.count(["fdatasync", "fsync", "sync"], inLog: log)
        == ["fdatasync": 1, "fsync": 1, "sync": 0])
  }
}
