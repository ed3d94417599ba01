import Foundation
import GRDB

/// Reads what stood before and after the changes of a set.
struct ChangeHistory {
  let db: Database

  /// A row's image: `nil` inside where the row was not there.
  struct Image {
    let json: String?
  }

  /// How a row was left by a set: what the next set found, else what is there now.
  func after(
    _ entity: RowImage, _ key: RowImage.Key, set: Int64, before last: Int64 = .max
  ) throws -> Image {
    let next = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before FROM change WHERE contact_id = ? AND entity = ? AND list_id = ?
            AND field = ? AND set_id > ? AND set_id < ? ORDER BY set_id LIMIT 1
          """),
      arguments: [key.contact, entity.rawValue, key.list, key.field, set, last])
    if let next { return Image(json: next[0]) }
    return Image(json: try entity.current(key, db))
  }

  /// What a set changed of one contact.
  func steps(set: Int64, contact: Int64) throws -> [ChangeStep] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT entity, list_id, field, before, (SELECT name FROM list WHERE id = list_id) AS list
        FROM change WHERE set_id = ? AND contact_id = ? ORDER BY entity, list_id, field
        """, arguments: [set, contact])
    return try rows.flatMap { row -> [ChangeStep] in
      guard let entity = RowImage(rawValue: row["entity"]) else { return [] }
      let key = RowImage.Key(contact: contact, list: row["list_id"], field: row["field"])
      let before = Self.values(row["before"])
      let after = Self.values(try self.after(entity, key, set: set).json)
      switch entity {
      case .fact: return []
      case .contact: return Self.steps(from: before, to: after)
      case .subscription:
        return [
          ChangeStep(
            subject: .list(row["list"] ?? ""), before: before?["state"], after: after?["state"])
        ]
      case .suppression:
        return [
          ChangeStep(subject: .suppression, before: before?["reason"], after: after?["reason"])
        ]
      }
    }
  }

  private static let shown = [
    "name", "address", "language", "member", "roles", "notes", "suspended_why", "merged_into",
  ]

  private static func steps(
    from before: [String: String]?, to after: [String: String]?
  ) -> [ChangeStep] {
    guard let before, let after else {
      return [
        ChangeStep(subject: .contact, before: before?["address"], after: after?["address"])
      ]
    }
    return shown.compactMap { field in
      let old = before[field] ?? ""
      let new = after[field] ?? ""
      if old == new { return nil }
      let name = field == "suspended_why" ? "suspended" : field
      return ChangeStep(
        subject: .field(name.replacing("_", with: " ")), before: old, after: new)
    }
  }

  /// The fields of an image as texts.
  private static func values(_ json: String?) -> [String: String]? {
    guard let json,
      let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    else { return nil }
    return object.compactMapValues { value in
      if let text = value as? String { return text }
      return (value as? NSNumber)?.stringValue
    }
  }
}
