import Testing

@testable import Catcher

/// Whatever comes, there is an answer and no crash.
struct HostileInputTests {
  private static let words = [
    "EHLO", "HELO", "MAIL", "RCPT", "DATA", "AUTH", "PLAIN", "LOGIN", "RSET", "NOOP", "QUIT",
    "FROM:", "TO:", "<", ">", "@", ":", ",", "\"", "\\", "a", "b.test", "ß", "e\u{301}", "\u{301}",
    "=", "SIZE=", "9", "BODY=", "8BITMIME", "SMTPUTF8", " ", " ", " ", "*", "AGEAYg==", "\u{FEFF}",
    "postmaster", "<a@b.test>", "<>", "<@a.test:b@c.test>", "\u{1F600}",
  ]

  @Test(arguments: 1...20)
  func anyLines(seed: UInt64) throws {
    var random = SmallRandom(state: seed)
    let json = """
      {"server": {"auth": {"user": "a", "password": "b"}},
       "rules": [{"recipient": "*", "share": 0.2, "refuse": "550 x"}]}
      """
    let playbook = try Playbook(CatcherScript(json: Array(json.utf8)))
    var session = SMTPSession(
      playbook: playbook, tally: Tally(), hostname: "catcher.test", connection: 1)
    for _ in 0..<300 {
      let count = Int.random(in: 0...8, using: &random)
      let line = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined()
      let step = session.answer(line)
      let reply = try #require(step.reply)
      let wire = Array(reply.wire().utf8)
      #expect(wire.suffix(2) == [0x0D, 0x0A])
      #expect(wire.count < 2000)
      if case .body = step.fate {
        var reader = BodyReader(sizeLimit: 100)
        _ = Array("x\r\n.\r\n".utf8).withUnsafeBytes { reader.feed($0) }
        #expect(session.finish(reader).reply != nil)
      }
    }
  }

  @Test(arguments: 1...20)
  func anyOctets(seed: UInt64) async throws {
    var random = SmallRandom(state: seed)
    let octets: [UInt8] = (0..<20_000).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : [0x0D, 0x0A, 0x2E, 0x20, 0x41].randomElement(using: &random) ?? 0
    }
    try await withCatcher { catcher, _ in
      let socket = try TestSocket(port: catcher.port)
      try? socket.send("EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.test>\r\nDATA\r\n")
      try? socket.send(octets)
      try? socket.send("\r\n.\r\n")
      for _ in 0..<8 { _ = try socket.line() }
      let other = try Conversation(port: catcher.port)
      try other.greet()
    }
  }

  /// A write that fails makes NIO read in the middle of an answer.
  @Test(.timeLimit(.minutes(1))) func resetsInTheMiddle() async throws {
    let message = "MAIL FROM:<>\r\nRCPT TO:<a@b.test>\r\nDATA\r\nx\r\n.\r\n"
    let talk = "EHLO x\r\n" + String(repeating: message, count: 20)
    try await withCatcher { catcher, _ in
      for number in 0..<100 {
        let socket = try TestSocket(port: catcher.port)
        socket.resetOnClose()
        try? socket.send(talk)
        if number % 3 == 0 { try? socket.send(talk) }
      }
      let other = try Conversation(port: catcher.port)
      try other.greet()
    }
  }

  @Test(arguments: 1...50)
  func anyScript(seed: UInt64) {
    var random = SmallRandom(state: seed)
    let script =
      #"{"rules":[{"recipient":"*@a.test","refuse":"550 5.1.1 No","at":"dot","times":2}]}"#
    for _ in 0..<20 {
      var json = Array(script.utf8)
      for _ in 0..<3 {
        let index = Int.random(in: 0..<json.count, using: &random)
        json[index] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        _ = try CatcherScript(json: json)
      } catch {
        #expect(error.description.hasPrefix("script: "))
      }
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SmallRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
