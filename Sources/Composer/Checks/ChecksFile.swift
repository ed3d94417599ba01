package import FoundationEssentials

/// Writes findings as `checks.json`.
package enum ChecksFile {
  private struct Contents: Encodable {
    let period: String
    let errors: Int
    let warnings: Int
    let findings: [Finding]
  }

  /// Writes the findings of all languages; what does not depend on the language is told once.
  package static func write(_ letters: [ComposedEdition]) throws -> Data {
    var seen: Set<String> = []
    let findings = letters.flatMap(\.findings).filter {
      let isOfSource =
        $0.code.hasPrefix("source-") || ["site-missing", "outside-period"].contains($0.code)
      return !isOfSource || seen.insert("\($0.code) \($0.place) \($0.reason)").inserted
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let contents = Contents(
      period: letters.first?.edition.period.description ?? "",
      errors: findings.count { $0.level == .error },
      warnings: findings.count { $0.level == .warning }, findings: findings)
    var data = try encoder.encode(contents)
    data.append(0x0A)
    return data
  }
}
