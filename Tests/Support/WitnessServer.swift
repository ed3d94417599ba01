import Foundation
import Glibc

/// An SMTP server that is not ours (aiosmtpd), which takes everything and tells what it took.
package final class WitnessServer: Sendable {
  package let port: Int
  private let running: RunningProgram
  private let recordsFile: String

  /// Starts it.
  /// - Parameters:
  ///   - directory: where its files go, under names of their own.
  ///   - delay: between the final dot and the reply.
  ///   - offersSMTPUTF8: whether EHLO's answer has SMTPUTF8.
  /// - Returns: the server, listening.
  /// - Throws: `SupportError` when aiosmtpd is missing or the server does not come up.
  package static func start(
    directory: TemporaryFolder, delay: Duration = .zero, offersSMTPUTF8: Bool = true
  ) throws -> WitnessServer {
    let name = "witness-" + UUID().uuidString.prefix(8)
    let records = try directory.write("", to: name + ".jsonl")
    let portFile = directory.path(of: name + ".port")
    let script = SourceFolder.support + "/Python/witness.py"
    var arguments = [script, records, portFile]
    arguments += ["--delay-ms", "\(Int(delay / .milliseconds(1)))"]
    if !offersSMTPUTF8 { arguments.append("--no-smtputf8") }
    let running = try Program(try PythonEnvironment.locate()).start(
      arguments, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    var port: Int?
    waitUntil(within: .seconds(30)) {
      port = (try? String(contentsOfFile: portFile, encoding: .utf8)).flatMap { Int($0) }
      return port != nil || !running.isRunning
    }
    guard let port else {
      throw SupportError("the witness does not come up: \(running.errorsSoFar)")
    }
    return WitnessServer(port: port, running: running, recordsFile: records)
  }

  private init(port: Int, running: RunningProgram, recordsFile: String) {
    self.port = port
    self.running = running
    self.recordsFile = recordsFile
  }

  package var url: String { "smtp://127.0.0.1:\(port)" }

  /// Everything seen so far, in the order in which it happened.
  package func records() throws -> [WitnessRecord] {
    try WitnessRecord.read(Data(contentsOf: URL(filePath: recordsFile)))
  }

  /// The messages taken so far.
  package func accepted() throws -> [WitnessRecord] {
    try records().filter { $0.event == .accepted }
  }

  /// Stops it; what it wrote stays.
  package func stop() {
    running.signal(SIGTERM)
    _ = try? running.wait(limit: .seconds(10))
  }
}
