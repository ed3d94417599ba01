/// Plays one script on one connection and writes down what the client says.
struct ScriptPlayer: ~Copyable {
  private var connection: LoopbackConnection
  private let book: ConversationBook
  private let page: Int
  private let patience: Duration

  init(
    connection: consuming LoopbackConnection, book: ConversationBook, page: Int, patience: Duration
  ) {
    self.connection = connection
    self.book = book
    self.page = page
    self.patience = patience
  }

  consuming func play(_ script: [ScriptStep]) {
    defer { book.write(at: page) { $0.isOver = true } }
    for (index, step) in script.enumerated() {
      do throws(LoopbackConnection.Ending) {
        guard try take(step) else { return }
      } catch {
        note("step \(index + 1), \(step): \(Self.words(for: error))")
        return
      }
    }
    tidyUp()
  }

  /// A client that has got all it came for tidies up and says goodbye, and waits for answers.
  private mutating func tidyUp() {
    while let line = try? readLine() {
      switch line.uppercased() {
      case "QUIT":
        try? connection.write(Array("221 2.0.0 bye\r\n".utf8))
        return
      case "RSET":
        try? connection.write(Array("250 2.0.0 ok\r\n".utf8))
      default:
        note("after the script's end: \(line)")
        return
      }
    }
  }

  /// Takes a step; false when the conversation is over.
  private mutating func take(_ step: ScriptStep) throws(LoopbackConnection.Ending) -> Bool {
    switch step {
    case .send(let text): try connection.write(Self.wire(text))
    case .sendAfter(let milliseconds, let text):
      try connection.pause(milliseconds: milliseconds)
      try connection.write(Self.wire(text))
    case .sendBytes(let bytes): try connection.write(bytes)
    case .expect(let start):
      let line = try readLine()
      guard line.uppercased().hasPrefix(start.uppercased()) else {
        note("expected \(start), got: \(line)")
        return false
      }
    case .readBody: try readBody(atLeast: nil)
    case .readSome(let count): try readBody(atLeast: count)
    case .stall(let milliseconds): try connection.pause(milliseconds: milliseconds)
    case .close: return false
    case .reset:
      connection.becomeReset()
      return false
    case .expectEnd:
      // Quick clients say QUIT and wait for no answer: that is an end, too.
      if let line = try? readLine(), !line.uppercased().hasPrefix("QUIT") {
        note("expected the end, got: \(line)")
      }
      return false
    }
    return true
  }

  private mutating func readLine() throws(LoopbackConnection.Ending) -> String {
    let deadline = ContinuousClock.now + patience
    var line: [UInt8] = []
    while true {
      let byte = try connection.next(by: deadline)
      if byte == UInt8(ascii: "\n") { break }
      line.append(byte)
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    book.write(at: page) { $0.lines.append(text) }
    return text
  }

  private mutating func readBody(atLeast enough: Int?) throws(LoopbackConnection.Ending) {
    let deadline = ContinuousClock.now + patience
    let mark = Array("\r\n.\r\n".utf8)
    var body: [UInt8] = []
    defer {
      let body = body
      book.write(at: page) { $0.bodies.append(body) }
    }
    var matched = 2  // the end of the DATA line counts as the one before a dot
    while matched < mark.count {
      if let enough, body.count >= enough { return }
      let byte = try connection.next(by: deadline)
      body.append(byte)
      matched = byte == mark[matched] ? matched + 1 : byte == mark[0] ? 1 : 0
    }
    body.removeLast(3)
  }

  private func note(_ problem: String) {
    book.write(at: page) { $0.problems.append(problem) }
  }

  private static func wire(_ text: String) -> [UInt8] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .flatMap { Array($0.utf8) + Array("\r\n".utf8) }
  }

  private static func words(for ending: LoopbackConnection.Ending) -> String {
    switch ending {
    case .closedByPeer: "the client closed the connection"
    case .tooLate: "nothing came in time"
    case .stopped: "the server was stopped"
    }
  }
}
