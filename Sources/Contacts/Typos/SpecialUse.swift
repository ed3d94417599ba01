/// Names that are set aside for examples and tests (RFC 2606, RFC 6761).
enum SpecialUse {
  /// Top-level names that samples may use; they are never looked up.
  static let reserved: Set<Substring> = ["example", "test"]
}
