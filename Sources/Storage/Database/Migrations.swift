import GRDB

/// Every change of the schema, named; one that has shipped is never edited.
enum Migrations {
  static let all: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 contacts") { try $0.execute(sql: contacts) }
    migrator.registerMigration("2026-11 ledger") { try $0.execute(sql: ledger) }
    migrator.registerMigration("2026-11 bounce log") { try $0.execute(sql: bounces) }
    return migrator
  }()

  private static let contacts = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE contact (
      id INTEGER PRIMARY KEY,
      address TEXT NOT NULL,
      mailbox TEXT NOT NULL,
      name TEXT NOT NULL,
      language TEXT,
      member TEXT,
      roles TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',
      created INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      suspended INTEGER,
      suspended_why TEXT,
      UNIQUE (mailbox, name)
    ) STRICT;
    CREATE TABLE list (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL,
      source_modified INTEGER,
      imported INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE subscription (
      list_id INTEGER NOT NULL REFERENCES list (id),
      contact_id INTEGER NOT NULL REFERENCES contact (id),
      state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'left')),
      basis TEXT NOT NULL,
      evidence TEXT NOT NULL,
      since INTEGER NOT NULL,
      PRIMARY KEY (list_id, contact_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX subscription_contact ON subscription (contact_id);
    CREATE TABLE list_row (
      list_id INTEGER NOT NULL REFERENCES list (id),
      line INTEGER NOT NULL,
      position INTEGER NOT NULL,
      written TEXT NOT NULL,
      verdict TEXT NOT NULL,
      code TEXT NOT NULL,
      reason TEXT NOT NULL,
      suggestion TEXT,
      repairs TEXT NOT NULL DEFAULT '',
      member TEXT,
      name TEXT NOT NULL DEFAULT '',
      contact_id INTEGER REFERENCES contact (id),
      PRIMARY KEY (list_id, line, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision (
      list TEXT NOT NULL,
      line INTEGER NOT NULL,
      written TEXT NOT NULL,
      choice TEXT NOT NULL,
      decided INTEGER NOT NULL,
      PRIMARY KEY (list, line, written)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE suppression (
      hash BLOB PRIMARY KEY,
      reason TEXT NOT NULL,
      since INTEGER NOT NULL,
      evidence TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE inbox_reading (
      at INTEGER NOT NULL,
      source TEXT NOT NULL,
      messages INTEGER NOT NULL
    ) STRICT;
    """

  private static let ledger = """
    CREATE TABLE mailing (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      mailing_id INTEGER NOT NULL REFERENCES mailing (id),
      number INTEGER NOT NULL,
      content_hash BLOB NOT NULL,
      approved_by TEXT NOT NULL,
      approved_at INTEGER NOT NULL,
      note TEXT NOT NULL,
      readers INTEGER NOT NULL,
      UNIQUE (mailing_id, number)
    ) STRICT;
    CREATE TABLE revision_content (
      revision_id INTEGER NOT NULL REFERENCES revision (id),
      language TEXT NOT NULL,
      subject TEXT NOT NULL,
      message BLOB NOT NULL,
      PRIMARY KEY (revision_id, language)
    ) STRICT;
    CREATE TABLE mailing_list (
      mailing_id INTEGER NOT NULL REFERENCES mailing (id),
      list_id INTEGER NOT NULL,
      list_name TEXT NOT NULL,
      PRIMARY KEY (mailing_id, list_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      started INTEGER NOT NULL,
      ended INTEGER,
      mailing_id INTEGER NOT NULL,
      relay TEXT NOT NULL,
      process INTEGER NOT NULL,
      stopped INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY,
      mailing_id INTEGER NOT NULL REFERENCES mailing (id),
      mailbox TEXT NOT NULL,
      contact_id INTEGER NOT NULL,
      address TEXT NOT NULL,
      name TEXT NOT NULL,
      language TEXT NOT NULL,
      state INTEGER NOT NULL,
      due INTEGER NOT NULL DEFAULT 0,
      tries INTEGER NOT NULL DEFAULT 0,
      troubles INTEGER NOT NULL DEFAULT 0,
      first_try INTEGER,
      run_id INTEGER,
      revision_id INTEGER,
      reply TEXT NOT NULL DEFAULT '',
      message_id TEXT NOT NULL DEFAULT '',
      updated INTEGER NOT NULL,
      report TEXT NOT NULL DEFAULT '',
      UNIQUE (mailing_id, mailbox)
    ) STRICT;
    CREATE INDEX delivery_due ON delivery (mailing_id, due) WHERE state IN (0, 4);
    CREATE INDEX delivery_held ON delivery (run_id) WHERE run_id IS NOT NULL;
    CREATE INDEX delivery_contact ON delivery (contact_id);
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY,
      delivery_id INTEGER NOT NULL,
      run_id INTEGER NOT NULL,
      at INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      stage TEXT NOT NULL,
      code INTEGER,
      status TEXT,
      reason TEXT,
      permanence TEXT,
      reply TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attempt_delivery ON attempt (delivery_id);
    CREATE INDEX attempt_at ON attempt (at);
    """

  private static let bounces = """
    CREATE TABLE bounce (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      source TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      kind TEXT NOT NULL,
      recipient TEXT NOT NULL,
      contact_id INTEGER,
      delivery_id INTEGER,
      mailing TEXT NOT NULL,
      status TEXT,
      permanence TEXT,
      reason TEXT NOT NULL,
      diagnosis TEXT NOT NULL,
      told_by TEXT NOT NULL,
      proof TEXT NOT NULL,
      UNIQUE (fingerprint, recipient)
    ) STRICT;
    CREATE INDEX bounce_delivery ON bounce (delivery_id);
    """
}
