import Testing

/// A client that plays a transcript: `C:` is sent, `S:` is what must come.
///
/// `S: 250 *` takes any rest; `S: (closed)` and `S: (silence)` say what they mean.
final class Conversation {
  let socket: TestSocket

  init(port: Int, window: Int32? = nil) throws {
    socket = try TestSocket(port: port, window: window)
  }

  func play(_ transcript: String, location: SourceLocation = #_sourceLocation) throws {
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: true) {
      let text = String(line.dropFirst(3))
      if line.hasPrefix("C: ") || line == "C:" {
        try socket.send(text + "\r\n")
        continue
      }
      try #require(line.hasPrefix("S: "), "a transcript has C: and S:", sourceLocation: location)
      guard text != "(silence)" else {
        #expect(socket.isSilent(seconds: 0.15), "something came", sourceLocation: location)
        continue
      }
      let came = try socket.line()
      if text == "(closed)" {
        #expect(came == nil, sourceLocation: location)
      } else if text.hasSuffix("*") {
        let isLike = came?.hasPrefix(text.dropLast()) == true
        #expect(isLike, "\(text) should come, but \(came ?? "(closed)")", sourceLocation: location)
      } else {
        #expect(came == text, sourceLocation: location)
      }
    }
  }

  /// Greets and says EHLO.
  func greet() throws {
    try play("S: 220 catcher.test ESMTP*\nC: EHLO here.test")
    while let line = try socket.line(), line.hasPrefix("250-") {}
  }

  /// Sends one message to these recipients, all of which must be taken up to the dot.
  func hand(_ text: String = "Subject: x\r\n\r\nHello\r\n", to recipients: String...) throws {
    try play("C: MAIL FROM:<news@list.test>\nS: 250 2.1.0 Ok")
    for recipient in recipients { try play("C: RCPT TO:<\(recipient)>\nS: 250 2.1.5 Ok") }
    try play("C: DATA\nS: 354 *")
    try socket.send(text + ".\r\n")
  }
}
