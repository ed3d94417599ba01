import Dispatcher
import Mail

/// Follows one SMTP transaction by the commands that leave and the reply lines that come in.
///
/// libcurl's result code does not tell what was refused (a 550 to MAIL and one to RCPT look alike);
/// the conversation does. Pure: it is fed text and keeps the stage.
struct Conversation {
  /// The command whose reply is awaited, or came last.
  private(set) var stage: SMTPStage = .connect
  /// The code of the last complete reply; its text is kept as bytes until somebody asks.
  private(set) var replyCode: Int?
  private(set) var offersSMTPUTF8 = false
  private(set) var helloIsComplete = false
  /// The lines of the reply that is coming in or came last, as they came.
  private var lines: [UInt8] = []
  private var isReplyComplete = true
  /// After a refusal libcurl says QUIT by itself; the goodbye answers no transaction.
  private var isOver = false

  /// Begins the next message on the same connection; what the relay offers stays known.
  mutating func beginMessage(onOpenConnection isOpen: Bool) {
    forgetReply()
    isOver = false
    stage = isOpen ? .mail : .connect
    if !isOpen {
      offersSMTPUTF8 = false
      helloIsComplete = false
    }
  }

  /// A command line that libcurl sends.
  mutating func sent(_ command: UnsafeRawBufferPointer) {
    switch Self.verb(command) {
    case Self.verb("EHLO"), Self.verb("HELO"): enter(.hello)
    case Self.verb("STAR"): enter(.startTLS)
    case Self.verb("AUTH"): enter(.authentication)
    case Self.verb("MAIL"): enter(.mail)
    case Self.verb("RCPT"): enter(.recipient)
    case Self.verb("DATA"): enter(.data)
    case Self.verb("QUIT"): isOver = true
    default: break
    }
  }

  /// The body's first byte is handed over: what comes now answers the dot.
  mutating func bodyBegan() {
    stage = .body
    forgetReply()
  }

  /// The last complete reply to the stage, with all its lines.
  var reply: Reply? {
    guard let replyCode, isReplyComplete else { return nil }
    let texts = lines.split(separator: 0x0A).map { line in
      // Each line has been read as one already: code, separator, text, perhaps blanks and CR.
      var text = line.dropFirst(4)
      while let last = text.last, last <= 0x20 { text.removeLast() }
      return String(decoding: text, as: UTF8.self)
    }
    return Reply(code: replyCode, lines: texts)
  }

  /// One line of a reply, with or without its line end.
  mutating func received(_ line: UnsafeRawBufferPointer) {
    guard !isOver, let head = Self.head(line) else { return }
    if stage == .connect { stage = .greeting }
    if stage == .body { stage = .afterDot }
    if isReplyComplete { lines.removeAll(keepingCapacity: true) }
    // Endless replies are cut: the first lines tell what there is to tell.
    if lines.count + line.count <= 16_384 {
      lines.append(contentsOf: line)
      if line.last != 0x0A { lines.append(0x0A) }
    }
    if stage == .hello, head.code == 250 {
      let word = String(decoding: line.dropFirst(4).prefix(8), as: UTF8.self)
      if word.uppercased() == "SMTPUTF8" { offersSMTPUTF8 = true }
      if head.isLast { helloIsComplete = true }
    }
    isReplyComplete = head.isLast
    if head.isLast { replyCode = head.code }
  }

  /// The code of a reply line, and whether no other follows (RFC 5321 section 4.2.1).
  private static func head(_ line: UnsafeRawBufferPointer) -> (code: Int, isLast: Bool)? {
    guard line.count >= 3 else { return nil }
    var code = 0
    for byte in line.prefix(3) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      code = code * 10 + Int(byte - 0x30)
    }
    guard (200...599).contains(code) else { return nil }
    return (code, line.count == 3 || line[3] != UInt8(ascii: "-"))
  }

  private mutating func enter(_ next: SMTPStage) {
    stage = next
    forgetReply()
    if next == .hello {
      offersSMTPUTF8 = false
      helloIsComplete = false
    }
  }

  private mutating func forgetReply() {
    replyCode = nil
    isReplyComplete = true
    lines.removeAll(keepingCapacity: true)
  }

  /// The first four letters of a command, as one number to compare.
  private static func verb(_ command: UnsafeRawBufferPointer) -> UInt32 {
    command.prefix(4).reduce(0) { $0 << 8 | UInt32($1 & 0xDF) }
  }

  private static func verb(_ name: StaticString) -> UInt32 {
    verb(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}
