import TestSupport
import Testing

/// Expects that a command failed with this code and one clear message that has these words.
func expectFailure(
  _ result: ProgramResult, _ code: Int32, saying words: [String],
  location: SourceLocation = #_sourceLocation
) {
  #expect(result.status == code, "\(result.errors)\(result.output)", sourceLocation: location)
  #expect(result.signal == nil, sourceLocation: location)
  for word in words {
    #expect(
      result.errors.lowercased().contains(word.lowercased()),
      "“\(word)” is not in: \(result.errors)", sourceLocation: location)
  }
  // A message is for a secretary: no type names, no stack, and not a page of it.
  for word in ["Error(", "Optional(", "Fatal error", "Swift.", "NSError", "GRDB", "SQLite error"] {
    #expect(!result.errors.contains(word), "\(result.errors)", sourceLocation: location)
  }
  #expect(
    result.errors.split(separator: "\n").count <= 6, "\(result.errors)", sourceLocation: location)
}
