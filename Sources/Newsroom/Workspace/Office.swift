package import Composer
import CurlMail
import Dispatcher
package import Foundation
package import Storage

/// A workspace that is open for work: its settings, database and clock.
package struct Office: Sendable {
  package let workspace: Workspace
  package let configuration: Configuration
  package let database: SolsticeDatabase
  package let clock: WorkspaceClock
  package let isSample: Bool
  package let environment: [String: String]

  /// Opens a workspace; fails with what is missing or wrong and what to do.
  package static func open(
    _ workspace: Workspace, environment: [String: String]
  ) throws(Problem) -> Office {
    guard FileManager.default.fileExists(atPath: Files.path(workspace.configurationFile)) else {
      throw Problem(
        .missingInput,
        "There is no solstice.yml in \(Files.path(workspace.directory)). Make a workspace with: "
          + "solstice init DIR, or name one with: solstice -C DIR …")
    }
    let configuration = try readConfiguration(workspace)
    let database: SolsticeDatabase
    do {
      database = try SolsticeDatabase.open(path: Files.path(workspace.databaseFile))
    } catch {
      throw Problem.from(error)
    }
    let isSample = try attempt { try Meta(database: database).bytes("sample") != nil }
    return Office(
      workspace: workspace, configuration: configuration, database: database,
      clock: try clock(environment, isSample: isSample, configuration), isSample: isSample,
      environment: environment)
  }

  package static func readConfiguration(_ workspace: Workspace) throws(Problem) -> Configuration {
    let bytes = try Files.read(workspace.configurationFile, what: "The configuration")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.configuration, "solstice.yml is not UTF-8 text; save it as UTF-8.")
    }
    return try ConfigurationReader(text: text, file: "solstice.yml").read()
  }

  /// Reads a period's name: the calendar's, or one of `periods:` in `solstice.yml`.
  package func period(_ text: String) throws(Problem) -> Period {
    do {
      return try Period(parsing: text, known: configuration.periods)
    } catch {
      throw Problem(.usage, error.description)
    }
  }

  /// Where suppressions are kept once more, so that a restored workspace does not forget them.
  func outsideSuppressions() throws -> OutsideSuppressions {
    try OutsideSuppressions(
      stateFolder: StateFolder.path(environment: environment), database: database)
  }

  /// Today in the workspace's zone.
  package var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = configuration.zone
    return calendar
  }

  /// Another time may only be played where no real person can get a letter.
  private static func clock(
    _ environment: [String: String], isSample: Bool, _ configuration: Configuration
  ) throws(Problem) -> WorkspaceClock {
    guard let text = environment["SOLSTICE_NOW"], !text.isEmpty else { return .system }
    guard isSample else {
      throw Problem(
        .configuration, "SOLSTICE_NOW works only in a workspace made by: solstice init DIR --sample"
      )
    }
    if let relay = configuration.relay, !relay.isLoopback {
      throw Problem(
        .configuration, "SOLSTICE_NOW works only with a relay on this machine, not with \(relay).")
    }
    return try WorkspaceClock(setTo: text)
  }
}

/// Runs something that may fail in any way, and gives the failure its exit code.
func attempt<Value>(_ body: () throws -> Value) throws(Problem) -> Value {
  do {
    return try body()
  } catch {
    throw Problem.from(error)
  }
}
