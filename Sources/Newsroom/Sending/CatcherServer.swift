import Catcher
import Foundation

/// The catcher as a program of its own, for trying out and for tests.
package struct CatcherServer: Sendable {
  private let catcher: Catcher

  package static func start(
    port: Int, directory: String, script: String?, reports: String?,
    environment: [String: String]
  ) async throws(Problem) -> Self {
    if let script, !FileManager.default.fileExists(atPath: script) {
      throw Problem(.missingInput, "The script \(script) is not there.")
    }
    do {
      let rules = if let script { try CatcherScript(file: script) } else { CatcherScript() }
      // Where another time is played, the catcher's trace lines and reports tell it, too.
      let played = environment["SOLSTICE_NOW"] ?? ""
      let clock = played.isEmpty ? WorkspaceClock.system : try WorkspaceClock(setTo: played)
      var listening = CatcherOptions(
        directory: directory, script: rules, reportsMaildir: reports,
        now: { Int64(clock.now().timeIntervalSince1970 * 1000) })
      listening.port = port
      return Self(catcher: try await Catcher.start(listening))
    } catch let problem as Problem {
      throw problem
    } catch let error as CatcherScriptError {
      throw Problem(.badData, error.description)
    } catch {
      throw Problem(.unavailable, "\(error)")
    }
  }

  package var port: Int { catcher.port }

  package func stop() async throws(Problem) {
    do { try await catcher.stop() } catch { throw Problem(.cannotWrite, "\(error)") }
  }
}
