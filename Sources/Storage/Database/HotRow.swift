import GRDB
import GRDBSQLite

/// The row that a hot statement stands on; it is gone with the next step.
struct HotRow {
  let pointer: OpaquePointer

  func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(pointer, column) }

  func isNull(_ column: CInt) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

  /// The text; empty where there is none.
  func text(_ column: CInt) -> String {
    guard let bytes = sqlite3_column_text(pointer, column) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
