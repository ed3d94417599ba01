import GRDB

/// What holds for rule lists whenever subscriptions change; runs inside the caller's transaction.
enum RuleLists {
  /// Takes a mailbox's contacts off rule lists where no file's list is left to found that on.
  ///
  /// Call it after every end of a subscription, before letters are taken back.
  static func dropUnfounded(_ db: Database, mailbox: String) throws {
    try db.cachedStatement(
      sql: """
        \(unfounded) AND contact_id IN (SELECT id FROM contact WHERE mailbox = ?)
        """
    ).execute(arguments: [mailbox])
  }

  static func dropUnfounded(_ db: Database, contact: Int64) throws {
    try db.cachedStatement(sql: "\(unfounded) AND contact_id = ?").execute(arguments: [contact])
  }

  /// The same for everybody, after a change to many.
  static func dropUnfounded(_ db: Database) throws { try db.execute(sql: unfounded) }

  /// Who left a rule list stays marked as such.
  private static let unfounded = """
    DELETE FROM subscription
    WHERE state <> 'left' AND list_id IN (SELECT id FROM list WHERE rule IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM subscription s JOIN list l ON l.id = s.list_id
        WHERE s.contact_id = subscription.contact_id AND s.state = 'confirmed' AND l.rule IS NULL)
    """
}
