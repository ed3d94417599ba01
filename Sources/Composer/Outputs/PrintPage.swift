package import Mail

/// Makes of an edition's page what a PDF is printed from.
///
/// It may load nothing but the pictures beside it; links to files beside it become whole addresses,
/// or plain text where there is no site, since a PDF travels alone; and the style's variables are
/// filled in, for printers that don't know them everywhere.
package struct PrintPage: Sendable {
  private let folder: String?
  private let language: Language

  package init(language: Language, period: Period, publication: Publication) {
    self.language = language
    folder = EditionLinks(period: period, publication: publication).folder
  }

  /// Takes the page as it was composed.
  package func html(_ page: String) -> String {
    var variables = StyleVariables()
    var isStyle = false
    var isFirst = true
    var output = ""
    for token in HTMLScanner.tokens(page) {
      switch token {
      case .start("style", _, let raw):
        isStyle = true
        output += raw
      case .other(let text) where isStyle:
        if isFirst, let sheet = try? StyleSheet(parsing: text) { variables = sheet.variables }
        isFirst = false
        output += variables.resolve(text, language: language.tag)
      case .start("head", _, let raw): output += raw + Self.policy
      case .start("link", _, _): break
      case .start("a", let attributes, let raw): output += link(attributes, raw)
      case .end("style", let raw):
        isStyle = false
        output += raw
      case .text(let raw), .other(let raw), .start(_, _, let raw), .end(_, let raw): output += raw
      }
    }
    return output
  }

  private static let policy = """

    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; img-src file: data:; style-src 'unsafe-inline'">
    """

  private func link(_ attributes: [HTMLToken.Attribute], _ raw: String) -> String {
    guard let target = attributes.first(where: { $0.name == "href" })?.value else { return raw }
    let whole = ["#", "http://", "https://", "mailto:"]
    guard !whole.contains(where: target.hasPrefix) else { return raw }
    guard let folder, !target.hasPrefix("../") else { return "<a>" }
    return raw.replacing("href=\"\(target)\"", with: "href=\"\(folder)\(target)\"")
  }
}
