extension Migrations {
  /// What a revision holds, item by item, what was accepted with it, and what a mailing corrects.
  ///
  /// `corrects` is the mailing whose readers get an erratum. Who accepted a finding, and when, is
  /// the revision's `approved_by` and `approved_at`.
  static let editions = """
    ALTER TABLE mailing ADD COLUMN corrects INTEGER REFERENCES mailing (id);
    CREATE TABLE allowance (
      revision_id INTEGER NOT NULL REFERENCES revision (id),
      code TEXT NOT NULL,
      level TEXT NOT NULL,
      language TEXT NOT NULL,
      place TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (revision_id, code, language, place, reason)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revision_item (
      revision_id INTEGER NOT NULL REFERENCES revision (id),
      language TEXT NOT NULL,
      item TEXT NOT NULL,
      position INTEGER NOT NULL,
      part TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (revision_id, language, item)
    ) STRICT, WITHOUT ROWID;
    """
}
