/// A language as BCP 47 names it: `en`, `ja`, `zh-Hans`.
package struct Language: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  package let tag: String

  /// A tag of letters, digits and hyphens, at most 35 long, written in the usual letter case.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count <= 35, let primary = parts.first, (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy(Self.isLetter)
    else { return nil }
    var written = [primary.lowercased()]
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count),
        part.utf8.allSatisfy({ Self.isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) })
      else { return nil }
      switch part.utf8.count {
      case 4: written.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
      case 2: written.append(part.uppercased())
      default: written.append(part.lowercased())
      }
    }
    tag = written.joined(separator: "-")
  }

  private init(known: String) {
    tag = known
  }

  package static let english = Self(known: "en")
  package static let japanese = Self(known: "ja")
  package static let simplifiedChinese = Self(known: "zh-Hans")

  package var primary: String { String(tag.prefix { $0 != "-" }) }

  /// `rtl` for the scripts that are written from right to left.
  package var direction: String {
    ["ar", "he", "fa", "ur", "yi", "ps", "sd", "ug"].contains(primary) ? "rtl" : "ltr"
  }

  package var description: String { tag }

  package static func < (left: Self, right: Self) -> Bool { left.tag < right.tag }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
