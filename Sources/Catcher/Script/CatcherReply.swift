/// A reply as the catcher sends it: a code and one or more lines of text (RFC 5321 section 4.2).
///
/// Written as one string, `550 5.1.1 No such user`; line feeds part the lines of a longer reply.
package struct CatcherReply: Hashable, Sendable, CustomStringConvertible {
  package let code: Int
  package let lines: [String]

  /// Makes a reply, replacing control characters in the text by spaces.
  package init(_ code: Int, _ lines: String...) {
    self.init(code, lines: lines)
  }

  init(_ code: Int, lines: [String]) {
    self.code = min(max(code, 200), 599)
    self.lines = lines.isEmpty ? [""] : lines.map(Self.printable)
  }

  /// Reads `code text`, nil unless it is a reply code from 200 to 599, a space and text.
  package init?(parsing text: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 3, let code = Int(parts[0]),
      (200...599).contains(code), text.utf8.count <= Self.longest
    else { return nil }
    let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.allSatisfy({ Self.isPrintable($0) && $0.utf8.count <= 500 }) else {
      return nil
    }
    self.init(code, lines: lines)
  }

  package var description: String { "\(code) " + lines.joined(separator: "\n") }

  /// Whether the connection ends with it: 421 says so (RFC 5321 section 3.8).
  var closes: Bool { code == 421 }

  /// Whether it says no, now or for ever.
  package var isRefusal: Bool { code >= 400 }

  /// The octets on the wire, without the enhanced codes when they are not offered.
  func wire(enhanced: Bool = true) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      let shown = enhanced ? line[...] : Self.withoutEnhanced(line)
      text += "\(code)\(index == lines.count - 1 ? " " : "-")\(shown)\r\n"
    }
    return text
  }

  private static let longest = 4000

  private static func printable(_ text: String) -> String {
    guard !isPrintable(text) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isControl(scalar) ? " " : scalar) }
    return String(clean)
  }

  /// Whether a text can stand on one line: no control characters.
  static func isPrintable(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: isControl)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func withoutEnhanced(_ line: String) -> Substring {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, StatusText.isEnhanced(parts[0]) else { return line[...] }
    return parts[1]
  }
}

/// Recognises enhanced status codes (RFC 3463 section 2).
enum StatusText {
  static func isEnhanced(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, ["2", "4", "5"].contains(parts[0]) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
    }
  }
}
