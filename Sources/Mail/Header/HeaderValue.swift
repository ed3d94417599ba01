/// The text of a header: a value that exists has no line break and no NUL, so it injects nothing.
package struct HeaderValue: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String, for header: String = "") throws(HeaderError) {
    guard !text.unicodeScalars.contains(where: Self.breaks) else {
      throw HeaderError(
        header: header, reason: "the text holds a line break or control character; take it out")
    }
    self.text = text
  }

  /// Takes outside text: line breaks and controls become single spaces.
  package static func sanitising(_ text: String) -> Self {
    // Nearly all: this runs for every letter.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return Self(checked: text) }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      cleaned.append(breaks(scalar) ? " " : scalar)
    }
    return Self(checked: String(cleaned))
  }

  package var description: String { text }

  private init(checked text: String) {
    self.text = text
  }

  /// C0 controls but the tab, DEL, C1 controls, and Unicode's two separators.
  private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
