import Foundation
import Glibc

/// A program to run as its own process, with what goes before every argument list.
///
/// Its outputs go to files, so however much it prints it never waits for us.
package struct Program: Sendable {
  package let path: String
  /// Arguments before those of each run.
  package var arguments: [String]
  /// Added to, and winning over, our own environment.
  package var environment: [String: String]

  package init(
    _ path: String, arguments: [String] = [], environment: [String: String] = [:]
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
  }

  /// Runs it to its end; throws when it can't be started or outlasts the limit (it is killed then).
  package func run(
    _ more: [String] = [], stdin: String = "", folder: String? = nil,
    environment extra: [String: String] = [:], limit: Duration = .seconds(120)
  ) throws -> ProgramResult {
    try start(more, stdin: stdin, folder: folder, environment: extra).wait(limit: limit)
  }

  /// Starts it and returns at once, for killing it half-way.
  package func start(
    _ more: [String] = [], stdin: String = "", folder: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> RunningProgram {
    let files = try TemporaryFolder(named: "run")
    try files.write(stdin, to: "stdin")

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, files.path(of: "stdin"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files.path(of: "stdout"), creating, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.path(of: "stderr"), creating, 0o600)

    // A group of its own: killing it takes its children along, and a Ctrl-C at our terminal
    // does not reach it behind our back. Signals as a shell would hand them over.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var values = ProcessInfo.processInfo.environment
    values.merge(environment) { $1 }
    values.merge(extra) { $1 }
    var pid: pid_t = 0
    // Swift does not see glibc's addchdir_np; env becomes the program, so the pid is the same.
    let place = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
    let words = place + [path] + arguments + more
    let code = Self.withCStrings(words) { pointers in
      Self.withCStrings(values.map { "\($0)=\($1)" }) { values in
        posix_spawn(&pid, words[0], &actions, &attributes, pointers, values)
      }
    }
    guard code == 0 else {
      throw SupportError("can't start \(path): \(String(cString: strerror(code)))")
    }
    return RunningProgram(pid: pid, name: words.joined(separator: " "), files: files)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      // The array ends with nil, so it is never empty and has a base address.
      withExtendedLifetime(buffer) { body(buffer.baseAddress.unsafelyUnwrapped) }
    }
  }
}
