import Foundation
import Glibc
import TestSupport
import Testing

/// Ctrl-C and a polite request to end: what is on the wire is finished, nobody is in doubt.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct InterruptTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func finishesWhatIsOnTheWire(_ signal: Int32) throws {
    let readers = (1...60).map { "reader\($0)@readers.test" }
    let desk = try Desk.small(readers: readers)
    let catcher = try CatcherProgram(desk, script: #"{"server": {"latencyAfterDot": 60}}"#)
    let sender = try desk.start(["send", "2019-H1", "--relay", catcher.url, "--connections", "4"])
    #expect(waitUntil { catcher.files.count >= 8 })
    sender.signal(signal)
    let result = try sender.wait(limit: .seconds(20))
    #expect(result.status == 75 && result.signal == nil, "\(result.errors)")
    #expect(result.output.contains("Stopped as you asked"), "\(result.output)")
    let states = try desk.states()
    #expect(Set(states.keys) == ["accepted", "planned"], "\(states)")
    #expect(states["accepted"] == catcher.files.count)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    #expect(try desk.states() == ["accepted": readers.count])
    #expect(try Set(catcher.letters().map(\.recipient)) == Set(readers))
    #expect(catcher.files.count == readers.count)
  }
}
