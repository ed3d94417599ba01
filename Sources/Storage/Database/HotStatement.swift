import GRDB
import GRDBSQLite

/// One of the few statements that run for every letter: bound by SQLite's own calls.
///
/// GRDB prepares and keeps it; its boxes for arguments would cost more than the statement itself.
struct HotStatement {
  /// What stands for a question mark.
  enum Value {
    case integer(Int64)
    case text(String)
    case null
  }

  private let statement: Statement
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
  }

  /// Runs it to its end; gives how many rows it changed (`sqlite3_step`, `sqlite3_changes`).
  @discardableResult
  func run(_ values: [Value]) throws -> Int {
    let pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
    for (index, value) in values.enumerated() { bind(value, at: CInt(index + 1), pointer) }
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw failure(code) }
    return database.changesCount
  }

  /// Runs a query and gives every row, to be read by position at once (`sqlite3_step`).
  func query(_ values: [Value], _ take: (HotRow) throws -> Void) throws {
    let pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
    defer { sqlite3_reset(pointer) }
    for (index, value) in values.enumerated() { bind(value, at: CInt(index + 1), pointer) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: try take(HotRow(pointer: pointer))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  private func failure(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) },
      sql: statement.sql)
  }

  private func bind(_ value: Value, at index: CInt, _ pointer: OpaquePointer) {
    switch value {
    case .integer(let number): sqlite3_bind_int64(pointer, index, number)
    case .null: sqlite3_bind_null(pointer, index)
    case .text(var text):
      text.withUTF8 { bytes in
        // SQLite copies the octets: they are gone when this returns (SQLITE_TRANSIENT).
        bytes.withMemoryRebound(to: CChar.self) { characters in
          _ = sqlite3_bind_text(
            pointer, index, characters.baseAddress, CInt(characters.count),
            unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
      }
    }
  }
}
