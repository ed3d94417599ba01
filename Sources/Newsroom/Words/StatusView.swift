import Contacts
import Dispatcher
import Foundation
import Mail
import Storage

/// What `status` tells.
package struct StatusView: Sendable {
  private let report: StatusReport

  package init(_ report: StatusReport) {
    self.report = report
  }

  package var text: String {
    var lines = [sentence]
    let standing = Reachability.State.allCases.compactMap { state in
      report.reachability[state].map { "\($0) \(state.rawValue)" }
    }
    if !standing.isEmpty {
      lines += ["", "  By the evidence: " + standing.joined(separator: " · ")]
    }
    if !report.lists.isEmpty {
      var columns = Columns()
      for list in report.lists {
        columns.add(list.name, list.source, "imported \(day(list.imported))")
      }
      lines += ["", "Lists", columns.text]
    }
    if !report.mailings.isEmpty {
      var columns = Columns()
      for mailing in report.mailings.prefix(8) {
        columns.add(
          mailing.name, "approved by \(mailing.approvedBy), \(day(mailing.approvedAt))",
          Self.figures(mailing))
      }
      lines += ["", "Mailings", columns.text]
    }
    if !report.plan.isEmpty {
      var columns = Columns()
      for line in report.plan.prefix(10) { columns.add(line.due, line.output, line.scope) }
      lines += ["", "Work plan", columns.text]
    }
    lines += ["", "Next: \(next)"]
    return lines.joined(separator: "\n")
  }

  package var json: String {
    let lists = report.lists.map { JSONText.string($0.name) }.joined(separator: ",")
    let mailings = report.mailings.map { mailing in
      "{" + JSONText.field("name", mailing.name) + "," + JSONText.field("kind", mailing.kind) + ","
        + DeliveryState.allCases.map { JSONText.field($0.rawValue, mailing[$0]) }
        .joined(separator: ",") + "}"
    }.joined(separator: ",")
    return "{" + JSONText.field("contacts", report.contacts) + ","
      + JSONText.field("mailable", report.mailable) + ","
      + JSONText.field("suspended", report.suspended) + ","
      + JSONText.field("needPerson", report.unmailable) + ",\"lists\":[\(lists)],"
      + "\"mailings\":[\(mailings)]}"
  }

  private var sentence: String {
    guard !report.lists.isEmpty else { return "No list has been imported yet." }
    return
      "\(report.mailable) of \(report.contacts) contacts can be mailed, \(report.suspended) are "
      + "suspended, \(report.unmailable) lines of the lists need a person."
  }

  private var next: String {
    if report.lists.isEmpty { return "solstice contacts comb" }
    guard let mailing = report.mailings.first else { return "solstice compose PERIOD" }
    if mailing[.inDoubt] > 0 { return "solstice deliveries \(mailing.name) --state in-doubt" }
    if mailing[.deferred] > 0 { return "solstice tick (cron does it)" }
    if mailing[.planned] > 0 { return "solstice send \(mailing.name)" }
    return "solstice report \(mailing.name)"
  }

  private static func figures(_ mailing: MailingSummary) -> String {
    let order: [DeliveryState] = [
      .accepted, .refused, .deferred, .inDoubt, .cancelled, .planned, .claimed, .onTheWire,
    ]
    return order.filter { mailing[$0] > 0 }.map { "\(mailing[$0]) \($0.shown)" }
      .joined(separator: ", ")
  }

  private func day(_ date: Date) -> String { WorkspaceDay.text(date, report.zone) }
}
