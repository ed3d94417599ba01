import Foundation

/// The Python of our virtual environment, where `scripts/setup test` puts aiosmtpd.
package enum PythonEnvironment {
  /// Its path: `SOLSTICE_PYTHON` if set, else in the cache folder that scripts/setup uses.
  package static func locate() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    if let chosen = environment["SOLSTICE_PYTHON"], !chosen.isEmpty { return chosen }
    let home = environment["HOME"] ?? "/root"
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.cache"
    let venv = cache + "/solstice/venv"
    let python = venv + "/bin/python"
    // The list of what is installed is written last: without it the environment is half made.
    let isComplete = FileManager.default.fileExists(atPath: venv + "/requirements.txt")
    guard isComplete, FileManager.default.isExecutableFile(atPath: python) else {
      throw SupportError("no aiosmtpd in \(venv); type: scripts/setup test")
    }
    return python
  }
}
