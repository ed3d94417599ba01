import Storage

/// What keeps a command from being done: the sentence for people, made once, and the exit code.
package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: ExitCode
  package let message: String

  package init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }

  /// Gives any error its exit code.
  package static func from(_ error: any Error) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case let error as StorageError:
      let code: ExitCode =
        switch error {
        case .newerVersion: .configuration
        case .notADatabase: .badData
        case .missing: .missingInput
        case .cannotWrite: .cannotWrite
        case .busy: .tryLater
        case .wrongSuppressionKey: .configuration
        case .broken: .bug
        }
      return Problem(code, error.description)
    default:
      if let storage = StorageError.of(error) { return from(storage) }
      return Problem(.bug, "Something unforeseen happened: \(error)")
    }
  }
}
