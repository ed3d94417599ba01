import Contacts
import Foundation
import Mail

@testable import Storage

extension Desk {
  static func entries(_ people: [ListImport.Person]) -> [ListImport.Entry] {
    people.enumerated().map { index, person in
      ListImport.Entry(
        line: index + 2, position: 0, written: person.address, verdict: "ok", code: "ok",
        reason: "", suggestion: nil, repairs: [], name: person.name, member: person.member,
        person: person)
    }
  }

  /// Imports a file of a given day, counted from the clock's first; by default it is of now.
  @discardableResult
  func take(
    _ list: String, _ people: [ListImport.Person], day: Int? = nil, sha256: String = "",
    gone: Gone = .tell, preferFile: Bool = false, isDry: Bool = false
  ) throws -> ImportPlan {
    let header = ListImport.Header(
      list: list, source: "lists/\(list).csv", sha256: sha256, modified: day.map(Self.date),
      basis: "membership", by: "Suk", at: clock.now())
    return try contacts.importList(
      header, gone: gone, preferFile: preferFile, commit: { _ in !isDry },
      feed: { take in for entry in Self.entries(people) { try take(entry) } })
  }

  static func date(_ day: Int) -> Date {
    Date(timeIntervalSince1970: 1_561_334_400 + Double(day) * 86_400)
  }

  func note(_ command: String, why: String = "") -> ChangeNote {
    ChangeNote(at: clock.now(), command: command, who: "Suk", why: why)
  }

  /// All rows that have a history, exactly.
  func state() throws -> [String] {
    try texts(
      """
      SELECT 'contact ' || id || ' ' || quote(address) || quote(mailbox) || quote(name)
        || quote(language) || quote(member) || quote(roles) || quote(notes) || quote(created)
        || quote(updated) || quote(suspended) || quote(suspended_why) || quote(as_of)
        || quote(source) || quote(merged_into) FROM contact
      UNION ALL SELECT 'subscription ' || contact_id || ' ' || list_id || state || quote(basis)
        || quote(evidence) || since FROM subscription
      UNION ALL SELECT 'suppression ' || hex(hash) || reason || since || evidence FROM suppression
      UNION ALL SELECT 'fact ' || contact_id || field || as_of || quote(source) FROM fact
      ORDER BY 1
      """)
  }

  func id(_ address: String, _ name: String? = nil) throws -> Int64 {
    try contacts.contacts(at: key(address)).first { name == nil || $0.name == name }?.id ?? -1
  }

  func lists(_ address: String) throws -> [String] {
    try contacts.contacts(at: key(address)).flatMap(\.lists)
  }

  var changes: ChangeStore { ChangeStore(database: database) }

  func newestSet() throws -> Int64 { try changes.sets(limit: 1).first?.id ?? 0 }
}
