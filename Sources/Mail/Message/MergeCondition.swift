/// What has to be true of a reader for a passage to be in their letter.
package enum MergeCondition: Hashable, Codable, Sendable {
  /// The reader has a value for the field.
  case has(MergeField)
  /// The reader's value is one of these; of several roles, one has to be.
  case isOneOf(MergeField, [String])

  /// Whether it is true of a reader; capitals and forms of the same letter count alike.
  package func holds(for values: MergeValues) -> Bool {
    switch self {
    case .has(let field): return !values[field].isEmpty
    case .isOneOf(let field, let wanted):
      let value = values[field]
      guard !value.isEmpty else { return false }
      guard field == .recipientRoles else { return Self.isOne(value, of: wanted) }
      return value.split(separator: ",").contains { Self.isOne(String($0).trimmed(), of: wanted) }
    }
  }

  /// The field that it asks about.
  package var field: MergeField {
    switch self {
    case .has(let field), .isOneOf(let field, _): field
    }
  }

  private static func isOne(_ value: String, of wanted: [String]) -> Bool {
    // Strings are equal by canonical equivalence, so only capitals are left to fold.
    let folded = value.lowercased()
    return wanted.contains { $0.lowercased() == folded }
  }
}
