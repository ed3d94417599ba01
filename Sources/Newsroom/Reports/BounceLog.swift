import Contacts
import Foundation
import Mail
package import Storage

/// `bounces log`: every refusal and report as one line.
package struct BounceLog: Sendable {
  package static let columns = [
    "time", "contact", "mailing", "kind", "status", "permanence", "reason", "diagnosis", "source",
    "told_by", "proof",
  ]

  private let office: Office
  private let mailing: String?

  /// Fails where a mailing is named that does not exist.
  package init(office: Office, mailing: String?) throws(Problem) {
    self.office = office
    self.mailing = mailing
    guard let mailing else { return }
    let known = try attempt { try MailingStore(database: office.database).mailing(named: mailing) }
    guard known != nil else {
      throw Problem(.missingInput, "There is no mailing \(mailing). See: solstice status")
    }
  }

  package func each(_ body: (BounceEntry) throws -> Void) throws(Problem) {
    try attempt { try BounceStore(database: office.database).each(mailing: mailing, body) }
  }

  /// The whole log as a spreadsheet: UTF-8 with BOM, safe against formulas.
  package func csv() throws(Problem) -> [UInt8] {
    var writer = SheetWriter(columns: Self.columns)
    try each { writer.add(cells($0).map { $0 ?? "" }) }
    return writer.bytes
  }

  package func eachJSON(_ body: (String) -> Void) throws(Problem) {
    try each { entry in
      let fields = zip(Self.columns, cells(entry)).map { JSONText.field($0, $1) }
      body("{" + fields.joined(separator: ",") + "}")
    }
  }

  /// The day of an entry in the workspace's zone.
  func day(_ entry: BounceEntry) -> String {
    WorkspaceDay.text(entry.at, office.configuration.zone)
  }

  private func cells(_ entry: BounceEntry) -> [String?] {
    let style = Date.ISO8601FormatStyle(
      timeZoneSeparator: .colon, timeZone: office.configuration.zone)
    return [
      entry.at.formatted(style),
      entry.recipient, entry.mailing, entry.kind, entry.status, entry.permanence, entry.reason,
      entry.diagnosis, entry.source, entry.toldBy, entry.proof,
    ]
  }
}
