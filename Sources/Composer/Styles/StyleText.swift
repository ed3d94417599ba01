import Mail

/// Changes a sheet as text, for pages, which keep it as it was written.
enum StyleText {
  /// The sheet with left and right turned about in every declaration, at any depth.
  static func mirrored(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count)
    var piece = ""
    var lexer = StyleLexer(text)
    while let part = lexer.next() {
      switch part {
      case .open:
        output += piece + "{"
        piece = ""
      case .close:
        output += declaration(piece) + "}"
        piece = ""
      case .semicolon:
        output += declaration(piece) + ";"
        piece = ""
      case .comment: break
      case .text(let text), .unclosed(let text, _): piece += text
      }
    }
    return output + piece
  }

  private static func declaration(_ piece: String) -> String {
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
