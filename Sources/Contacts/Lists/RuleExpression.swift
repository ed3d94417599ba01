/// What a rule says, in one form only: nested alike operators are one, two nots are none.
indirect enum RuleExpression: Hashable, Sendable {
  case term(RuleTerm)
  case not(RuleExpression)
  case all([RuleExpression])
  case any([RuleExpression])

  static func negation(_ inner: Self) -> Self {
    if case .not(let positive) = inner { return positive }
    return .not(inner)
  }

  static func conjunction(_ parts: [Self]) -> Self {
    let flat = parts.flatMap { part -> [Self] in
      if case .all(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  static func disjunction(_ parts: [Self]) -> Self {
    let flat = parts.flatMap { part -> [Self] in
      if case .any(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  func matches(_ facts: ContactFacts) -> Bool {
    switch self {
    case .term(let term): term.matches(facts)
    case .not(let inner): !inner.matches(facts)
    case .all(let parts): parts.allSatisfy { $0.matches(facts) }
    case .any(let parts): parts.contains { $0.matches(facts) }
    }
  }

  var terms: [RuleTerm] {
    switch self {
    case .term(let term): [term]
    case .not(let inner): inner.terms
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }

  /// With no brackets but those that are needed.
  var description: String {
    switch self {
    case .term(let term): term.description
    case .not(let inner):
      switch inner {
      case .term, .not: "not \(inner.description)"
      case .all, .any: "not (\(inner.description))"
      }
    case .all(let parts):
      parts.map { part in
        if case .any = part { "(\(part.description))" } else { part.description }
      }.joined(separator: " and ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }
}
