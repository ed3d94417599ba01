/// A report as one HTML page after the house's look: sentence, picture, table, what to do next.
struct ReportHTML {
  private let report: EditionReport
  private let day: String

  init(_ report: EditionReport, day: String) {
    self.report = report
    self.day = day
  }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escape(report.edition)): \(escape(report.sentence))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    <p class="label">Whom \(escape(report.edition)) reached · \(escape(day))</p>
    <h1>\(escape(report.sentence).replacing(". ", with: ".<br>"))</h1>
    <p class="lead">\(escape(report.explanation))</p>
    \(bar)
    <h2>Members</h2>
    \(table)
    \(next)
    </main>
    </body>
    </html>

    """
  }

  private static let colours: [(EditionReport.Standing, String)] = [
    (.accepted, "#1f5c42"), (.waiting, "#8fbf9f"), (.inDoubt, "#e3b478"), (.returned, "#b4581a"),
    (.refused, "#b4581a"), (.cancelled, "#9aa39d"),
  ]

  private var shares: [(title: String, count: Int, colour: String)] {
    Self.colours.map { (EditionReporter.title($0.0), report.count($0.0), $0.1) }
      .filter { $0.count > 0 }
  }

  private var bar: String {
    let total = max(report.readers.count, 1)
    var offset = 0
    var cells = ""
    for share in shares {
      let x = Self.position(offset, of: total)
      let width = Self.position(share.count, of: total)
      cells += """
        <rect x="\(x)" y="0" width="\(width)" height="26" fill="\(share.colour)" \
        stroke="#ffffff"><title>\(share.count) \(share.title)</title></rect>
        """
      offset += share.count
    }
    let words = shares.map { "\($0.count) \($0.title)" }.joined(separator: ", ")
    let legend = shares.map {
      """
      <li><svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" \
      fill="\($0.colour)"/></svg> <b>\($0.count)</b> \($0.title)</li>
      """
    }.joined(separator: "\n")
    return """
      <svg class="bar" viewBox="0 0 880 26" preserveAspectRatio="none" role="img" \
      aria-label="\(words)"><title>\(words)</title>\(cells)</svg>
      <ul class="legend">
      \(legend)
      </ul>
      """
  }

  /// A share of 880 units with two digits, without the locale's decimal comma.
  private static func position(_ count: Int, of total: Int) -> String {
    let hundredths = count * 88_000 / total
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private var table: String {
    let rows = report.members.map { member in
      let warn = member.accepted == 0 ? " class=\"number warn\"" : " class=\"number\""
      // A short name that the long one begins with tells nothing new.
      let short = member.name.hasPrefix(member.short) ? "" : member.short
      return """
        <tr><td class="soft">\(escape(member.place))</td><td>\(escape(member.name)) \
        <span class="soft">\(escape(short))</span></td>\
        <td class="number">\(member.contacts)</td><td\(warn)>\(member.accepted)</td>\
        <td class="evidence">\(escape(member.evidence))</td></tr>
        """
    }.joined(separator: "\n")
    return """
      <table>
      <thead><tr><th>Place</th><th>Member</th><th class="number">Contacts</th>\
      <th class="number">Accepted</th><th>Strongest evidence</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  private var next: String {
    guard !report.tasks.isEmpty else { return "<h2>What to do next</h2>\n<p>Nothing.</p>" }
    let tasks = report.tasks.map {
      "<section class=\"task\"><h3>\(escape($0.title))</h3><p>\(escape($0.text))</p></section>"
    }.joined(separator: "\n")
    return "<h2>What to do next</h2>\n\(tasks)"
  }

  private func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let style = """
    body { margin: 0; background: #ffffff; color: #1d2b24;
      font: 16px/1.55 "Helvetica Neue", Arial, "Noto Sans CJK SC", sans-serif; }
    main { max-width: 880px; margin: 0 auto; padding: 40px; }
    .label { font-size: 12px; font-weight: bold; letter-spacing: .08em; text-transform: uppercase;
      color: #1f5c42; margin: 0; }
    h1 { font: 36px/1.2 Georgia, "Noto Serif", serif; margin: 12px 0 20px; }
    h2 { font: 21px/1.3 Georgia, "Noto Serif", serif; margin: 44px 0 16px; }
    .lead { color: #566259; max-width: 620px; margin: 0 0 24px; }
    .bar { display: block; width: 100%; height: 26px; }
    .legend { list-style: none; margin: 8px 0 0; padding: 0; font-size: 13px; color: #566259; }
    .legend li { display: inline-block; margin-right: 20px; }
    .legend b { color: #1d2b24; }
    table { width: 100%; border-collapse: collapse; }
    th { font-size: 12px; font-weight: normal; color: #566259; text-align: left;
      border-bottom: 2px solid #1d2b24; padding: 0 12px 8px 0; }
    td { border-bottom: 1px solid #d9dfd5; padding: 9px 12px 9px 0; vertical-align: top; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
    td.warn { color: #b4581a; font-weight: bold; }
    .soft { color: #566259; }
    .evidence { font-size: 13px; white-space: nowrap; }
    .task { border-left: 4px solid #b4581a; padding: 4px 0 4px 14px; margin: 0 0 14px;
      break-inside: avoid; }
    .task h3 { font-size: 15px; margin: 0; }
    .task p { font-size: 15px; color: #566259; margin: 2px 0 0; overflow-wrap: anywhere; }
    @media (max-width: 600px) {
      main { padding: 20px; }
      h1 { font-size: 29px; }
      td, th { padding-right: 8px; }
      .evidence { white-space: normal; }
    }
    @media print { @page { size: A4; margin: 16mm; } main { padding: 0; max-width: none; } }
    """
}
