/// Why the database can't be used or written, with what to do.
package enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A later version of the program has changed the database.
  case newerVersion(path: String)
  case notADatabase(path: String)
  case missing(path: String)
  case cannotWrite(path: String, words: String)
  case busy(path: String)
  /// The key of the suppressions was lost or exchanged.
  case wrongSuppressionKey(path: String)
  case broken(words: String)

  package var description: String {
    switch self {
    case .newerVersion(let path):
      "\(path) was made by a newer Solstice than this one. Install the newer version; nothing was changed."
    case .notADatabase(let path):
      "\(path) is not a database of Solstice's. Move it away, or put back a copy of the right file."
    case .missing(let path):
      "There is no database at \(path). Run: solstice init DIR, or name the workspace with -C DIR."
    case .cannotWrite(let path, let words):
      "\(path) can't be written (\(words)). Check the rights of the folder and the space on the disk."
    case .busy(let path):
      "\(path) is held by another program for too long. Try again later."
    case .wrongSuppressionKey(let path):
      "The suppression key in \(path) does not fit the suppressions kept there: who must never be mailed could not be told. Restore solstice.db from a backup; nothing was sent."
    case .broken(let words):
      "The database reports: \(words)"
    }
  }
}

extension StorageError {
  /// Tells what an error of the database's means; nil for any other error.
  package static func of(_ error: any Error) -> StorageError? {
    SolsticeDatabase.isDatabaseError(error)
      ? SolsticeDatabase.translate(error, path: "The database") : nil
  }
}
