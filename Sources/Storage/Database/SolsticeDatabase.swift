import Foundation
import GRDB

/// The workspace's database: opened, checked and brought up to date.
package struct SolsticeDatabase: Sendable {
  package let path: String
  let pool: DatabasePool

  /// Opens an existing file; fails where there is none.
  package static func open(path: String) throws(StorageError) -> Self {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StorageError.missing(path: path)
    }
    return try Self(path: path)
  }

  /// Opens a file, making it where there is none.
  package static func create(path: String) throws(StorageError) -> Self {
    try Self(path: path)
  }

  private init(path: String) throws(StorageError) {
    self.path = path
    do {
      pool = try Self.makePool(path)
    } catch {
      throw Self.translate(error, path: path)
    }
    let isNewer: Bool
    do {
      isNewer = try pool.read { try Migrations.all.hasBeenSuperseded($0) }
    } catch {
      throw Self.translate(error, path: path)
    }
    guard !isNewer else { throw StorageError.newerVersion(path: path) }
    do {
      try Migrations.all.migrate(pool)
    } catch {
      throw Self.translate(error, path: path)
    }
  }

  /// Reads `PRAGMA synchronous` on the writing connection: 2 is FULL.
  package func writerSynchronous() throws -> Int {
    try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  private static func makePool(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    // Polls in about a millisecond, for half a minute: others' commits are short.
    configuration.busyMode = .callback { tries in
      usleep(1000)
      return tries < 30_000
    }
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB sets NORMAL when it turns WAL on, which survives kill -9 but not a power cut.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  static func isDatabaseError(_ error: any Error) -> Bool { error is DatabaseError }

  static func translate(_ error: any Error, path: String) -> StorageError {
    guard let error = error as? DatabaseError else { return .broken(words: "\(error)") }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .notADatabase(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_FULL, .SQLITE_IOERR:
      return .cannotWrite(path: path, words: error.message ?? "no reason given")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    default: return .broken(words: error.message ?? "\(error)")
    }
  }
}
