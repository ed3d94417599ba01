/// A message composed once, in fixed segments and merge points, and spliced for each reader.
///
/// The fixed bytes are final: CRLF line ends, encoded, lines within limits. A merge point inside a
/// body lies in a quoted-printable part, where a soft line break on both sides keeps lines ≤ 76.
package struct PreparedMessage: Sendable, Codable, Hashable {
  package enum Segment: Sendable, Codable, Hashable {
    case bytes([UInt8])
    case merge(MergeField, MergeEncoding)
    /// A passage for the readers of whom the condition is true, and another for everybody else.
    case when(MergeCondition, then: [Self], otherwise: [Self])
  }

  package let segments: [Segment]
  /// The most fixed bytes that a reader gets, for reserving memory.
  package let fixedCount: Int

  package init(segments: [Segment]) {
    self.segments = segments
    fixedCount = Self.count(segments)
  }

  /// Whether the letter asks for what only the contact's record tells: member or roles.
  package var asksForFacts: Bool {
    let facts: Set<MergeField> = [.recipientMember, .recipientRoles]
    return Self.asks(segments, for: facts)
  }

  private static func asks(_ segments: [Segment], for facts: Set<MergeField>) -> Bool {
    segments.contains { segment in
      switch segment {
      case .bytes: false
      case .merge(let field, _): facts.contains(field)
      case .when(let condition, let then, let otherwise):
        facts.contains(condition.field) || asks(then, for: facts) || asks(otherwise, for: facts)
      }
    }
  }

  /// Appends one reader's message to a buffer.
  package func splice(_ values: MergeValues, into buffer: inout [UInt8]) {
    buffer.reserveCapacity(buffer.count + fixedCount + 1024)
    Self.splice(segments, values, into: &buffer)
  }

  private static func splice(
    _ segments: [Segment], _ values: MergeValues, into buffer: inout [UInt8]
  ) {
    for segment in segments {
      switch segment {
      case .bytes(let bytes): buffer.append(contentsOf: bytes)
      case .merge(let field, let encoding):
        encoding.append(values[field], to: &buffer)
      case .when(let condition, let then, let otherwise):
        splice(condition.holds(for: values) ? then : otherwise, values, into: &buffer)
      }
    }
  }

  private static func count(_ segments: [Segment]) -> Int {
    segments.reduce(0) { sum, segment in
      switch segment {
      case .bytes(let bytes): sum + bytes.count
      case .merge: sum
      case .when(_, let then, let otherwise): sum + max(count(then), count(otherwise))
      }
    }
  }
}
