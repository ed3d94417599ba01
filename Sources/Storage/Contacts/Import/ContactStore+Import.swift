package import Contacts
import Foundation
import GRDB

extension ContactStore {
  /// Keeps a list as it is read: first a plan, then one transaction, or nothing.
  ///
  /// `feed` gives the entries one at a time to what it is handed; after it, `takenOut` names the
  /// mailboxes that a person took out of the file. `commit` sees the whole plan;
  /// where it says no, everything is as it was. Importing the same file again changes nothing.
  package func importList(
    _ header: ListImport.Header, gone: Gone = .tell, preferFile: Bool = false,
    takenOut: () -> Set<String> = { [] },
    commit: (ImportPlan) -> Bool = { _ in true },
    feed: (_ take: (ListImport.Entry) throws -> Void) throws -> Void
  ) throws -> ImportPlan {
    let key = try SuppressionKey.load(database)
    let note = ChangeNote(
      at: header.at, command: header.command, who: header.by,
      why: "\(header.basis); \(header.source)"
        + (header.sha256.isEmpty ? "" : ", SHA-256 \(header.sha256)"))
    return try LargeTransaction.run(database) { db in
      let list = try ImportedList.begin(header, db)
      var importer = try ContactImporter(
        db, list: list, header: header, key: key, preferFile: preferFile,
        recorder: ChangeRecorder(db, note))
      try feed { try importer.take($0) }
      try importer.settle()
      try MissingContacts(gone: gone, file: header.source, takenOut: takenOut())
        .find(&importer)
      return (importer.plan, isToKeep: commit(importer.plan))
    }
  }
}
