import Mail

/// Finds in a theme the lines that recolour it.
package enum ColourBlock {
  /// The first `:root { … }` of the theme's own sheet, else of the one that it is based on.
  package static func text(of layers: ThemeLayers) -> String? {
    for layer in layers.styles.reversed() {
      if let block = block(in: layer.text) { return block }
    }
    return nil
  }

  private static func block(in sheet: String) -> String? {
    var lexer = StyleLexer(sheet)
    var prelude = ""
    var block: String?
    while let piece = lexer.next() {
      switch piece {
      case .open:
        block = prelude == ":root" ? ":root {" : nil
      case .close:
        if let block { return block + "}" }
        prelude = ""
      case .semicolon: block?.append(";")
      case .comment(let text): block?.append(text)
      case .text(let text), .unclosed(let text, _):
        prelude = text.trimmed()
        block?.append(text)
      }
    }
    return nil
  }
}
