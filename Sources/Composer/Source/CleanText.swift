/// Takes out of people's text what would disturb a letter or imitate a merge point.
package enum CleanText {
  /// Removes a byte order mark, controls but tab and line ends, and Unicode's noncharacters.
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isUnwanted($0) }))
  }

  private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFDD0...0xFDEF: true
    // Overrides of direction can make a link look like another one.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
