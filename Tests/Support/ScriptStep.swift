/// One step of a scripted SMTP server, so that a script reads like the conversation it plays.
package enum ScriptStep: Sendable, Hashable {
  /// Sends lines; each ends with CRLF, the last one's is added.
  case send(String)
  /// Sends lines after so many milliseconds.
  case sendAfter(Int, String)
  /// Sends bytes as they are, for replies that no line can hold.
  case sendBytes([UInt8])
  /// Reads a line and goes on if it begins with this, in any case; else the script has failed.
  case expect(String)
  /// Reads up to the line with only a dot, and keeps what came before it as a body.
  case readBody
  /// Reads at least so many bytes of a body and leaves the rest unread.
  case readSome(Int)
  /// Does nothing for so many milliseconds.
  case stall(Int)
  /// Closes the connection; as with any server, what the client sent unread makes it a reset.
  case close
  /// Drops the connection with a reset, as a crashed server does.
  case reset
  /// Waits until the client closes; a line that comes instead has failed the script.
  case expectEnd
}

extension [ScriptStep] {
  /// The greeting and the answer to EHLO.
  package static func greeting(_ capabilities: String...) -> [ScriptStep] {
    let lines = ["scripted.test"] + capabilities
    let reply = lines.enumerated().map { index, line in
      (index == lines.count - 1 ? "250 " : "250-") + line
    }
    return [
      .send("220 scripted.test ESMTP"), .expect("EHLO"), .send(reply.joined(separator: "\n")),
    ]
  }

  /// MAIL and RCPT accepted, DATA answered 354: what comes next is the body.
  package static var envelope: [ScriptStep] {
    [
      .expect("MAIL"), .send("250 2.1.0 sender ok"), .expect("RCPT"),
      .send("250 2.1.5 recipient ok"), .expect("DATA"), .send("354 go on"),
    ]
  }

  /// One message taken.
  package static var message: [ScriptStep] { envelope + [.readBody, .send("250 2.0.0 taken")] }

  /// The steps so many times over.
  package func times(_ count: Int) -> [ScriptStep] {
    (0..<count).flatMap { _ in self }
  }
}
