import Dispatcher
import Storage

/// What `deliveries` shows on a terminal.
package struct DeliveriesView {
  private let listing: DeliveryListing
  private let all: Bool

  package init(_ listing: DeliveryListing, all: Bool) {
    self.listing = listing
    self.all = all
  }

  package var text: String {
    get throws(Problem) {
      let summary = listing.summary
      let order: [DeliveryState] = [
        .accepted, .refused, .deferred, .inDoubt, .cancelled, .planned, .claimed, .onTheWire,
      ]
      let figures = order.filter { summary[$0] > 0 }.map { "\(summary[$0]) \($0.shown)" }
      var lines = ["\(summary.name): \(summary.total) letters, \(figures.joined(separator: ", "))."]
      var columns = Columns()
      var shown = 0
      var hidden = 0
      try listing.each { record in
        guard all || shown < 18 else {
          hidden += 1
          return
        }
        shown += 1
        let report = record.report.isEmpty ? "" : " (\(record.report))"
        columns.add(
          record.address, record.state.shown + report, listing.moment(record.updated),
          Self.short(record.reply))
      }
      if shown > 0 { lines += ["", columns.text] }
      if hidden > 0 { lines += ["", "  … and \(hidden) more: --all, or --format csv"] }
      return lines.joined(separator: "\n")
    }
  }

  static func short(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : $0 }.filter {
      !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x9B }
    }
    return line.count > 60 ? String(line.prefix(59)) + "…" : String(line)
  }
}
