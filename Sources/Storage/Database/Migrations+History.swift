extension Migrations {
  /// Where each fact of a contact comes from, every change with what stood before, and answers.
  ///
  /// The indices by contact keep the removal of a contact cheap: its references are looked up.
  static let history = """
    ALTER TABLE list ADD COLUMN rule TEXT;
    ALTER TABLE list ADD COLUMN source_sha256 TEXT;
    ALTER TABLE list ADD COLUMN source_as_of INTEGER;
    ALTER TABLE contact ADD COLUMN as_of INTEGER;
    ALTER TABLE contact ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE contact ADD COLUMN merged_into INTEGER REFERENCES contact (id);
    UPDATE contact SET as_of = created;
    CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX list_row_contact ON list_row (contact_id);
    CREATE TABLE fact (
      contact_id INTEGER NOT NULL,
      field TEXT NOT NULL,
      as_of INTEGER NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (contact_id, field)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE change_set (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      command TEXT NOT NULL,
      who TEXT NOT NULL DEFAULT '',
      why TEXT NOT NULL DEFAULT '',
      undoes INTEGER,
      undone_by INTEGER
    ) STRICT;
    CREATE TABLE change (
      set_id INTEGER NOT NULL REFERENCES change_set (id),
      entity TEXT NOT NULL CHECK (entity IN ('contact', 'subscription', 'suppression', 'fact')),
      contact_id INTEGER NOT NULL,
      list_id INTEGER NOT NULL DEFAULT 0,
      field TEXT NOT NULL DEFAULT '',
      before TEXT,
      PRIMARY KEY (set_id, entity, contact_id, list_id, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX change_contact ON change (contact_id);
    CREATE TABLE answer (
      list TEXT NOT NULL,
      line INTEGER NOT NULL,
      written TEXT NOT NULL,
      question TEXT NOT NULL,
      choice TEXT NOT NULL,
      decided INTEGER NOT NULL,
      PRIMARY KEY (list, line, written, question)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO answer (list, line, written, question, choice, decided)
      SELECT list, line, written, 'address', choice, decided FROM decision;
    DROP TABLE decision;
    """
}
