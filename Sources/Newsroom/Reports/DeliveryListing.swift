import Composer
import Contacts
import Dispatcher
package import Foundation
import Mail
package import Storage

/// `deliveries`: who got it, when, and what the server said.
package struct DeliveryListing: Sendable {
  package static let csvHeader = "contact,state,attempts,reply,message_id,updated,report"

  package let summary: MailingSummary
  private let office: Office
  private let database: SolsticeDatabase
  private let state: String?

  /// Opens a mailing's rows, or those of the last trial of it.
  package static func open(
    _ office: Office, mailing name: String, trial: Bool, state: String?
  ) throws(Problem) -> Self {
    if let state, !DeliveryState.allCases.contains(where: { $0.shown == state }) {
      let known = "planned, attempting, accepted, deferred, refused, in-doubt, cancelled"
      throw Problem(.usage, "“\(state)” is no state; known are \(known).")
    }
    var database = office.database
    if trial {
      do {
        database = try SolsticeDatabase.open(path: Files.path(office.workspace.trialFile))
      } catch {
        throw Problem(
          .missingInput, "There has been no trial. Run: solstice send \(name) --relay catcher:")
      }
    }
    let source = database
    guard let summary = try attempt({ try MailingStore(database: source).mailing(named: name) })
    else {
      throw Problem(
        .missingInput,
        trial
          ? "The last trial was not of \(name)."
          : "\(name) has not been approved, so there are no deliveries. "
            + "Run: solstice approve \(name) --by NAME")
    }
    return Self(summary: summary, office: office, database: database, state: state)
  }

  package func each(_ body: (DeliveryRecord) throws -> Void) throws(Problem) {
    try attempt {
      try DeliveryStore(database: database).each(ofMailing: summary.id) { record in
        if let state, record.state.shown != state { return }
        try body(record)
      }
    }
  }

  /// One CSV line for each row, safe in spreadsheets.
  package func eachLine(_ body: (String) -> Void) throws(Problem) {
    try each { record in
      let cells = [
        record.address, record.state.shown, String(record.attempts), record.reply,
        messageID(record), moment(record.updated), record.report,
      ]
      body(cells.map(Self.cell).joined(separator: ","))
    }
  }

  package func eachJSON(_ body: (String) -> Void) throws(Problem) {
    try each { record in
      let fields = [
        JSONText.field("contact", record.address), JSONText.field("state", record.state.shown),
        JSONText.field("attempts", record.attempts), JSONText.field("reply", record.reply),
        JSONText.field("message_id", messageID(record)),
        JSONText.field("updated", moment(record.updated)),
        JSONText.field("report", record.report),
      ]
      body("{" + fields.joined(separator: ",") + "}")
    }
  }

  private func messageID(_ record: DeliveryRecord) -> String {
    record.messageID.isEmpty
      ? ""
      : "<\(record.messageID)@\(office.configuration.publication.sender.address.domain.ascii)>"
  }

  /// RFC 3339 in the workspace's zone.
  package func moment(_ date: Date) -> String {
    date.formatted(
      Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: office.configuration.zone))
  }

  private static func cell(_ text: String) -> String {
    let value = FormulaGuard.on(
      text.replacing("\r", with: " ").replacing("\n", with: " "))
    guard value.contains(where: { ",\"".contains($0) }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
