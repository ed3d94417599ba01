extension Migrations {
  /// For whom each revision was approved, and which revisions a correction lies between.
  ///
  /// A row without a list is of all lists together, each mailbox once. `told` is the day that the
  /// letter bears. A correction takes its readers from `corrects_from` to `corrects_to`, which are
  /// numbers of the corrected mailing's revisions.
  static let revisions = """
    CREATE TABLE revision_readers (
      revision_id INTEGER NOT NULL REFERENCES revision (id),
      list TEXT NOT NULL,
      language TEXT NOT NULL,
      readers INTEGER NOT NULL,
      PRIMARY KEY (revision_id, list, language)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE revision ADD COLUMN told TEXT NOT NULL DEFAULT '';
    ALTER TABLE mailing ADD COLUMN corrects_from INTEGER;
    ALTER TABLE mailing ADD COLUMN corrects_to INTEGER;
    """
}
