/// Names that are set aside for examples and tests (RFC 2606, RFC 6761).
enum SpecialUse {
  /// RFC 6761 `invalid` and `localhost`, RFC 6762 `local`, RFC 7686 `onion`, RFC 3172 `arpa`, and
  /// `internal`, reserved in 2024.
  static let inside: Set<Substring> = [
    "invalid", "localhost", "local", "onion", "arpa", "internal",
  ]
  /// Top-level names that samples may use; they are never looked up.
  static let reserved: Set<Substring> = ["example", "test"]
}
