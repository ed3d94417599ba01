import Foundation
import TestSupport
import Testing

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
