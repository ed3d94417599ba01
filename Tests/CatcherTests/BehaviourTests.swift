import Catcher
import Testing

/// Each behaviour of a script, at each stage where it makes sense.
struct BehaviourTests {
  @Test func refusesAtEachStage() async throws {
    let script = """
      {"rules": [
        {"recipient": "full@reader.test", "refuse": "452 4.2.2 Mailbox full"},
        {"recipient": "*@GONE.test", "refuse": "550 5.1.1 Unknown\\nReally"},
        {"recipient": "data@reader.test", "refuse": "554 5.7.1 No", "at": "data"},
        {"recipient": "dot@reader.test", "refuse": "554 5.7.1 Spam", "at": "dot"},
        {"sender": "bad@list.test", "refuse": "550 5.7.1 Not you", "at": "mail"}]}
      """
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play(
        """
        C: MAIL FROM:<Bad@list.test>
        S: 550 5.7.1 Not you
        C: MAIL FROM:<good@list.test>
        S: 250 2.1.0 Ok
        C: RCPT TO:<full@reader.test>
        S: 452 4.2.2 Mailbox full
        C: RCPT TO:<anyone@gone.test>
        S: 550-5.1.1 Unknown
        S: 550 Really
        C: RCPT TO:<data@reader.test>
        S: 250 2.1.5 Ok
        C: DATA
        S: 554 5.7.1 No
        C: RSET
        S: 250 2.0.0 Ok
        """)
      try client.hand(to: "ok@reader.test", "dot@reader.test")
      try client.play("S: 554 5.7.1 Spam")
      try client.hand(to: "ok@reader.test")
      try client.play("S: 250 2.0.0 *")
      #expect(catcher.transactions().map(\.recipients) == [["ok@reader.test"]])
      #expect(catcher.figures().replies[554] == 2)
      #expect(catcher.figures().accepted == 1)
    }
  }

  @Test func defersSoOften() async throws {
    let script = """
      {"rules": [
        {"recipient": "*@grey.test", "defer": "451 4.7.1 Later", "times": 2},
        {"recipient": "dot@reader.test", "defer": "451 4.3.0 Busy", "at": "dot", "times": 1}]}
      """
    try await withCatcher(script) { catcher, _ in
      for _ in 0..<2 {
        let client = try Conversation(port: catcher.port)
        try client.greet()
        try client.play("C: MAIL FROM:<a@b.test>\nS: 250 *")
        for name in ["x", "y"] {
          try client.play("C: RCPT TO:<\(name)@grey.test>\nS: 451 4.7.1 Later")
        }
      }
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(to: "x@grey.test", "Y@GREY.test", "dot@reader.test")
      try client.play("S: 451 4.3.0 Busy")
      #expect(catcher.transactions().isEmpty)
      try client.hand(to: "dot@reader.test")
      try client.play("S: 250 *")
    }
  }

  @Test func acceptComesFirst() async throws {
    let script = """
      {"rules": [
        {"recipient": "boss@reader.test", "accept": true},
        {"recipient": "*", "refuse": "550 5.1.1 Unknown"}]}
      """
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: MAIL FROM:<>\nS: 250 *\nC: RCPT TO:<x@reader.test>\nS: 550 5.1.1 *")
      try client.play("C: RCPT TO:<boss@reader.test>\nS: 250 *")
    }
  }

  @Test func aShareIsAlwaysTheSame() async throws {
    let script = #"{"rules": [{"recipient": "*", "share": 0.1, "refuse": "550 5.1.1 No"}]}"#
    var refused: [Set<Int>] = []
    for _ in 0..<2 {
      try await withCatcher(script) { catcher, _ in
        let client = try Conversation(port: catcher.port)
        try client.greet()
        try client.play("C: MAIL FROM:<>\nS: 250 *")
        var numbers: Set<Int> = []
        for number in 0..<900 {
          try client.socket.send("RCPT TO:<reader\(number)@reader.test>\r\n")
          if try client.socket.line()?.hasPrefix("550") == true { numbers.insert(number) }
        }
        refused.append(numbers)
      }
    }
    #expect(refused[0] == refused[1])
    #expect((60...120).contains(refused[0].count))
  }

  @Test(arguments: ["greeting", "helo", "mail", "rcpt", "data", "dot"])
  func answersLate(stage: String) async throws {
    let script = #"{"rules": [{"recipient": "*", "late": 300, "at": "\#(stage)"}]}"#
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      let talk = [
        ("greeting", "", "S: 220 *"), ("helo", "C: HELO here.test", "S: 250 catcher.test"),
        ("mail", "C: MAIL FROM:<a@b.test>", "S: 250 2.1.0 Ok"),
        ("rcpt", "C: RCPT TO:<c@d.test>", "S: 250 2.1.5 Ok"), ("data", "C: DATA", "S: 354 *"),
        ("dot", "C: x: y\nC: .", "S: 250 2.0.0 Ok*"), ("", "C: NOOP", "S: 250 *"),
      ]
      for (name, command, reply) in talk {
        try client.play(command)
        if name == stage {
          try client.play("S: (silence)")
          // What comes during the wait is answered after it.
          if name == "dot" { #expect(catcher.transactions().count == 1) }
        }
        try client.play(reply)
      }
    }
  }

  @Test(arguments: ["greeting", "helo", "mail", "rcpt", "data", "dot"], [true, false])
  func neverAnswersOrDrops(stage: String, drops: Bool) async throws {
    let verb = drops ? "drop" : "stall"
    let script = #"{"rules": [{"recipient": "*", "\#(verb)": "\#(stage)"}]}"#
    try await withCatcher(script) { catcher, folder in
      let client = try Conversation(port: catcher.port)
      let talk = [
        ("greeting", "", "S: 220 *"), ("helo", "C: HELO here.test", "S: 250 catcher.test"),
        ("mail", "C: MAIL FROM:<a@b.test>", "S: 250 2.1.0 Ok"),
        ("rcpt", "C: RCPT TO:<c@d.test>", "S: 250 2.1.5 Ok"), ("data", "C: DATA", "S: 354 *"),
        ("dot", "C: Message-ID: <1@here.test>\nC: .", ""),
      ]
      for (name, command, reply) in talk {
        try client.play(command)
        guard name != stage else { break }
        try client.play(reply)
      }
      try client.play(drops ? "S: (closed)" : "S: (silence)")
      #expect(catcher.transactions().isEmpty)
      #expect(try folder.files("caught").isEmpty)
      #expect(catcher.interrupted().map(\.messageID) == (stage == "dot" ? ["<1@here.test>"] : []))
      #expect(!catcher.interrupted().contains { !$0.isComplete })
    }
  }

  @Test(arguments: [true, false], [0, 5000])
  func stopsInTheBody(drops: Bool, bytes: Int) async throws {
    let verb = drops ? "drop" : "stall"
    let script = """
      {"rules": [{"recipient": "c@d.test", "\(verb)": "body", "bytes": \(bytes), "times": 1}]}
      """
    let line = String(repeating: "x", count: 70) + "\r\n"
    let text = "Message-ID:\r\n <2@here.test>\r\n\r\n" + String(repeating: line, count: 100)
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(text, to: "c@d.test")
      try client.play(drops ? "S: (closed)" : "S: (silence)")
      let one = try #require(catcher.interrupted().first)
      #expect(one.received == max(bytes, 1))
      #expect(!one.isComplete)
      #expect(one.messageID == (bytes > 0 ? "<2@here.test>" : nil))
      let again = try Conversation(port: catcher.port)
      try again.greet()
      try again.hand(text, to: "c@d.test")
      try again.play("S: 250 2.0.0 *")
    }
  }

  @Test func takesTheMessageButLosesTheReply() async throws {
    let script = #"{"rules": [{"recipient": "*", "drop": "dot", "keep": true, "times": 1}]}"#
    try await withCatcher(script) { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.hand(to: "c@d.test")
      try client.play("S: (closed)")
      #expect(catcher.transactions().count == 1)
      #expect(catcher.interrupted().count == 1)
      #expect(try folder.files("caught").count == 1)
    }
  }

  @Test func theClientLeavesInTheBody() async throws {
    try await withCatcher { catcher, _ in
      do {
        let client = try Conversation(port: catcher.port)
        try client.greet()
        try client.play("C: MAIL FROM:<a@b.test>\nS: 250 *\nC: RCPT TO:<c@d.test>\nS: 250 *")
        try client.play("C: DATA\nS: 354 *\nC: Message-ID: <3@here.test>\nC:\nC: Hel")
      }
      #expect(try await eventually { catcher.interrupted().count == 1 })
      #expect(catcher.interrupted().first?.messageID == "<3@here.test>")
      #expect(catcher.interrupted().first?.recipients == ["c@d.test"])
    }
  }
}
