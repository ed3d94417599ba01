/// How the program ends (sysexits.h); stable, because scripts and cron rely on it.
package enum ExitCode: Int32, Sendable {
  case done = 0
  case usage = 64
  case badData = 65
  case missingInput = 66
  case unavailable = 69
  case bug = 70
  case cannotWrite = 73
  /// Nothing but deliveries in doubt is left, and they need a person.
  case needsPerson = 74
  case tryLater = 75
  case noPermission = 77
  case configuration = 78

  /// When several apply, the first of these counts.
  private static let precedence: [ExitCode] = [
    .bug, .configuration, .noPermission, .cannotWrite, .unavailable, .tryLater, .needsPerson,
  ]

  package static func gravest(_ codes: [ExitCode]) -> ExitCode {
    precedence.first(where: codes.contains) ?? codes.first { $0 != .done } ?? .done
  }
}
