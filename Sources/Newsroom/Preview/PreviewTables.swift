import Composer
import Mail

/// The tables of a preview page: languages with their sizes, and what the checks found.
struct PreviewTables {
  /// Gmail shows so many octets of a letter's HTML.
  static let clipping = 102_000
  private let preview: Preview

  init(_ preview: Preview) {
    self.preview = preview
  }

  var languages: String {
    let rows = preview.letters.map { letter in
      let size = letter.html.utf8.count
      let percent = min(100, size * 100 / Self.clipping)
      let found = preview.findings.filter { $0.languages.contains(letter.language) }
      let errors = found.count { $0.finding.level == .error }
      return """
        <tr><td>\(escape(LanguageLabel.english(letter.language)))</td>\
        <td lang="\(letter.language)">\(escape(letter.header("Subject")))</td>\
        <td class="number">\(kilobytes(size))</td>\
        <td class="share"><svg width="100" height="10" role="img" \
        aria-label="\(percent) % of what Gmail shows"><title>\(percent) % of what Gmail shows</title>\
        <rect class="all" width="100" height="10"/><rect class="part" width="\(percent)" height="10"/>\
        </svg></td><td class="number">\(kilobytes(letter.message.count))</td>\
        <td class="number\(errors > 0 ? " warn" : "")">\(errors)</td>\
        <td class="number">\(found.count - errors)</td></tr>
        """
    }.joined(separator: "\n")
    return """
      <h2>Languages</h2>
      <table>
      <thead><tr><th>Language</th><th>Subject</th><th class="number">HTML</th>\
      <th>of Gmail’s 102 kB</th><th class="number">Message</th><th class="number">Errors</th>\
      <th class="number">Warnings</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  /// Errors first; what has one code stands together.
  var checks: String {
    guard preview.source.composed != nil else { return "" }
    let findings = preview.errors + preview.warnings
    guard !findings.isEmpty else { return "<h2>Checks</h2>\n<p>Nothing was found.</p>" }
    var order: [String] = []
    var groups: [String: [FindingGroup]] = [:]
    for finding in findings {
      let code = finding.finding.code
      if groups[code] == nil { order.append(code) }
      groups[code, default: []].append(finding)
    }
    return "<h2>Checks</h2>\n" + order.map { group($0, groups[$0] ?? []) }.joined(separator: "\n")
  }

  private func group(_ code: String, _ findings: [FindingGroup]) -> String {
    guard let first = findings.first?.finding else { return "" }
    let shown = 6
    var text = """
      <section class="check \(first.level.rawValue)"><h3>\(escape(first.title)) \
      <span class="code">\(first.level.rawValue) \(escape(code))</span></h3>
      <ul>\(findings.prefix(shown).map(Self.line).joined())</ul>
      """
    if findings.count > shown {
      text +=
        "\n<details><summary>\(findings.count - shown) more</summary>\n<ul>"
        + findings.dropFirst(shown).prefix(500).map(Self.line).joined() + "</ul></details>"
    }
    return text + "</section>"
  }

  private static func line(_ group: FindingGroup) -> String {
    let languages = group.languages.joined(separator: ", ")
    return "<li><span class=\"place\">\(PageText.escape(group.finding.place))</span> "
      + "\(PageText.escape(group.finding.reason)) <span class=\"soft\">\(languages)</span></li>"
  }

  /// One error as something to do.
  static func task(_ group: FindingGroup) -> String {
    let finding = group.finding
    return "<section class=\"check error\"><h3>\(PageText.escape(finding.title)) "
      + "<span class=\"code\">\(PageText.escape(finding.code))</span></h3>"
      + "<ul>\(line(group))</ul></section>"
  }

  private func kilobytes(_ octets: Int) -> String { "\((octets + 999) / 1000) kB" }

  private func escape(_ text: String) -> String { PageText.escape(text) }
}
