package import Foundation
import GRDB

/// Which contents of editions were approved, and when first.
package struct ApprovedContents: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// The first approval of each content, by edition and content hash.
  package func editions() throws -> [String: [Data: Date]] {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT m.name, r.content_hash, min(r.approved_at) AS first
          FROM mailing m JOIN revision r ON r.mailing_id = m.id
          WHERE m.kind = 'edition' GROUP BY m.name, r.content_hash
          """)
      var found: [String: [Data: Date]] = [:]
      while let row = try rows.next() {
        found[row["name"], default: [:]][row["content_hash"]] = Timestamp.date(row["first"])
      }
      return found
    }
  }
}
