extension Migrations {
  /// The first tables of contacts, lists and subscriptions.
  static let contacts = """
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
}
