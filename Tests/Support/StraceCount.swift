import Foundation

/// How often a program made certain system calls, in all its threads and children.
package enum StraceCount {
  /// Runs it under strace and counts calls begun, of these names; a name never called counts 0.
  ///
  /// It is several times slower under strace, in system calls above all.
  package static func run(
    _ program: Program, _ arguments: [String] = [], stdin: String = "", folder: String? = nil,
    calls: [String] = ["fdatasync", "fsync"], limit: Duration = .seconds(300)
  ) throws -> (result: ProgramResult, counts: [String: Int]) {
    let files = try TemporaryFolder(named: "strace")
    let log = files.path(of: "calls")
    let trace = Program(
      try Tool.strace.require(),
      arguments: [
        "-f", "-qq", "--signal=none", "-e", "trace=" + calls.joined(separator: ","), "-o", log,
        program.path,
      ] + program.arguments,
      environment: program.environment)
    let result = try trace.run(arguments, stdin: stdin, folder: folder, limit: limit)
    return (result, count(calls, inLog: try files.read("calls")))
  }

  /// Counts in lines such as `4711 fdatasync(5) = 0`; `<... fdatasync resumed>` is the same call.
  static func count(_ calls: [String], inLog log: String) -> [String: Int] {
    var counts = Dictionary(calls.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
    for line in log.split(separator: "\n") {
      let words = line.drop { $0.isNumber || $0 == " " }
      let name = String(words.prefix { $0 != "(" })
      if name.count < words.count, counts[name] != nil { counts[name, default: 0] += 1 }
    }
    return counts
  }
}
