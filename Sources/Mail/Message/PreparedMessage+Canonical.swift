extension PreparedMessage {
  /// Everything that all readers get, in a form to hash for approval.
  ///
  /// Two letters have the same bytes only if they are the same: lengths stand before contents.
  package func canonicalBytes(language: String) -> [UInt8] {
    var output = Array("solstice-letter-1\n\(language.utf8.count) \(language)\n".utf8)
    output.reserveCapacity(fixedCount + 4096)
    Self.append(segments, to: &output)
    return output
  }

  private static func append(_ segments: [Segment], to output: inout [UInt8]) {
    for segment in segments {
      switch segment {
      case .bytes(let bytes):
        output += Array("bytes \(bytes.count)\n".utf8)
        output += bytes
      case .merge(let field, let encoding):
        output += Array("merge \(field.rawValue) \(encoding.rawValue)\n".utf8)
      case .when(let condition, let then, let otherwise):
        switch condition {
        case .has(let field): output += Array("when-has \(field.rawValue)\n".utf8)
        case .isOneOf(let field, let values):
          output += Array("when-one \(field.rawValue) \(values.count)\n".utf8)
          for value in values { output += Array("\(value.utf8.count) \(value)\n".utf8) }
        }
        output += Array("\(then.count) \(otherwise.count)\n".utf8)
        append(then, to: &output)
        append(otherwise, to: &output)
      }
    }
  }
}
