/// A language as BCP 47 names it: `ja`, `zh-Hant`, `en-SG`.
///
/// Canonical case (RFC 5646 section 2.1.1); Chinese by script, because that is what a reader needs:
/// `zh-TW` and `zh-HK` are kept, and `script` tells which letters they take.
package struct Language: Hashable, Sendable, CustomStringConvertible {
  package let tag: String

  /// Takes a well-formed tag, or a language's name in any of the networks' languages.
  ///
  /// Nil for anything else.
  package init?(parsing text: some StringProtocol) {
    let word = LanguageNames.normalized(text)
    if let known = LanguageNames.tags[word] {
      tag = known
    } else if let canonical = Self.canonical(word) {
      tag = canonical
    } else {
      return nil
    }
  }

  package var description: String { tag }

  /// The first subtag: `zh` of `zh-Hant`.
  package var primary: String { String(tag.prefix { $0 != "-" }) }

  /// `Hans` or `Hant` for Chinese, also where only a region tells; nil for other languages.
  package var script: String? {
    guard primary == "zh" else { return nil }
    let parts = tag.split(separator: "-")
    let traditional = parts.contains { ["Hant", "TW", "HK", "MO"].contains($0) }
    return traditional && !parts.contains("Hans") ? "Hant" : "Hans"
  }

  /// A tag of a two-letter language that exists, an optional script and an optional region.
  private static func canonical(_ word: String) -> String? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, LanguageNames.codes.contains(first), parts.count <= 3 else {
      return nil
    }
    var result = String(first)
    for part in parts.dropFirst() {
      guard part.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
      else {
        return nil
      }
      switch part.utf8.count {
      case 4: result += "-" + part.prefix(1).uppercased() + part.dropFirst()
      case 2: result += "-" + part.uppercased()
      case 3 where part.utf8.allSatisfy { $0 < 0x3A }: result += "-" + part
      default: return nil
      }
    }
    return result
  }
}
