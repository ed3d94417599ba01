import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

struct DatabaseTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(named: "database")
  }

  private func error(_ body: () throws -> Void) -> StorageError? {
    do {
      try body()
      return nil
    } catch {
      return error as? StorageError
    }
  }

  /// What is in a database, read past our own opening.
  private func content(of path: String) throws -> [String] {
    try DatabaseQueue(path: path).read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT identifier FROM grdb_migrations UNION ALL SELECT sql FROM sqlite_master
          WHERE sql IS NOT NULL
          """)
    }
  }

  @Test func theWriterIsDurable() throws {
    for _ in 0..<2 {
      let database = try SolsticeDatabase.create(path: folder.path(of: "solstice.db"))
      #expect(try database.writerSynchronous() == 2)
      let mode = try database.pool.writeWithoutTransaction {
        try String.fetchOne($0, sql: "PRAGMA journal_mode")
      }
      #expect(mode == "wal")
      let keys = try database.pool.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") }
      #expect(keys == 1)
    }
  }

  @Test func aNewerDatabaseIsLeftAlone() throws {
    let path = folder.path(of: "solstice.db")
    do {
      let database = try SolsticeDatabase.create(path: path)
      try database.pool.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2031-01 later')")
      }
      try database.pool.close()
    }
    let before = try content(of: path)
    let error = error { _ = try SolsticeDatabase.open(path: path) }
    #expect(error == .newerVersion(path: path))
    #expect(error?.description.contains("made by a newer Solstice") == true)
    #expect(error?.description.contains(path) == true)
    #expect(try content(of: path) == before)
    #expect(before.contains("2031-01 later"))
  }

  @Test(arguments: ["hello", String(repeating: "no database at all\n", count: 500)])
  func anotherFileIsLeftAlone(text: String) throws {
    let path = try folder.write(text, to: "solstice.db")
    #expect(error { _ = try SolsticeDatabase.open(path: path) } == .notADatabase(path: path))
    #expect(error { _ = try SolsticeDatabase.create(path: path) } == .notADatabase(path: path))
    #expect(try folder.read("solstice.db") == text)
    #expect(StorageError.notADatabase(path: path).description.contains("is not a database"))
  }

  @Test func aMissingOneIsNotMade() throws {
    let path = folder.path(of: "solstice.db")
    #expect(error { _ = try SolsticeDatabase.open(path: path) } == .missing(path: path))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// `/proc` takes no new files, not even root's.
  @Test func aFolderThatTakesNoFiles() {
    for path in ["/proc/solstice.db", folder.path(of: "no/such/folder/solstice.db")] {
      let error = error { _ = try SolsticeDatabase.create(path: path) }
      guard case .cannotWrite(path, _) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(error?.description.contains("can't be written") == true)
    }
  }

  @Test func aReadOnlyDatabaseIsToldOf() throws {
    let path = folder.path(of: "solstice.db")
    do { try SolsticeDatabase.create(path: path).pool.close() }
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    // Rights don't stop root: then it opens, and there is nothing to tell.
    guard geteuid() != 0 else { return }
    guard case .cannotWrite = error({ _ = try SolsticeDatabase.open(path: path) }) else {
      Issue.record("opened, or another error")
      return
    }
  }

  @Test func metaValuesAreMadeOnce() throws {
    let database = try SolsticeDatabase.create(path: folder.path(of: "solstice.db"))
    let meta = Meta(database: database)
    #expect(try meta.bytes("key") == nil)
    #expect(try meta.bytes("key", orMake: { Data([1]) }) == Data([1]))
    #expect(try meta.bytes("key", orMake: { Data([2]) }) == Data([1]))
    try meta.set("key", Data([3]))
    #expect(try meta.bytes("key") == Data([3]))
  }

  @Test func errorsOfTheDatabaseAreRecognised() {
    #expect(StorageError.of(DatabaseError(resultCode: .SQLITE_FULL)) != nil)
    #expect(
      StorageError.of(DatabaseError(resultCode: .SQLITE_BUSY)) == .busy(path: "The database"))
    #expect(StorageError.of(CancellationError()) == nil)
  }
}
