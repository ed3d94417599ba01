import Foundation

/// Runs another program to its end, or to ours for it.
enum ToolRun {
  struct Result {
    /// What it ended with; nil where it was killed because it took too long.
    let status: Int32?
    /// What it said, both outputs together.
    let words: String
  }

  /// Starts it in a group of its own, so that its children can be ended with it.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], log: URL,
    limit: Duration
  ) throws(Problem) -> Result {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, Files.path(log), writing, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var process: pid_t = 0
    let code = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }.sorted()) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else {
      throw Problem(.unavailable, "\(path) can't be started (\(String(cString: strerror(code)))).")
    }
    defer { kill(-process, SIGKILL) }
    let end = ContinuousClock.now + limit
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < end else {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        return Result(status: nil, words: words(log))
      }
      usleep(10_000)
    }
    let signal = status & 0x7F
    return Result(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, words: words(log))
  }

  private static func words(_ log: URL) -> String {
    let data = (try? Data(contentsOf: log)) ?? Data()
    return String(decoding: data.suffix(2000), as: UTF8.self)
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
