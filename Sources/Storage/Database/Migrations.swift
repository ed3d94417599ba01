import GRDB

/// Every change of the schema, named; one that has shipped is never edited.
enum Migrations {
  static let all: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 contacts") { try $0.execute(sql: contacts) }
    migrator.registerMigration("2026-11 ledger") { try $0.execute(sql: ledger) }
    migrator.registerMigration("2026-11 bounce log") { try $0.execute(sql: bounces) }
    migrator.registerMigration("2026-11 contacts history") { try $0.execute(sql: history) }
    migrator.registerMigration("2026-11 editions") { try $0.execute(sql: editions) }
    migrator.registerMigration("2026-11 revisions") { try $0.execute(sql: revisions) }
    return migrator
  }()
}
