import Bounces
import Foundation
import Mail
import Testing

/// Reports and other mail that we wrote: the first line of each file says what to expect.
@Suite struct WrittenTests {
  static let folder = Samples.folder.appending(path: "Written")
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: names) func readsAsExpected(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let end = try #require(bytes.firstIndex(of: 0x0A))
    let line = String(decoding: bytes[..<end], as: UTF8.self)
    let expected = line.dropFirst("X-Expected: ".count).components(separatedBy: "; ")
    try #require(expected.count == 3)
    let report = Report.read(Array(bytes[(end + 1)...]))
    #expect(report.kind.rawValue == expected[0])
    let found = report.recipients.compactMap(\.recipient).sorted().joined(separator: ", ")
    #expect(found == (expected[1] == "-" ? "" : expected[1]))
    if expected[2] != "-" {
      #expect(report.recipients.allSatisfy { $0.permanence?.rawValue == expected[2] })
    }
  }

  @Test func enoughOfBothSorts() {
    #expect(Self.names.filter { $0.hasPrefix("no-") }.count >= 15)
    #expect(Self.names.count >= 65)
  }

  @Test func redactedComplaintKeepsItsToken() throws {
    let file = Self.folder.appending(path: "complaint-redacted.eml")
    let report = Report.read([UInt8](try Data(contentsOf: file)))
    #expect(report.clues.tokens == ["abcdefghijklmnopqrstuvwxyz23456"])
    #expect(report.clues.messageIDs == ["k3@igpn.example"])
  }
}
