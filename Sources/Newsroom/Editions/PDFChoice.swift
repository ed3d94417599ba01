/// Which program makes the PDF: `pdf:` in `solstice.yml`.
package enum PDFChoice: String, CaseIterable, Sendable {
  /// Chromium where it is installed, since its PDFs are tagged for screen readers whatever its
  /// version, and it takes a second where WeasyPrint takes ten; else WeasyPrint.
  case auto
  case weasyprint
  case chromium

  var tools: [PDFTool.Kind] {
    switch self {
    case .auto: [.chromium, .weasyprint]
    case .weasyprint: [.weasyprint]
    case .chromium: [.chromium]
    }
  }
}
