import TestSupport
import Testing

@Suite struct ProgramTests {
  private let shell = Program("/bin/sh", arguments: ["-c"])

  @Test func givesStatusAndBothOutputs() throws {
    let result = try shell.run(
      ["cat; echo \"$GREETING\"; pwd; echo no >&2; exit 75"], stdin: "in\n", folder: "/usr",
      environment: ["GREETING": "hi"])
    #expect(result.status == 75)
    #expect(result.signal == nil)
    #expect(result.output == "in\nhi\n/usr\n")
    #expect(result.errors == "no\n")
    #expect(throws: SupportError.self) { try result.expecting(status: 0) }
  }

  @Test func takesMoreOutputThanAPipeHolds() throws {
    let result = try shell.run(["head -c 3000000 /dev/zero"])
    #expect(result.outputBytes.count == 3_000_000)
  }

  @Test func killsItAndItsChildren() throws {
    let running = try shell.start(["sleep 60 & echo $!; wait"])
    #expect(waitUntil { !running.outputSoFar.isEmpty })
    let child = running.outputSoFar.trimmingSuffix { $0 == "\n" }
    #expect(running.isRunning)
    let result = try running.kill()
    #expect(result.signal == 9)
    #expect(result.status == 137)
    #expect(!running.isRunning)
    #expect(
      waitUntil {
        // Gone, or a zombie that nobody has waited for yet.
        let look = "cut -d' ' -f3 /proc/\(child)/stat"
        guard let state = try? shell.run([look]) else { return false }
        return state.status != 0 || state.output.isEmpty || state.output == "Z\n"
      })
  }

  @Test func whatOutlastsItsLimitIsKilled() throws {
    let running = try shell.start(["exec sleep 60"])
    #expect(throws: SupportError.self) { try running.wait(limit: .milliseconds(100)) }
    #expect(!running.isRunning)
  }

  @Test func tellsOfAProgramThatIsNotThere() {
    #expect(throws: SupportError.self) { try Program("/nonexistent/solstice").run() }
  }

  @Test func countsCPUTime() throws {
    let busy = try shell.run(["i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"])
    let idle = try shell.run(["sleep 0.3"])
    #expect(busy.cpuSeconds > idle.cpuSeconds)
    #expect(busy.peakKilobytes > 0)
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
