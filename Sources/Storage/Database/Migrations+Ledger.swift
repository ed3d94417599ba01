extension Migrations {
  /// The first tables of mailings, deliveries and attempts.
  static let ledger = """
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
}
