import Catcher
import Foundation

/// The catcher as a program of its own, for trying out and for tests.
package struct CatcherServer: Sendable {
  private let catcher: Catcher

  package static func start(
    port: Int, directory: String, script: String?, reports: String?
  ) async throws(Problem) -> Self {
    do {
      let rules = if let script { try CatcherScript(file: script) } else { CatcherScript() }
      let options = CatcherOptions(directory: directory, script: rules, reportsMaildir: reports)
      var listening = options
      listening.port = port
      return Self(catcher: try await Catcher.start(listening))
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
