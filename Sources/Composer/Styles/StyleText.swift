import Mail

/// Changes a sheet as text, for pages, which keep it as it was written.
enum StyleText {
  /// The sheet without what would be fetched from elsewhere, left and right turned about if wanted.
  static func forPage(_ text: String, isRightToLeft: Bool) -> String {
    let fetches = ["@import", "@font-face"].contains { text.lowercased().contains($0) }
    guard isRightToLeft || fetches else { return text }
    var output = ""
    output.reserveCapacity(text.utf8.count)
    var piece = ""
    // How deep we are in a block that is left out.
    var depth = 0
    var lexer = StyleLexer(text)
    func put(_ text: String) { if depth == 0 { output += text } }
    while let part = lexer.next() {
      switch part {
      case .open:
        if depth > 0 || StyleAtRule.name(piece.trimmed()) == "font-face" { depth += 1 }
        put(piece + "{")
        piece = ""
      case .close:
        put((isRightToLeft ? mirrored(piece) : piece) + "}")
        if depth > 0 { depth -= 1 }
        piece = ""
      case .semicolon:
        if StyleAtRule.name(piece.trimmed()) != "import" {
          put((isRightToLeft ? mirrored(piece) : piece) + ";")
        }
        piece = ""
      case .comment: break
      case .text(let text), .unclosed(let text, _): piece += text
      }
    }
    return output + piece
  }

  private static func mirrored(_ piece: String) -> String {
    guard let colon = piece.firstIndex(of: ":") else { return piece }
    let name = String(piece[..<colon]).trimmed().lowercased()
    guard !name.isEmpty, !name.hasPrefix("--") else { return piece }
    let mirrored = StyleMirror.mirror(
      Declaration(
        name: name, value: String(piece[piece.index(after: colon)...]), isImportant: false))
    let blanks = piece.prefix(while: \.isWhitespace)
    return "\(blanks)\(mirrored.name):\(mirrored.value)"
  }
}
