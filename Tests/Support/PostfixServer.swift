import Foundation
import Glibc

/// A real Postfix of a test's own, on loopback, beside any system mailer (which it leaves alone).
///
/// Must be started as root. It ends with `stop()` or with its last reference.
package final class PostfixServer: Sendable {
  package let port: Int
  private let folder: TemporaryFolder
  private let postfix: Program
  private let watchdog: RunningProgram

  /// Starts one, which takes about three seconds.
  /// - Parameters:
  ///   - setup: what it is to do.
  ///   - owner: the process with whose end it ends, too, however that comes; ours when nil.
  /// - Returns: the server, listening.
  /// - Throws: `SupportError` when Postfix is missing or does not come up, with the log's words.
  package static func start(
    _ setup: PostfixSetup, owner: Int32? = nil
  ) throws -> PostfixServer {
    var reason = ""
    // Another process may take a port between finding and using it.
    for _ in 1...3 {
      let server = try PostfixServer(setup, owner: owner ?? getpid())
      let begun = try server.postfix.run(["start"])
      if begun.status == 0, waitUntil(within: .seconds(10), { server.answers }) { return server }
      server.stop()
      reason = "\(begun.output)\(begun.errors)\(server.log)"
      guard reason.contains("Address already in use") else { break }
    }
    throw SupportError("Postfix does not come up: \(reason)")
  }

  private init(_ setup: PostfixSetup, owner: Int32) throws {
    guard geteuid() == 0 else { throw SupportError("a private Postfix must be run as root") }
    let path = try Tool.postfix.require()
    let daemonID = try Self.userID(of: "postfix")
    let readerID = try Self.userID(of: "nobody")
    folder = try TemporaryFolder(named: "postfix")
    port = try FreePort.find()
    let refusingPort = try FreePort.find()
    postfix = Program(path, arguments: ["-c", folder.path])

    for name in ["queue", "data", "log", "maildirs"] { try folder.makeFolder(name) }
    chown(folder.path(of: "data"), daemonID, 0)
    chown(folder.path(of: "maildirs"), readerID, readerID)
    for (name, text) in setup.tables(refusingPort: refusingPort) {
      try folder.write(text, to: name)
    }
    try folder.write(
      setup.mainConfiguration(directory: folder.path, name: "relay.test", userID: readerID),
      to: "main.cf")
    try folder.write(
      setup.masterConfiguration(port: port, refusingPort: refusingPort), to: "master.cf")
    // Postfix leaves our process group, so a test run that is killed would leave it running.
    let watch = "while kill -0 \(owner); do sleep 1; done; exec '\(path)' -c '\(folder.path)' abort"
    watchdog = try Program("/bin/sh", arguments: ["-c", watch]).start()
  }

  deinit { stop() }

  package var url: String { "smtp://127.0.0.1:\(port)" }
  package var logPath: String { folder.path(of: "log/mail.log") }
  /// What Postfix has logged so far; empty when it has logged nothing.
  package var log: String { (try? folder.read("log/mail.log")) ?? "" }

  /// The Maildir of one of the mailboxes; it appears with its first message.
  package func maildir(of mailbox: String) -> String {
    folder.path(of: "maildirs/" + PostfixSetup.folder(of: mailbox).dropLast())
  }

  /// The messages delivered to a mailbox so far, oldest first, as they lie in its Maildir.
  package func messages(in mailbox: String) throws -> [String] {
    let new = maildir(of: mailbox) + "/new"
    guard FileManager.default.fileExists(atPath: new) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: new)
    return try names.sorted { Self.arrival(of: $0) < Self.arrival(of: $1) }
      .map { String(decoding: try Data(contentsOf: URL(filePath: new + "/" + $0)), as: UTF8.self) }
  }

  /// Waits until so many messages lie in a mailbox; false when they do not in time.
  @discardableResult
  package func waitForMessages(
    _ count: Int, in mailbox: String, within limit: Duration = .seconds(20)
  ) throws -> Bool {
    try waitUntil(within: limit) { try messages(in: mailbox).count >= count }
  }

  /// Stops it and waits for its end; a second call does nothing.
  package func stop() {
    watchdog.signal(SIGKILL)
    guard let master = masterID else { return }
    _ = try? postfix.run(["stop"], limit: .seconds(20))
    if !waitUntil(within: .seconds(5), { kill(master, 0) != 0 }) { kill(master, SIGKILL) }
  }

  /// The number of its master process; nil when it does not run.
  private var masterID: Int32? {
    guard
      let text = try? folder.read("queue/pid/master.pid"),
      let number = Int32(text.filter(\.isNumber)), number > 1, kill(number, 0) == 0,
      // A number left by one that crashed may be somebody else's by now.
      let name = try? String(contentsOfFile: "/proc/\(number)/comm", encoding: .utf8),
      name == "master\n"
    else { return nil }
    return number
  }

  /// Seconds and microseconds out of a name such as `1795520568.V801I2c90M4711.relay.test`.
  private static func arrival(of name: String) -> (Int, Int) {
    let parts = name.split(separator: ".")
    let fraction = parts.dropFirst().first?.split(separator: "M").last
    return (parts.first.flatMap { Int($0) } ?? 0, fraction.flatMap { Int($0) } ?? 0)
  }

  /// Whether something listens where smtpd should; master accepts before smtpd runs.
  private var answers: Bool { masterID != nil && FreePort.isTaken(port) }

  private static func userID(of name: String) throws -> UInt32 {
    guard let entry = getpwnam(name) else {
      throw SupportError("no user '\(name)' on this machine")
    }
    return entry.pointee.pw_uid
  }
}
