import Contacts
import Foundation
import Mail
import Storage
import TestSupport
import Testing

@testable import Newsroom

/// Two hundred spreadsheets as people keep them: imported, exported, and imported again.
@Suite struct MessySheetTests {
  @Test(arguments: 0..<200)
  func nothingIsLost(seed: Int) throws {
    let messy = MessySheet(seed: UInt64(seed))
    let desk = try MessyDesk()
    let first = try desk.take(messy.bytes)
    try expectAll(of: messy, in: desk)
    #expect(first.plan.newContacts == Set(messy.people).count, "\(messy.description)")

    let export = try desk.export()
    let again = try desk.take(messy.bytes)
    #expect(!again.plan.changesAnything, "\(messy.description)")
    #expect(try desk.export() == export, "\(messy.description)")

    // The export says the same as the list, here and in another workspace.
    let ownExport = try desk.take(export)
    #expect(ownExport.plan.added.count + ownExport.plan.changed.count == 0, "\(messy.description)")
    #expect(ownExport.plan.missing.count == 0, "\(messy.description)")
    #expect(try desk.export() == export, "\(messy.description)")
    let other = try MessyDesk()
    _ = try other.take(export)
    #expect(try other.export() == export, "\(messy.description)")
  }

  private func expectAll(of messy: MessySheet, in desk: MessyDesk) throws {
    var known: [String: ContactRecord] = [:]
    try desk.contacts.each { known[$0.address] = $0 }
    for person in messy.people {
      let contact = try #require(
        known[person.address], "\(messy.description): \(person.address) of \(known.keys.sorted())")
      #expect(contact.name == person.name, "\(messy.description)")
      #expect(contact.language ?? "" == person.language, "\(messy.description)")
      #expect(contact.member ?? "" == person.member, "\(messy.description)")
      for remark in person.remarks {
        #expect(
          contact.notes.components(separatedBy: .newlines).joined()
            .contains(remark.components(separatedBy: .newlines).joined()),
          "\(messy.description): \(remark) in \(contact.notes)")
      }
    }
    // What can't be mailed is kept, too, as it was written.
    let waiting = try desk.contacts.unmailable().map(\.written)
    #expect(Set(waiting) == Set(messy.doubtful), "\(messy.description)")
  }
}

/// A workspace in a temporary folder, without a program around it.
private struct MessyDesk {
  private let folder: TemporaryFolder
  private let office: Office

  init() throws {
    folder = try TemporaryFolder(named: "messy")
    let workspace = Workspace(directory: folder.path(of: "desk"))
    let source = URL(filePath: #filePath).resolvingSymlinksInPath()
    let root = source.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    try WorkspaceMaker(share: root).make(workspace, sample: false)
    office = try Office.open(workspace, environment: [:])
  }

  var contacts: ContactStore { ContactStore(database: office.database) }

  func take(_ bytes: [UInt8]) throws -> ImportOutcome {
    let file = office.workspace.lists.appending(path: "people.csv")
    try Data(bytes).write(to: file)
    return try ContactImport(office: office).run(file)
  }

  func export() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try ContactListing(office: office, list: nil).csv { bytes += $0 }
    return bytes
  }
}
