import Foundation
import Glibc
import TestSupport
import Testing

/// Promise 1: nobody is lost and nobody gets it twice, whenever the sender is killed.
@Suite(.serialized, .enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct KillTests {
  private static let people = 400
  private static let connections = 8
  private static let runs = 10

  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func survivesKillsBeforeAServerThatIsNotOurs() throws {
    let desk = try Self.desk()
    try Self.killAgainAndAgain(desk) {
      WitnessReceiver(
        server: try WitnessServer.start(directory: desk.folder, delay: .milliseconds(5)))
    }
  }

  @Test func survivesKillsBeforeTheCatcher() throws {
    let desk = try Self.desk()
    try Self.killAgainAndAgain(desk) {
      CatcherReceiver(
        catcher: try CatcherProgram(desk, script: #"{"server": {"latencyAfterDot": 5}}"#))
    }
  }

  /// Four hundred people, and a month's edition for each run.
  private static func desk() throws -> Desk {
    let desk = try Desk(sample: false)
    try desk.write(
      Desk.list((1...people).map { "reader\($0)@readers.test" }), to: "lists/readers.csv")
    for month in months {
      try desk.write(
        Desk.item(title: "News of \(month)", date: month + "-03"), to: "news/\(month).md")
    }
    try desk.run("contacts", "import", "lists/readers.csv")
    for month in months {
      try desk.run("compose", month)
      try desk.run("approve", month, "--by", "Ada Example")
    }
    return desk
  }

  private static var months: [String] {
    (0..<runs).map { String(format: "20%02d-%02d", 18 + $0 / 12, $0 % 12 + 1) }
  }

  private static func killAgainAndAgain(
    _ desk: Desk, _ start: () throws -> some Receiver
  ) throws {
    var figures = KillFigures()
    for (run, month) in months.enumerated() {
      let receiver = try start()
      figures.server = receiver.name
      figures.add(try play(month, desk, receiver, kills: run.isMultiple(of: 3) ? 3 : 1))
    }
    print(figures.line)
    #expect(figures.kills >= Self.runs, "kills must hit a sender at work: \(figures.line)")
  }

  private static func send(_ month: String, _ receiver: some Receiver) -> [String] {
    ["send", month, "--relay", receiver.url, "--connections", "\(connections)"]
  }

  /// Sends one edition, killed so many times at random moments, then to its end.
  private static func play(
    _ month: String, _ desk: Desk, _ receiver: some Receiver, kills: Int
  ) throws -> KillFigures {
    var figures = KillFigures()
    var moments: [String] = []
    for _ in 0..<kills {
      let sender = try desk.start(send(month, receiver))
      // A random letter of what is left, and a random moment about its hand-over: by the clock
      // alone, many a kill would come when the sender has ended by itself.
      let sent = try receiver.count()
      let letter = Int.random(in: 0..<max(people - sent, 1))
      let pause = Double.random(in: 0...0.012)
      while sender.isRunning, try receiver.count() < sent + letter { usleep(500) }
      Thread.sleep(forTimeInterval: pause)
      moments.append("\(sent + letter) letters and \(Int(pause * 1000)) ms")
      if try sender.kill().signal == SIGKILL { figures.kills += 1 }
    }
    var status: Int32 = 75
    var tries = 0
    // Whoever comes first goes on: cron's tick, or the people's next send.
    if month.hasSuffix("4") {
      try desk.run(
        "tick", "--relay", receiver.url, "--connections", "\(connections)", status: nil)
      let states = Set(try desk.states(month).keys)
      #expect(states.isSubset(of: ["accepted", "in-doubt"]) || states == ["planned"], "\(states)")
    }
    while ![0, 74].contains(status), tries < 5 {
      status = try desk.run(send(month, receiver), status: nil).status
      tries += 1
    }
    let deliveries = try desk.deliveries(month)
    let received = try receiver.received()
    let story = "\(receiver.name) \(month), killed after \(moments)"
    expectPromise(deliveries, received, story)

    let doubted = Set(deliveries.filter { $0.state == "in-doubt" }.map(\.contact))
    #expect(status == (doubted.isEmpty ? 0 : 74), "\(story)")
    #expect(doubted.count <= connections * figures.kills, "\(story): \(doubted)")
    figures.inDoubt = doubted.count
    figures.received = received.count
    if let begun = try receiver.begun() {
      figures.begunInDoubt = doubted.count { begun.contains($0) }
    }
    // Nothing is resent silently, however often one asks.
    try desk.run(send(month, receiver), status: status)
    #expect(try receiver.received() == received, "\(story)")
    #expect(try desk.deliveries(month) == deliveries, "\(story)")
    return figures
  }

  /// Everybody exactly once, or listed in doubt and at most once.
  private static func expectPromise(
    _ deliveries: [Delivery], _ received: [Receipt], _ story: String
  ) {
    let times = received.reduce(into: [String: Int]()) { $0[$1.recipient, default: 0] += 1 }
    let expected = (1...people).map { "reader\($0)@readers.test" }
    #expect(deliveries.map(\.contact).sorted() == expected.sorted(), "\(story)")
    #expect(Set(times.keys).isSubset(of: expected), "\(story)")
    for delivery in deliveries {
      let count = times[delivery.contact, default: 0]
      switch delivery.state {
      case "accepted":
        #expect(count == 1, "\(story): \(delivery.contact) is accepted, received \(count) times")
      case "in-doubt":
        #expect(count <= 1, "\(story): \(delivery.contact) is in doubt, received \(count) times")
      default: Issue.record("\(story): \(delivery.contact) is \(delivery.state)")
      }
    }
    let named = Set(received.map(\.messageID))
    #expect(named.count == received.count, "\(story): no letter has another's Message-ID")
    for delivery in deliveries where delivery.state == "accepted" {
      #expect(
        received.contains(Receipt(recipient: delivery.contact, messageID: delivery.messageID)),
        "\(story): \(delivery.contact) got \(delivery.messageID)")
    }
  }
}
