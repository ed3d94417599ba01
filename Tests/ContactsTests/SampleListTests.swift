import Foundation
import Mail
import Testing

@testable import Contacts

/// The samples of the repository, combed: figures that people see.
struct SampleListTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    var root = root
    // The trimmed package of a room links Tests/ContactsTests only.
    if !FileManager.default.fileExists(atPath: root.appending(path: path).path) {
      root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    }
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  static func sheet(_ path: String) throws -> ContactSheet {
    try ContactSheet(bytes(path), file: path)
  }

  @Test func membersSummary() throws {
    let result = CombResult(try Self.sheet("lists/members.csv"))
    print(CombSummary(result).text(worksheet: "reports/members-worksheet.csv"))
    print(CombSummary(result).text(worksheet: nil, all: true))
  }
  @Test func council() throws {
    let result = CombResult(try Self.sheet("lists/council.csv"))
    print(CombSummary(result).text(worksheet: nil))
  }
}
