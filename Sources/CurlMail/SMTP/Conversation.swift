import Dispatcher
import Mail

/// Follows one SMTP transaction by the commands that leave and the reply lines that come in.
///
/// libcurl's result code does not tell what was refused (a 550 to MAIL and one to RCPT look alike);
/// the conversation does. Pure: it is fed text and keeps the stage.
struct Conversation {
  /// The command whose reply is awaited, or came last.
  private(set) var stage: SMTPStage = .connect
  /// The last complete reply, with the stage it answered.
  private(set) var reply: Reply?
  private(set) var offersSMTPUTF8 = false
  private(set) var helloIsComplete = false
  private var lines: [String] = []
  /// After a refusal libcurl says QUIT by itself; the goodbye answers no transaction.
  private var isOver = false

  /// Begins the next message on the same connection; what the relay offers stays known.
  mutating func beginMessage(onOpenConnection isOpen: Bool) {
    reply = nil
    lines = []
    isOver = false
    stage = isOpen ? .mail : .connect
    if !isOpen {
      offersSMTPUTF8 = false
      helloIsComplete = false
    }
  }

  /// A command line that libcurl sends.
  mutating func sent(_ command: some Collection<UInt8>) {
    switch Self.verb(command) {
    case "EHLO", "HELO": enter(.hello)
    case "STAR": enter(.startTLS)
    case "AUTH": enter(.authentication)
    case "MAIL": enter(.mail)
    case "RCPT": enter(.recipient)
    case "DATA": enter(.data)
    case "QUIT": isOver = true
    default: break
    }
  }

  /// The body's first byte is handed over: what comes now answers the dot.
  mutating func bodyBegan() {
    stage = .body
    reply = nil
    lines = []
  }

  /// One line of a reply, with or without its line end.
  mutating func received(_ line: String) {
    guard !isOver, let parsed = Reply.line(line) else { return }
    if stage == .connect { stage = .greeting }
    if stage == .body { stage = .afterDot }
    lines.append(parsed.text)
    if stage == .hello, parsed.code == 250 {
      if parsed.text.uppercased().hasPrefix("SMTPUTF8") { offersSMTPUTF8 = true }
      if parsed.isLast { helloIsComplete = true }
    }
    guard parsed.isLast else { return }
    reply = Reply(code: parsed.code, lines: lines)
    lines = []
  }

  private mutating func enter(_ next: SMTPStage) {
    stage = next
    reply = nil
    lines = []
    if next == .hello {
      offersSMTPUTF8 = false
      helloIsComplete = false
    }
  }

  private static func verb(_ command: some Collection<UInt8>) -> String {
    String(decoding: command.prefix(4), as: UTF8.self).uppercased()
  }
}
