import Contacts
import Dispatcher
import Foundation
import GRDB

/// Reads the parts of an export.
struct PersonExportReader {
  let db: Database
  let scope: PersonScope

  func contact(_ id: Int64) throws -> PersonExport.Contact? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id])
    else { return nil }
    let roles: String = row["roles"]
    return PersonExport.Contact(
      id: id, address: row["address"], name: row["name"], language: row["language"],
      member: row["member"], roles: roles.split(separator: ";").map(String.init),
      notes: row["notes"], created: Timestamp.date(row["created"]),
      updated: Timestamp.date(row["updated"]), asOf: date(row["as_of"]), source: row["source"],
      suspended: date(row["suspended"]), suspendedWhy: row["suspended_why"],
      mergedInto: row["merged_into"], facts: try facts(id), subscriptions: try subscriptions(id),
      listRows: try listRows(id))
  }

  private func facts(_ contact: Int64) throws -> [PersonExport.Fact] {
    try Row.fetchAll(
      db, sql: "SELECT field, as_of, source FROM fact WHERE contact_id = ? ORDER BY field",
      arguments: [contact]
    ).map {
      PersonExport.Fact(
        field: $0["field"], asOf: Timestamp.date($0["as_of"]), source: $0["source"])
    }
  }

  private func subscriptions(_ contact: Int64) throws -> [PersonExport.Subscription] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT l.name, l.rule, s.state, s.basis, s.evidence, s.since
        FROM subscription s JOIN list l ON l.id = s.list_id WHERE s.contact_id = ? ORDER BY l.name
        """, arguments: [contact]
    ).map {
      PersonExport.Subscription(
        list: $0["name"], rule: $0["rule"], state: $0["state"], basis: $0["basis"],
        evidence: $0["evidence"], since: Timestamp.date($0["since"]))
    }
  }

  private func listRows(_ contact: Int64) throws -> [PersonExport.ListRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT l.name AS list, l.source, r.line, r.written, r.verdict, r.code, r.reason,
          r.suggestion, r.repairs, r.member, r.name
        FROM list_row r JOIN list l ON l.id = r.list_id WHERE r.contact_id = ?
        ORDER BY l.name, r.line, r.position
        """, arguments: [contact]
    ).map { row in
      let repairs: String = row["repairs"]
      return PersonExport.ListRow(
        list: row["list"], source: row["source"], line: row["line"], written: row["written"],
        verdict: row["verdict"], code: row["code"], reason: row["reason"],
        suggestion: row["suggestion"], repairs: repairs.split(separator: ";").map(String.init),
        member: row["member"], name: row["name"], answers: try answers(row))
    }
  }

  private func answers(_ listRow: Row) throws -> [PersonExport.Answer] {
    let list: String = listRow["list"]
    let line: Int = listRow["line"]
    let written: String = listRow["written"]
    return try Row.fetchAll(
      db,
      sql: """
        SELECT question, choice, decided FROM answer
        WHERE list = ? AND line = ? AND written = ? ORDER BY question
        """, arguments: [list, line, written]
    ).map {
      PersonExport.Answer(
        question: $0["question"], choice: $0["choice"], decided: Timestamp.date($0["decided"]))
    }
  }

  func delivery(_ id: Int64) throws -> PersonExport.Delivery? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT m.name AS mailing, d.* FROM delivery d JOIN mailing m ON m.id = d.mailing_id
          WHERE d.id = ?
          """, arguments: [id])
    else { return nil }
    return PersonExport.Delivery(
      mailing: row["mailing"], address: row["address"], name: row["name"],
      language: row["language"],
      state: DeliveryState(code: row["state"])?.rawValue ?? "", reply: row["reply"],
      messageID: row["message_id"], updated: Timestamp.date(row["updated"]), report: row["report"],
      attempts: try attempts(id),
      reports: try reports("b.delivery_id = ?", [id]).map(report))
  }

  private func attempts(_ delivery: Int64) throws -> [PersonExport.Attempt] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM attempt WHERE delivery_id = ? ORDER BY id", arguments: [delivery]
    ).map {
      PersonExport.Attempt(
        at: Timestamp.date($0["at"]), outcome: $0["outcome"], stage: $0["stage"],
        code: $0["code"], status: $0["status"], reason: $0["reason"],
        permanence: $0["permanence"], reply: $0["reply"], note: $0["note"])
    }
  }

  func otherReports() throws -> [PersonExport.Report] {
    let finder = scope.addressFinder
    return try reports("b.delivery_id IS NULL", []).filter { finder.finds(in: $0["recipient"]) }
      .map(report)
  }

  private func reports(_ condition: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(
      db, sql: "SELECT b.* FROM bounce b WHERE \(condition) ORDER BY b.at, b.id",
      arguments: arguments)
  }

  /// Whose letters are forwarded to is another's business.
  private func report(_ row: Row) -> PersonExport.Report {
    let isOwn = scope.addressFinder.finds(in: row["recipient"])
    return PersonExport.Report(
      at: Timestamp.date(row["at"]), source: row["source"], mailing: row["mailing"],
      kind: row["kind"], recipient: isOwn ? row["recipient"] : nil, status: row["status"],
      permanence: row["permanence"], reason: row["reason"],
      diagnosis: isOwn ? row["diagnosis"] : nil, toldBy: row["told_by"], proof: row["proof"])
  }

  /// Without who made them and why: that may be about others.
  func changes() throws -> [PersonExport.Change] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.at, s.command, c.entity, l.name AS list, c.field, c.before
        FROM change c JOIN change_set s ON s.id = c.set_id LEFT JOIN list l ON l.id = c.list_id
        WHERE c.contact_id IN (\(scope.contactList)) ORDER BY s.id, c.entity, c.list_id, c.field
        """
    ).map { row in
      let field: String = row["field"]
      return PersonExport.Change(
        at: Timestamp.date(row["at"]), command: row["command"], entity: row["entity"],
        list: row["list"], field: field.isEmpty ? nil : field, before: Self.columns(row["before"]))
    }
  }

  private static let moments: Set<String> = ["created", "updated", "since", "suspended", "as_of"]

  private static func columns(_ image: String?) -> [String: String]? {
    guard let image,
      let object = try? JSONSerialization.jsonObject(with: Data(image.utf8)) as? [String: Any]
    else { return nil }
    var columns: [String: String] = [:]
    for (name, value) in object where !(value is NSNull) {
      if moments.contains(name), let number = value as? NSNumber {
        columns[name] = Timestamp.date(number.int64Value).formatted(.iso8601)
      } else {
        columns[name] = "\(value)"
      }
    }
    return columns
  }

  private func date(_ milliseconds: Int64?) -> Date? { milliseconds.map(Timestamp.date) }
}
