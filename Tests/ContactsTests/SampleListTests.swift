import ContactsSupport
import Foundation
import Mail
import Testing

@testable import Contacts

/// The samples of the repository, combed: figures and words that people see.
struct SampleListTests {
  /// The repository, also where a room's small package links these tests.
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  static func sheet(_ path: String) throws -> ContactSheet {
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    return try ContactSheet(bytes, file: path)
  }

  static func combed(_ list: String) throws -> CombedList {
    let sheet = try sheet("lists/\(list).csv")
    var options = try WorksheetSamples.options(
      "lists/\(list).csv", members: try WorksheetSamples.members())
    options.separator = Worksheet.separator(for: sheet.separator)
    return try CombedList(sheet.rows, options: options)
  }

  @Test func membersInFigures() throws {
    let combed = try Self.combed("members")
    let figures = combed.figures
    #expect(figures.rows == 64)
    #expect(figures.mailable == 58)
    #expect(combed.contacts.count == 58)
    #expect(figures.kinds == [.ok: 43, .fixed: 16, .suspect: 4, .bad: 2])
    #expect(
      figures.counts == [
        .repaired: 16, .suspect: 4, .unusable: 2, .duplicates: 3, .offices: 8, .noLanguage: 3,
        .noMember: 1, .unknownMembers: 1,
      ])
  }

  /// Whatever is done with the samples, no mail may reach a real host.
  @Test(arguments: ["members", "council"])
  func contactsAreAtReservedNames(list: String) throws {
    for contact in try Self.combed(list).contacts {
      let domain = contact.address.domain
      #expect(["example", "test"].contains(domain.topLevel) || domain.ascii == "example.org")
    }
  }

  @Test(arguments: [("members", false), ("members", true), ("council", false)])
  func summary(list: String, all: Bool) throws {
    let combed = try Self.combed(list)
    let text = CombSummary(combed.figures).text(
      worksheet: combed.worksheet.map { _ in "reports/\(list)-worksheet.csv" },
      repairs: combed.repairs.map { _ in "reports/\(list)-repairs.csv" }, all: all)
    try Self.compare(Array(text.utf8), "\(list)-comb\(all ? "-all" : "").txt")
    if !all { #expect(text.split(separator: "\n").count <= 24) }
  }

  @Test func worksheet() throws {
    try Self.compare(try #require(try Self.combed("members").worksheet), "members-worksheet.csv")
    #expect(try Self.combed("council").worksheet == nil)
  }

  @Test func repairs() throws {
    try Self.compare(try #require(try Self.combed("members").repairs), "members-repairs.csv")
  }

  private static func compare(_ bytes: [UInt8], _ name: String) throws {
    let golden = Self.folder.appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(bytes).write(to: golden)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
  }
}
