/// Writes any text as the inside of a CSS string, for the running line of a printed page.
enum CSSText {
  /// Letters, digits and blanks stay; everything else is its number (CSS Syntax 3, section 4.3.7),
  /// so that no text can end the string, the rule or the style element.
  static func escape(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        output.unicodeScalars.append(scalar)
      } else {
        output += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return output
  }
}
