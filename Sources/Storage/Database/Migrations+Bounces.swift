extension Migrations {
  /// The bounce log.
  static let bounces = """
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
