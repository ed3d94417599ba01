package import Contacts
import Foundation
import Mail
package import Storage

/// A person's rights: to get what is kept of them, and to be forgotten.
package struct PersonRights: Sendable {
  /// What erasing somebody came to.
  package struct Erasure: Sendable {
    package let result: ErasureResult
    /// Files that still hold the person, with the lines.
    package let files: [(file: String, lines: PersonLines)]
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
    return Erasure(result: result, files: search(result, also: mailbox.rawValue))
  }

  /// Looks through everything in the workspace but the databases that were just cleared.
  private func search(
    _ result: ErasureResult, also address: String
  ) -> [(file: String, lines: PersonLines)] {
    let finder = PersonFinder(
      addresses: result.addresses + [address], names: result.names)
    let base = Files.path(office.workspace.directory)
    guard let files = FileManager.default.enumerator(atPath: base) else { return [] }
    var found: [(file: String, lines: PersonLines)] = []
    while let path = files.nextObject() as? String {
      let top = path.split(separator: "/").first.map(String.init) ?? path
      if [".git", "secrets"].contains(top) || path.hasPrefix("solstice.db")
        || path.hasPrefix("trial.db")
      {
        continue
      }
      let url = office.workspace.directory.appending(path: path)
      guard let handle = try? FileHandle(forReadingFrom: url) else { continue }
      defer { try? handle.close() }
      var lines = PersonLines(finder: finder)
      while let piece = try? handle.read(upToCount: 1 << 18), !piece.isEmpty {
        lines.take(Array(piece)[...])
      }
      lines.finish()
      if lines.count > 0 { found.append((path, lines)) }
    }
    return found.sorted { $0.file < $1.file }
  }
}
