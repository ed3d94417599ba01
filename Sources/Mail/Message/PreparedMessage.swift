/// A message composed once, in fixed segments and merge points, and spliced for each reader.
///
/// The fixed bytes are final: CRLF line ends, encoded, lines within limits. A merge point inside a
/// body lies in a quoted-printable part, where a soft line break on both sides keeps lines ≤ 76.
package struct PreparedMessage: Sendable, Codable, Hashable {
  package enum Segment: Sendable, Codable, Hashable {
    case bytes([UInt8])
    case merge(MergeField, MergeEncoding)
  }

  package let segments: [Segment]
  /// The fixed bytes together, for reserving memory.
  package let fixedCount: Int

  package init(segments: [Segment]) {
    self.segments = segments
    fixedCount = segments.reduce(0) { sum, segment in
      if case .bytes(let bytes) = segment { sum + bytes.count } else { sum }
    }
  }

  /// Appends one reader's message to a buffer.
  package func splice(_ values: MergeValues, into buffer: inout [UInt8]) {
    buffer.reserveCapacity(buffer.count + fixedCount + 1024)
    for segment in segments {
      switch segment {
      case .bytes(let bytes): buffer.append(contentsOf: bytes)
      case .merge(let field, let encoding):
        encoding.append(values[field], to: &buffer)
      }
    }
  }
}
