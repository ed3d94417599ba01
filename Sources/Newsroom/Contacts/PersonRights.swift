import Contacts
import Foundation
import Mail
package import Storage

/// A person's rights: to get what is kept of them, and to be forgotten.
package struct PersonRights: Sendable {
  /// What erasing somebody came to.
  package struct Erasure: Sendable {
    package let result: ErasureResult
    /// Files that still hold the person, with the lines.
    let files: [PersonSearch.Place]
  }

  private let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Everything that is kept of a person, as one JSON document.
  package func export(_ text: String) throws(Problem) -> [UInt8] {
    let mailbox = try PersonDesk.address(text, office).address.mailboxKey
    return try attempt {
      let export = try PersonExportStore(database: office.database)
        .export(mailbox, at: office.clock.now())
      return Array(try export.json()) + [0x0A]
    }
  }

  /// Forgets a person; the files that people edit are named, not changed.
  package func erase(_ text: String, by: String) throws(Problem) -> Erasure {
    let mailbox = try PersonDesk.address(text, office).address.mailboxKey
    let workspace = office.workspace
    let result = try attempt {
      let outside = try office.outsideSuppressions()
      do {
        return try ErasureStore(database: office.database, outside: outside).erase(
          mailbox, trialPath: Files.path(workspace.trialFile), by: by, at: office.clock.now())
      } catch let error as ErasureError {
        throw Problem(.cannotWrite, error.description)
      }
    }
    let finder = PersonFinder(
      addresses: result.addresses + [mailbox.rawValue], names: result.names)
    return Erasure(
      result: result, files: PersonSearch(workspace: workspace, finder: finder).places())
  }
}
