import Contacts
import Foundation
import Mail
package import Storage

/// `contacts list`: everyone who is known, with where they stand.
package struct ContactListing: Sendable {
  /// The columns of the CSV and the keys of the JSON lines.
  package static let columns = [
    "name", "email", "language", "member", "role", "lists", "state", "reachable", "evidence",
    "notes",
  ]

  /// The columns that are worked out anew each time, and mean nothing to an import.
  static let computed = ["lists", "state", "reachable", "evidence"]

  /// Whether a spreadsheet that is imported was written here.
  static func wrote(_ layout: SheetLayout) -> Bool {
    let labels = columns.indices.map { layout.label($0) }
    return labels == columns
  }

  private let office: Office
  private let list: String?
  private let reachabilities: Reachabilities

  package init(office: Office, list: String?) throws(Problem) {
    self.office = office
    self.list = list
    reachabilities = try Reachabilities(office)
    guard let list else { return }
    let known = try attempt { try ContactStore(database: office.database).lists().map(\.name) }
    guard known.contains(list) else {
      throw Problem(
        .badData,
        "There is no list “\(list)”. Imported so far: \(known.joined(separator: ", ")).")
    }
  }

  /// Goes through the contacts, one at a time.
  package func each(_ body: (ContactRecord) throws -> Void) throws(Problem) {
    try attempt {
      try ContactStore(database: office.database).each { contact in
        if let list, !contact.lists.contains(where: { $0.hasPrefix("\(list):") }) { return }
        try body(contact)
      }
    }
  }

  /// A spreadsheet, UTF-8 with BOM, safe against formulas; given in blocks.
  package func csv(_ body: ([UInt8]) -> Void) throws(Problem) {
    var writer = SheetWriter(columns: Self.columns)
    try each { contact in
      writer.add(cells(contact))
      if writer.bytes.count >= Self.block { body(writer.take()) }
    }
    body(writer.take())
  }

  private static let block = 1 << 16

  /// One JSON object a line; given in blocks.
  package func jsonLines(_ body: ([UInt8]) -> Void) throws(Problem) {
    var block: [UInt8] = []
    try eachJSON { line in
      block += Array(line.utf8)
      block.append(0x0A)
      if block.count >= Self.block {
        body(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    body(block)
  }

  private func eachJSON(_ body: (String) -> Void) throws(Problem) {
    try each { contact in
      let fields = zip(Self.columns, cells(contact)).map { JSONText.field($0, $1) }
      body("{" + fields.joined(separator: ",") + "}")
    }
  }

  /// Where a contact stands, in one word.
  package static func state(_ contact: ContactRecord) -> String {
    if contact.hasLeft { return "left" }
    if contact.suspended != nil { return "suspended" }
    return contact.isSubscribed ? "confirmed" : "pending"
  }

  private func cells(_ contact: ContactRecord) -> [String] {
    let reachability = reachabilities[contact.mailbox]
    return [
      contact.name, contact.address, contact.language ?? "", contact.member ?? "",
      contact.roles.joined(separator: "; "), contact.lists.joined(separator: "; "),
      Self.state(contact), reachability.state.rawValue, reachability.reason, contact.notes,
    ]
  }
}
