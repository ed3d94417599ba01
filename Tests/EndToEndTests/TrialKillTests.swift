import Foundation
import Glibc
import TestSupport
import Testing

/// A trial goes by batches: killed in the midst of it, it loses nobody and takes nobody twice.
@Suite(.serialized, .enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct TrialKillTests {
  private static let people = 6000
  private static let connections = 3

  @Test(arguments: [("maildir:", 64), ("null:", 256)])
  func goesOnAfterKills(_ relay: String, batch: Int) throws {
    let readers = (1...Self.people).map { "reader\($0)@readers.test" }
    let desk = try Desk.small(readers: readers, approved: false)
    let maildir = desk.folder.path(of: "trial")
    let url = relay == "maildir:" ? relay + maildir : relay
    var arguments = ["send", "2019-H1", "--relay", url, "--connections", "\(Self.connections)"]
    var kills = 0
    for _ in 0..<4 {
      let before = kills > 0 ? try Self.settled(desk) : 0
      let sender = try desk.start(arguments)
      // Into the midst of it, by the ledger itself: a trial is over in a moment.
      while sender.isRunning, try Self.settled(desk) < before + 300 { usleep(200) }
      Thread.sleep(forTimeInterval: Double.random(in: 0...0.01))
      if try sender.kill().signal == SIGKILL { kills += 1 }
      if kills > 0, arguments.last != "--resume" { arguments.append("--resume") }
    }
    let last = try desk.run(arguments, status: nil)
    let states = try desk.deliveries(trial: true).reduce(into: [String: Int]()) {
      $0[$1.state, default: 0] += 1
    }
    let doubted = states["in-doubt"] ?? 0
    #expect(Set(states.keys).isSubset(of: ["accepted", "in-doubt"]), "\(states)")
    #expect(states.values.reduce(0, +) == Self.people)
    #expect(kills > 0, "a kill must hit a sender at work")
    #expect(doubted <= batch * Self.connections * kills, "\(states) after \(kills) kills")
    #expect(last.status == (doubted == 0 ? 0 : 74), "\(last.errors)")
    print("\(relay) killed \(kills) times: \(states)")
    guard relay == "maildir:" else { return }
    try Self.expectOnce(desk, maildir)
  }

  /// Every accepted letter is there once; one in doubt is there once or not at all.
  private static func expectOnce(_ desk: Desk, _ maildir: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: maildir + "/new")
    var times: [String: Int] = [:]
    for name in names {
      let text = try String(contentsOfFile: "\(maildir)/new/\(name)", encoding: .utf8)
      let line = text.split(separator: "\r\n").first { $0.hasPrefix("Delivered-To: ") }
      times[String(try #require(line).dropFirst(14)), default: 0] += 1
    }
    for delivery in try desk.deliveries(trial: true) {
      let count = times[delivery.contact, default: 0]
      #expect(
        delivery.state == "accepted" ? count == 1 : count <= 1,
        "\(delivery.contact) is \(delivery.state), received \(count) times")
    }
    #expect(Set(times.values) == [1])
  }

  /// How many rows of the trial are accepted, as Python's SQLite, which is not ours, sees it.
  private static func settled(_ desk: Desk) throws -> Int {
    let script = """
      import sqlite3,sys
      try:
        d=sqlite3.connect('file:'+sys.argv[1]+'?mode=ro',uri=True)
        n=d.execute('select count(*) from delivery where state=3').fetchone()
        print(n[0])
      except sqlite3.Error: print(0)
      """
    let python = Program(try Tool.python.require())
    let result = try python.run(["-c", script, desk.path(of: "trial.db")])
    return Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}
