import Foundation
import TestSupport
import Testing

/// The progress of a send, on a real pseudo-terminal and without one.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ProgressTests {
  /// Runs a command on a pseudo-terminal of 70 columns, sends it Ctrl-C once it has shown that
  /// letters leave, and prints what the terminal got.
  private static let player = """
    import fcntl, os, pty, struct, sys, termios, time
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.argv[1], sys.argv[1:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 70, 0, 0))
    shown, pressed, begin = b"", False, time.time()
    while time.time() - begin < 60:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
        if not pressed and shown.count(b" of 60") >= 2:
            os.write(terminal, b"\\x03")
            pressed = True
    _, status = os.waitpid(pid, 0)
    sys.stdout.buffer.write(shown)
    sys.exit(os.waitstatus_to_exitcode(status))
    """

  @Test func rewritesOneLineAndStopsOnControlC() throws {
    let readers = (1...60).map { "reader\($0)@readers.test" }
    let desk = try Desk.small(readers: readers)
    let catcher = try CatcherProgram(desk, script: #"{"server": {"latencyAfterDot": 120}}"#)
    let solstice = desk.bare()
    let python = Program(
      try Tool.python.require(), arguments: ["-c", Self.player, solstice.path],
      environment: solstice.environment)
    let result = try python.run([
      "-C", desk.workspace, "send", "2019-H1", "--relay", catcher.url, "--connections", "2",
    ])
    #expect(result.status == 75, "\(result.output) \(result.errors)")
    let shown = result.output
    let lines = shown.components(separatedBy: "\r\u{1B}[K")
    #expect(lines.count > 3, "\(shown)")
    #expect(lines.contains { $0.contains("█") || $0.contains("░") }, "\(shown)")
    #expect(lines.contains { $0.contains("stopping after the letters on the wire") }, "\(shown)")
    // All but the last are the line that rewrites itself; it fits the terminal.
    for line in lines.dropLast() { #expect(line.count < 70, "\(line)") }
    #expect(shown.contains("Stopped as you asked"), "\(shown)")
    let states = try desk.states()
    #expect(Set(states.keys) == ["accepted", "planned"], "\(states)")
  }

  @Test func saysNothingBetweenWhereNobodyLooksAndTheSendIsShort() throws {
    let desk = try Desk.small(readers: ["ada@readers.test"])
    let catcher = try CatcherProgram(desk)
    let result = try desk.run("send", "2019-H1", "--relay", catcher.url)
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("\r"))
  }
}
