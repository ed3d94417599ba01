/// Writes any text into XML, in elements and in quoted attributes.
enum XMLText {
  /// Escapes what is markup, and leaves out what XML 1.0 has no place for (section 2.2).
  static func escape(_ text: String) -> String {
    var output = ""
    output.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n": output.unicodeScalars.append(scalar)
      case "\u{FFFE}", "\u{FFFF}": break
      default:
        if scalar.value >= 0x20 { output.unicodeScalars.append(scalar) }
      }
    }
    return output
  }
}
