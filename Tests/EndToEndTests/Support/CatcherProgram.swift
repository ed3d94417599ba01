import Foundation
import TestSupport

/// `solstice catcher` as a process of its own.
final class CatcherProgram: Sendable {
  let url: String
  let directory: String
  private let running: RunningProgram

  /// Starts it with a script in JSON; it ends with its last reference.
  init(
    _ desk: Desk, script: String = "{}", reports: String? = nil, now: String? = nil
  ) throws {
    let name = "catcher-" + UUID().uuidString.prefix(8)
    directory = desk.folder.path(of: name)
    let file = try desk.folder.write(script, to: name + ".json")
    var arguments = ["catcher", "--port", "0", "--directory", directory, "--script", file]
    if let reports { arguments += ["--reports", reports] }
    let running = try desk.start(arguments, now: now)
    self.running = running
    guard waitUntil(within: .seconds(20), { running.outputSoFar.contains("\n") }) else {
      throw SupportError("the catcher does not come up: \(running.errorsSoFar)")
    }
    url = String(running.outputSoFar.prefix { $0 != "\n" })
  }

  /// The files of letters, in the order of their names.
  var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted().map { directory + "/" + $0 }
  }

  func letters() throws -> [CaughtLetter] { try CaughtLetter.read(files) }

  /// Stops it as Ctrl-C does.
  func stop() throws {
    running.signal(SIGINT)
    try running.wait(limit: .seconds(20)).expecting()
  }
}
