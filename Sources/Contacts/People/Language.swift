package import Mail

extension Language {
  /// Takes a well-formed tag, or a language's name in any of the networks' languages.
  ///
  /// Nil for anything else. Chinese by script or region: `zh-TW` and `zh-HK` are kept, and `script`
  /// tells which letters they take.
  package init?(parsing text: some StringProtocol) {
    let word = LanguageNames.normalized(text)
    if let known = LanguageNames.tags[word] {
      self.init(known)
    } else if Self.isPlausible(word) {
      self.init(word)
    } else {
      return nil
    }
  }

  /// `Hans` or `Hant` for Chinese, also where only a region tells; nil for other languages.
  package var script: String? {
    guard primary == "zh" else { return nil }
    let parts = tag.split(separator: "-")
    let traditional = parts.contains { ["Hant", "TW", "HK", "MO"].contains($0) }
    return traditional && !parts.contains("Hans") ? "Hant" : "Hans"
  }

  /// A two-letter language that exists, an optional script and an optional region.
  private static func isPlausible(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, LanguageNames.codes.contains(first), parts.count <= 3 else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      [2, 4].contains(part.utf8.count)
        || part.utf8.count == 3 && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
