/// What the `template` commands tell.
package enum ThemeView {
  /// What `template new` made, and what to do with it.
  package static func made(_ name: String, base: String, files: [String]) -> String {
    """
    Made the theme \(name), which looks like \(base) until you change it.

      Colours and fonts: templates/\(name)/style.css
      How to go on:      templates/\(name)/README.md

      Look at it:  solstice template preview \(name)
      Use it:      write “theme: \(name)” in solstice.yml
    """
  }

  /// What `template check` found.
  package static func checked(_ report: ThemeReport) -> String {
    let name = report.theme
    var lines: [String] = []
    if report.lines.isEmpty {
      lines.append("The theme \(name) is in order.")
    } else {
      let parts = [(report.errors, "error"), (report.warnings, "warning")].filter { $0.0 > 0 }
        .map { "\(NumberWords.text($0.0)) \($0.1)\($0.0 == 1 ? "" : "s")" }
      lines.append("The theme \(name) has \(parts.joined(separator: " and ")).")
    }
    if !report.lines.isEmpty {
      lines += [""] + report.lines.map { "  \($0.level == "error" ? "" : "warning ")\($0.text)" }
    }
    lines.append("")
    lines.append(
      report.languages.isEmpty
        ? "  Mend the lines above and check again; then sample letters are made with it, too."
        : "  Sample letters were made and checked in \(report.languages.joined(separator: ", ")), "
          + "and with one and fifty items.")
    if report.errors == 0 { lines.append("  Look at it: solstice template preview \(name)") }
    return lines.joined(separator: "\n")
  }

  package static func previewed(_ name: String, page: String) -> String {
    """
    Wrote a preview of the theme \(name): light, dark, phone, text, one item and fifty.

      Open in a browser: \(page)
    """
  }
}
