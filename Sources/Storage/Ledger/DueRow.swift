/// A due delivery as the claim reads it, before anything is decided.
struct DueRow {
  let id: Int64
  let mailbox: String
  let address: String
  let name: String
  let language: String
  let tries: Int
  let firstTry: Int64?
  let troubles: Int
  let standing: Int
  let member: String
  let roles: String

  /// Reads the columns of the claim's query, by position: this runs for every letter.
  init(_ row: HotRow) {
    id = row.integer(0)
    mailbox = row.text(1)
    address = row.text(2)
    name = row.text(3)
    language = row.text(4)
    tries = Int(row.integer(5))
    firstTry = row.isNull(6) ? nil : row.integer(6)
    troubles = Int(row.integer(7))
    standing = Int(row.integer(8))
    member = row.text(9)
    roles = row.text(10)
  }
}
