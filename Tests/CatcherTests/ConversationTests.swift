import Catcher
import Testing

/// The usual talk, as RFC 5321 has it.
struct ConversationTests {
  @Test func oneMessage() async throws {
    try await withCatcher { catcher, folder in
      let client = try Conversation(port: catcher.port)
      try client.play(
        """
        S: 220 catcher.test ESMTP catcher
        C: EHLO here.test
        S: 250-catcher.test
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-SIZE 50000000
        S: 250 ENHANCEDSTATUSCODES
        C: MAIL FROM:<news@list.test> SIZE=30 BODY=8BITMIME
        S: 250 2.1.0 Ok
        C: RCPT TO:<Anna@reader.test>
        S: 250 2.1.5 Ok
        C: RCPT TO:<ben@reader.test>
        S: 250 2.1.5 Ok
        C: DATA
        S: 354 End data with <CR><LF>.<CR><LF>
        C: Subject: Hello
        C:
        C: ..one dot
        C: ...two dots
        C: .
        S: 250 2.0.0 Ok: queued as 000001-*
        C: QUIT
        S: 221 2.0.0 Bye
        S: (closed)
        """)
      let caught = try #require(catcher.transactions().first)
      #expect(caught.sender == "news@list.test")
      #expect(caught.recipients == ["Anna@reader.test", "ben@reader.test"])
      let message = "Subject: Hello\r\n\r\n.one dot\r\n..two dots\r\n"
      #expect(String(decoding: try caught.message(), as: UTF8.self) == message)
      let paths = try CaughtFile.paths(in: folder.path + "/caught")
      let read = try #require(try CaughtFile(path: paths[0]))
      #expect(read.name == caught.name)
      #expect(read.recipients == caught.recipients)
      #expect(read.message == Array(message.utf8))
      let files = try folder.files("caught")
      #expect(files == ["\(caught.name).eml"])
      #expect(
        try folder.text("caught/\(caught.name).eml") == """
          Return-Path: <news@list.test>\r
          X-Original-To: Anna@reader.test\r
          X-Original-To: ben@reader.test\r
          Received: from here.test ([127.0.0.1])\r
          \tby catcher.test (catcher) with ESMTP id \(caught.name);\r
          \tTue, 24 Nov 2026 11:22:02 +0000\r
          \(message)
          """)
    }
  }

  @Test func orderMatters() async throws {
    try await withCatcher { catcher, _ in
      try Conversation(port: catcher.port).play(
        """
        S: 220 *
        C: MAIL FROM:<a@b.test>
        S: 503 5.5.1 *
        C: HELO here.test
        S: 250 catcher.test
        C: RCPT TO:<a@b.test>
        S: 503 5.5.1 *
        C: DATA
        S: 503 5.5.1 *
        C: MAIL FROM:<>
        S: 250 2.1.0 Ok
        C: MAIL FROM:<>
        S: 503 5.5.1 *
        C: DATA
        S: 554 5.5.1 *
        C: RSET
        S: 250 2.0.0 Ok
        C: RCPT TO:<a@b.test>
        S: 503 5.5.1 *
        """)
    }
  }

  @Test func otherCommands() async throws {
    try await withCatcher { catcher, _ in
      try Conversation(port: catcher.port).play(
        """
        S: 220 *
        C: EHLO
        S: 501 5.5.4 *
        C: NOOP
        S: 250 2.0.0 Ok
        C: VRFY anna
        S: 252 2.1.5 *
        C: EXPN list
        S: 502 5.5.1 *
        C: STARTTLS
        S: 502 5.5.1 *
        C: AUTH PLAIN AGEAYg==
        S: 502 5.5.1 *
        C: GET / HTTP/1.1
        S: 500 5.5.2 *
        C: help
        S: 214 2.0.0 *
        C: qUIT
        S: 221 2.0.0 Bye
        S: (closed)
        """)
    }
  }

  @Test(arguments: [
    ("MAIL FROM:<a b@c.test>", "501 "), ("MAIL FROM: a@c.test", "501 "),
    ("MAIL FROM:<a@c.test", "501 "), ("MAIL TO:<a@c.test>", "501 "), ("MAIL", "501 "),
    ("MAIL FROM:<a@c.test> SIZE=50000001", "552 5.3.4"), ("MAIL FROM:<a@c.test> SIZE=x", "501 "),
    ("MAIL FROM:<a@c.test> SIZE=99999999999999999999", "552 5.3.4"),
    ("MAIL FROM:<a@c.test> BODY=9BIT", "501 "), ("MAIL FROM:<a@c.test> RET=HDRS", "555 5.5.4"),
    ("MAIL FROM:<grün@c.test>", "550 5.6.7"), ("MAIL FROM:<grün@c.test> SMTPUTF8", "250 "),
    ("mail from:<\"a > b\"@c.test>", "250 "), ("MAIL FROM:<@x.test,@y.test:a@c.test>", "250 "),
    ("MAIL FROM: <a@c.test>", "250 "),
  ])
  func senders(line: String, reply: String) async throws {
    try await withCatcher { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: \(line)\nS: \(reply)*")
    }
  }

  @Test func withoutInternationalAddresses() async throws {
    let script = #"{"server": {"offers": ["PIPELINING"]}}"#
    try await withCatcher(script) { catcher, _ in
      try Conversation(port: catcher.port).play(
        """
        S: 220 *
        C: EHLO here.test
        S: 250-catcher.test
        S: 250 PIPELINING
        C: MAIL FROM:<grün@c.test> SMTPUTF8
        S: 555 SMTPUTF8 is not offered
        C: MAIL FROM:<a@c.test> SIZE=3
        S: 555 SIZE is not offered
        C: MAIL FROM:<a@c.test>
        S: 250 Ok
        C: RCPT TO:<grün@c.test>
        S: 553 The recipient's address needs SMTPUTF8
        """)
    }
  }

  @Test func manyMessagesAndTwoConnections() async throws {
    try await withCatcher { catcher, folder in
      let first = try Conversation(port: catcher.port)
      let second = try Conversation(port: catcher.port)
      try first.greet()
      try second.greet()
      for _ in 0..<3 {
        try first.hand("one\r\n", to: "one@reader.test")
        try second.hand("two\r\n", to: "two@reader.test")
        try second.play("S: 250 2.0.0 *")
        try first.play("S: 250 2.0.0 *")
      }
      let caught = catcher.transactions()
      #expect(caught.count == 6)
      #expect(Set(caught.map(\.connection)) == [1, 2])
      for one in caught {
        let text = String(decoding: try one.message().dropLast(2), as: UTF8.self)
        #expect(one.recipients == [text + "@reader.test"])
      }
      #expect(try folder.files("caught").count == 6)
    }
  }

  @Test func byteByByteAndAllAtOnce() async throws {
    let talk = "EHLO here.test\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\n"
    let rest = "x: y\r\n\r\n..\r\n.\r.\r\n.\r\nQUIT\r\n"
    try await withCatcher { catcher, _ in
      for size in [1, 2, 3, 1000] {
        let socket = try TestSocket(port: catcher.port)
        let bytes = Array((talk + rest).utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
          try socket.send(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        var last = ""
        while let line = try socket.line() { last = line }
        #expect(last == "221 2.0.0 Bye")
      }
      let caught = catcher.transactions()
      #expect(caught.count == 4)
      for one in caught {
        #expect(String(decoding: try one.message(), as: UTF8.self) == "x: y\r\n\r\n.\r\n\r.\r\n")
        #expect(one.hasBareLines)
      }
    }
  }

  @Test func badLines() async throws {
    try await withCatcher { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.socket.send("NOOP\n")
      try client.play("S: 500 5.5.2 *")
      try client.socket.send([0x4E, 0xFF, 0x0D, 0x0A])
      try client.play("S: 500 5.5.2 *")
      try client.socket.send("NOOP \0\r\n")
      try client.play("S: 500 5.5.2 *")
      for length in [5000, 500_000] {
        try client.socket.send(String(repeating: "x", count: length) + "\r\n")
        try client.play("S: 500 5.5.6 *\nC: NOOP\nS: 250 *")
      }
      for _ in 0..<14 { try client.play("C: X\nS: 500 5.5.2 *") }
      try client.play("C: X\nS: 421 4.7.0 *\nS: (closed)")
    }
  }
}
