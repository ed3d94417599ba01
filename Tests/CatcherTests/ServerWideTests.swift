import Catcher
import Testing

/// What a catcher does whoever the mail is for.
struct ServerWideTests {
  @Test(arguments: ["554 5.3.2 No service", "421 4.3.2 Later"])
  func refusesInTheGreeting(reply: String) async throws {
    try await withCatcher(#"{"server": {"greeting": "\#(reply)"}}"#) { catcher, _ in
      try Conversation(port: catcher.port).play("S: \(reply)\nS: (closed)")
    }
  }

  @Test func refusesSomeGreetings() async throws {
    let script = """
      {"rules": [{"recipient": "*", "refuse": "421 4.3.2 Busy", "at": "greeting", "times": 1},
                 {"recipient": "*", "refuse": "421 4.3.2 Gone", "at": "rcpt", "times": 1}]}
      """
    try await withCatcher(script) { catcher, _ in
      try Conversation(port: catcher.port).play("S: 421 4.3.2 Busy\nS: (closed)")
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<x@y.test>\nS: 421 4.3.2 Gone")
      try client.play("S: (closed)")
    }
  }

  @Test func hangsUpWhenIdle() async throws {
    try await withCatcher(#"{"server": {"idleSeconds": 1}}"#) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("S: (silence)\nC: NOOP\nS: 250 *")
      try client.play("S: 421 4.4.2 catcher.test *\nS: (closed)")
    }
  }

  @Test func hangsUpAfterSomeMessages() async throws {
    try await withCatcher(#"{"server": {"messagesPerConnection": 2}}"#) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      for _ in 0..<2 {
        try client.hand(to: "x@y.test")
        try client.play("S: 250 *")
      }
      try client.play("C: MAIL FROM:<a@b.test>\nS: 421 4.7.0 *\nS: (closed)")
    }
  }

  @Test func turnsAwayTooMany() async throws {
    try await withCatcher(#"{"server": {"connections": 1}}"#) { catcher, _ in
      let first = try Conversation(port: catcher.port)
      try first.greet()
      try Conversation(port: catcher.port).play("S: 421 4.7.0 *\nS: (closed)")
      try first.play("C: QUIT\nS: 221 *\nS: (closed)")
    }
  }

  @Test func isSlowAfterTheDot() async throws {
    try await withCatcher(#"{"server": {"latencyAfterDot": 300}}"#) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(to: "x@y.test")
      try client.play("S: (silence)\nS: 250 2.0.0 *")
    }
  }

  @Test func limits() async throws {
    let script = """
      {"server": {"sizeLimit": 1000, "lineLimit": 100, "recipientLimit": 2,
                  "bareLineFeeds": "refuse"}}
      """
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(String(repeating: "0123456\r\n", count: 111), to: "x@y.test")
      try client.play("S: 250 2.0.0 *")
      try client.hand(String(repeating: "0123456\r\n", count: 112), to: "x@y.test")
      try client.play("S: 552 5.3.4 *")
      try client.hand(String(repeating: "x", count: 98) + "\r\n", to: "x@y.test", "z@y.test")
      try client.play("S: 250 2.0.0 *")
      try client.hand(String(repeating: "x", count: 99) + "\r\n", to: "x@y.test")
      try client.play("S: 554 5.6.0 *")
      try client.hand("a\nb\r\n", to: "x@y.test")
      try client.play("S: 550 5.6.11 *")
      try client.play("C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<a@y.test>\nS: 250 *")
      try client.play("C: RCPT TO:<b@y.test>\nS: 250 *\nC: RCPT TO:<c@y.test>\nS: 452 4.5.3 *")
      #expect(catcher.transactions().map(\.size) == [999, 100])
    }
  }

  @Test func endlessTextIsCutOff() async throws {
    try await withCatcher(#"{"server": {"sizeLimit": 1000}}"#) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: MAIL FROM:<a@b.test>\nS: 250 *\nC: RCPT TO:<c@d.test>\nS: 250 *")
      try client.play("C: DATA\nS: 354 *")
      let chunk = [UInt8](repeating: 0x78, count: 100_000)
      #expect(throws: TestSocketError.self) {
        for _ in 0..<1000 { try client.socket.send(chunk) }
      }
      #expect(try await eventually { catcher.interrupted().count == 1 })
    }
  }

  @Test func logsWithoutPasswords() async throws {
    let script = #"{"server": {"auth": {"user": "anna", "password": "secret"}}}"#
    try await withCatcher(script, logs: true) { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: AUTH PLAIN AGFubmEAc2VjcmV0\nS: 235 *\nC: NOOP \"x\"\nS: 250 *")
      try client.play("C: QUIT\nS: 221 *\nS: (closed)")
      #expect(try await eventually { try folder.text("caught/catcher.log").contains("closed") })
      let log = try folder.text("caught/catcher.log")
      #expect(!log.contains("AGFubmEAc2VjcmV0"))
      #expect(
        log.contains(
          #"{"time":"2026-11-24T11:22:02.250Z","connection":1,"event":"command","#
            + #""line":"NOOP \"x\""}"#))
      #expect(log.contains(#""event":"reply","line":"221 2.0.0 Bye""#))
    }
  }

  @Test func discards() async throws {
    try await withCatcher(discards: true) { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(to: "x@y.test")
      try client.play("S: 250 2.0.0 *")
      #expect(catcher.transactions().map(\.file) == [nil])
      #expect(try folder.files().isEmpty)
    }
  }

  @Test func aLostFolderDefers() async throws {
    try await withCatcher { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      folder.remove()
      try client.hand(to: "x@y.test")
      try client.play("S: 451 4.3.0 can't make *")
      #expect(catcher.transactions().isEmpty)
    }
  }

  /// Half a million commands whose replies nobody reads: the catcher stops listening meanwhile.
  @Test func readsNoFasterThanItIsRead() async throws {
    try await withCatcher { catcher, _ in
      let client = try Conversation(port: catcher.port, window: 8192)
      try client.greet()
      client.socket.giveUpSending(seconds: 1)
      let chunk = Array(String(repeating: "NOOP\r\n", count: 1000).utf8)
      #expect(throws: TestSocketError.self) {
        for _ in 0..<5000 { try client.socket.send(chunk) }
      }
      let other = try Conversation(port: catcher.port)
      try other.greet()
      for _ in 0..<1000 { #expect(try client.socket.line() == "250 2.0.0 Ok") }
    }
  }

  @Test func stopsWithOpenConnections() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let catcher = try await Catcher.start(CatcherOptions(directory: folder.path))
    let client = try Conversation(port: catcher.port)
    try client.greet()
    try client.play("C: MAIL FROM:<a@b.test>\nS: 250 *\nC: RCPT TO:<c@d.test>\nS: 250 *")
    try client.play("C: DATA\nS: 354 *\nC: x")
    #expect(try await eventually { catcher.figures().replies[354] == 1 })
    try await Task.sleep(for: .milliseconds(100))
    try await catcher.stop()
    try client.play("S: (closed)")
    #expect(catcher.interrupted().map(\.received) == [3])
    try await catcher.stop()
  }
}
