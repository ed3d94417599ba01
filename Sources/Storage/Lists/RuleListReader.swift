import Contacts
import GRDB
import Mail

/// Goes through all contacts once and notes who joins a rule list and who comes off.
struct RuleListReader: Sendable {
  private let list: Int64
  private let rule: ListRule
  private let key: SuppressionKey
  private var forms: FactForms
  private(set) var joining: [Int64] = []
  private(set) var leaving: [Int64] = []
  private(set) var stayLeft = 0

  init(list: Int64, rule: ListRule, key: SuppressionKey, members: [Member]) {
    self.list = list
    self.rule = rule
    self.key = key
    forms = FactForms(members: members, readsNames: rule.asksForNames)
  }

  mutating func read(_ db: Database) throws {
    let names = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT id, name FROM list WHERE rule IS NULL")
        .map { row -> (Int64, String) in (row["id"], row["name"]) })
    let nobodyIsSuppressed =
      try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM suppression)") ?? false
    let rows = try Row.fetchCursor(db, sql: Self.contacts, arguments: [list])
    while let row = try rows.next() {
      // By position: this runs for every contact.
      let own: String? = row[6]
      let founded: String? = row[7]
      let isMerged: Bool = row[8]
      var fits = false
      if let founded, !isMerged {
        let lists = founded.split(separator: ",").compactMap { Int64($0).flatMap { names[$0] } }
        fits = rule.matches(
          forms.facts(
            name: row[2], roles: row[3], member: row[4], language: row[5], lists: lists))
        if fits, !nobodyIsSuppressed { fits = try !key.isSuppressed(row[1], db) }
      }
      switch own {
      case "left": if fits { stayLeft += 1 }
      case nil: if fits { joining.append(row[0]) }
      default: if !fits { leaving.append(row[0]) }
      }
    }
  }

  /// With the state on this list, and the files' lists on which the contact is confirmed.
  private static let contacts = """
    SELECT c.id, c.mailbox, c.name, c.roles, c.member, c.language,
      (SELECT state FROM subscription WHERE list_id = ?1 AND contact_id = c.id),
      (SELECT group_concat(s.list_id) FROM subscription s CROSS JOIN list l ON l.id = s.list_id
        WHERE s.contact_id = c.id AND s.state = 'confirmed' AND l.rule IS NULL),
      c.merged_into IS NOT NULL
    FROM contact c ORDER BY c.id
    """
}
