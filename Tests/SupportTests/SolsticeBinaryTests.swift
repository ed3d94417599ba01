import Foundation
import Glibc
import Testing

@testable import TestSupport

@Suite struct SolsticeBinaryTests {
  @Test func theFolderOfThisCheckoutIsFound() {
    #expect(FileManager.default.fileExists(atPath: SourceFolder.support + "/Python/witness.py"))
    #expect(FileManager.default.isExecutableFile(atPath: SourceFolder.root + "/scripts/setup"))
  }

  @Test func whatIsFoundIsAProgramOrTheErrorTellsWhatToType() throws {
    do {
      let path = try SolsticeBinary.locate()
      #expect(FileManager.default.isExecutableFile(atPath: path))
    } catch let error as SupportError {
      #expect(error.description.contains("swift build"))
    }
  }

  @Test func theNearestProgramWinsAndFoldersAreNone() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("build/debug/tests.xctest/solstice")
    let start = URL(filePath: folder.path(of: "build/debug/tests.xctest"))
    #expect(SolsticeBinary.search(upwardFrom: start)?.hasPrefix(folder.path) != true)
    for place in ["build/debug/solstice", "solstice"] {
      chmod(try folder.write("#!/bin/sh\n", to: place), 0o755)
    }
    #expect(SolsticeBinary.search(upwardFrom: start) == folder.path(of: "build/debug/solstice"))
    chmod(folder.path(of: "build/debug/solstice"), 0o644)
    #expect(SolsticeBinary.search(upwardFrom: start) == folder.path(of: "solstice"))
  }

  @Test(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
  func theProgramRunsAwayFromTheUsersOwnFiles() throws {
    let home = try TemporaryFolder()
    let result = try SolsticeBinary.program(home: home).run(["--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("solstice"))
  }

  @Test func aMissingToolSaysWhatToInstall() {
    let tool = Tool("no-such-program", in: "no-such-package")
    #expect(tool.path == nil)
    let error = #expect(throws: SupportError.self) { try tool.require() }
    #expect(error?.description.contains("no-such-package") == true)
  }

  @Test func aFolderIsGoneWithItsLastReference() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("hi", to: "a/b.txt")
    #expect(try folder?.read("a/b.txt") == "hi")
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
