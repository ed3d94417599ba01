import TestSupport
import Testing

/// Another time is played only where nobody real can get a letter.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PlayedTimeTests {
  @Test func refusedOutsideTheSample() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", now: Moment.morning, status: nil)
    expectFailure(result, 78, saying: ["SOLSTICE_NOW", "--sample"])
    #expect(try desk.snapshot() == before)
  }

  @Test func refusedWithARelayElsewhere() throws {
    let desk = try Desk.approvedSample()
    let before = try desk.snapshot()
    let named = try desk.run(
      "send", "2019-H1", "--relay", "smtp://mail.example.org:587", now: Moment.morning, status: nil)
    expectFailure(named, 78, saying: ["SOLSTICE_NOW", "relay on this machine"])
    try desk.edit("solstice.yml", "smtp://127.0.0.1:2525", "smtp://mail.example.org:587")
    let configured = try desk.run("status", now: Moment.morning, status: nil)
    expectFailure(configured, 78, saying: ["SOLSTICE_NOW", "mail.example.org"])
    #expect(try desk.snapshot() == before)
  }

  @Test func daysAreThoseOfTheWorkspacesZone() throws {
    let desk = try Desk(sample: true)
    // Early in the morning in Beijing it is still the day before in Greenwich.
    let dawn = "2019-06-24T05:00:00+08:00"
    try desk.run("contacts", "import", "lists/members.csv", now: dawn)
    try desk.run("compose", "2019-H1", now: dawn)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: dawn)
    let catcher = try CatcherProgram(
      desk, script: #"{"rules": [{"recipient": "*", "refuse": "550 5.1.1 gone"}]}"#)
    try desk.run("send", "2019-H1", "--relay", catcher.url, "--to", "members", now: dawn)
    let status = try desk.run("status").output
    #expect(status.contains("imported 2019-06-24") && status.contains("Ada, 2019-06-24"))
    let log = try desk.run("bounces", "log").output
    #expect(log.contains("2019-06-24") && !log.contains("2019-06-23"))
  }

  @Test func aTimeThatIsNoneIsToldApart() throws {
    let desk = try Desk(sample: true)
    let result = try desk.run("status", now: "yesterday", status: nil)
    expectFailure(result, 64, saying: ["SOLSTICE_NOW", "yesterday", "2019-06-24T09:00:00+08:00"])
  }
}
