extension PreparedMessage {
  /// Everything that all readers get, in a form to hash for approval.
  ///
  /// Two letters have the same bytes only if they are the same: lengths stand before contents.
  package func canonicalBytes(language: String) -> [UInt8] {
    var output = Array("solstice-letter-1\n\(language.utf8.count) \(language)\n".utf8)
    output.reserveCapacity(fixedCount + 4096)
    for segment in segments {
      switch segment {
      case .bytes(let bytes):
        output += Array("bytes \(bytes.count)\n".utf8)
        output += bytes
      case .merge(let field, let encoding):
        output += Array("merge \(field.rawValue) \(encoding.rawValue)\n".utf8)
      }
    }
    return output
  }
}
