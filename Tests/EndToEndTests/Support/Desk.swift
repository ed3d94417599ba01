import Foundation
import TestSupport

/// A workspace of one test, and the real program at work in it.
final class Desk: Sendable {
  let folder: TemporaryFolder
  private let program: Program

  /// Makes the workspace with `init`; `sample` is the network's, else an empty one.
  init(sample: Bool) throws {
    folder = try TemporaryFolder(named: "desk")
    program = try SolsticeBinary.program(home: folder)
    let arguments = ["init", workspace] + (sample ? ["--sample"] : [])
    try program.run(arguments).expecting()
  }

  var workspace: String { folder.path(of: "ws") }

  /// Runs a command in the workspace, at another time if one is named.
  @discardableResult
  func run(
    _ arguments: String..., now: String? = nil, environment: [String: String] = [:],
    stdin: String = "", status: Int32? = 0, limit: Duration = .seconds(60)
  ) throws -> ProgramResult {
    try run(
      arguments, now: now, environment: environment, stdin: stdin, status: status, limit: limit)
  }

  @discardableResult
  func run(
    _ arguments: [String], now: String? = nil, environment: [String: String] = [:],
    stdin: String = "", status: Int32? = 0, limit: Duration = .seconds(60)
  ) throws -> ProgramResult {
    let result = try start(arguments, now: now, environment: environment, stdin: stdin)
      .wait(limit: limit)
    return try status.map { try result.expecting(status: $0) } ?? result
  }

  /// Starts a command in the workspace.
  func start(
    _ arguments: [String], now: String? = nil, environment: [String: String] = [:],
    stdin: String = ""
  ) throws -> RunningProgram {
    var values = environment
    if let now { values["SOLSTICE_NOW"] = now }
    return try program.start(["-C", workspace] + arguments, stdin: stdin, environment: values)
  }

  /// The program without a workspace.
  func bare() -> Program { program }

  func path(of name: String) -> String { workspace + "/" + name }

  func read(_ name: String) throws -> String { try folder.read("ws/" + name) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try folder.write(text, to: "ws/" + name)
  }

  func write(bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(of: name)))
  }

  /// Replaces text in a file; the test is wrong when it is not there.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try read(name)
    guard text.contains(old) else { throw SupportError("\(name) does not have “\(old)”") }
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  /// The names in a folder, sorted; empty where there is no folder.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))) ?? []).sorted()
  }

  func deliveries(
    _ mailing: String = "2019-H1", trial: Bool = false
  ) throws -> [Delivery] {
    let arguments = ["deliveries", mailing, "--format", "csv"] + (trial ? ["--trial"] : [])
    let output = try start(arguments).wait().expecting().output
    return try Delivery.read(output)
  }

  /// How many deliveries are in each state.
  func states(_ mailing: String = "2019-H1", trial: Bool = false) throws -> [String: Int] {
    try deliveries(mailing, trial: trial).reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }

  /// What must stay as it is when a command fails: contacts, deliveries, the bounce log.
  func snapshot(_ mailing: String = "2019-H1") throws -> [String] {
    try [
      run("contacts", "list", "--format", "csv").output,
      run("deliveries", mailing, "--format", "csv", status: nil).output,
      run("bounces", "log", "--format", "csv").output,
    ]
  }
}
