/// One conversation as the server has it: commands in, steps out; no IO and no clock.
struct SMTPSession {
  /// An address as written, and in lower case for the rules.
  struct Address {
    let text: String
    let key: String

    init(_ text: String) {
      self.text = text
      key = text.lowercased()
    }
  }

  /// The transaction between MAIL and the reply after the dot.
  struct Envelope {
    var sender: Address
    var recipients: [Address] = []
    var isUTF8 = false
  }

  enum Mode: Equatable {
    case commands
    case password(SMTPAuthentication)
  }

  let playbook: Playbook
  let tally: Tally
  let hostname: String
  let connection: Int
  private(set) var helo: String?
  private(set) var isExtended = false
  private(set) var envelope: Envelope?
  private(set) var messages = 0
  var user: String?
  var mode = Mode.commands
  private var mistakes = 0

  private static let mistakesAllowed = 20

  init(playbook: Playbook, tally: Tally, hostname: String, connection: Int) {
    self.playbook = playbook
    self.tally = tally
    self.hostname = hostname
    self.connection = connection
  }

  var settings: CatcherSettings { playbook.settings }

  /// Whether replies show enhanced status codes.
  var isEnhanced: Bool { settings.offers.contains(.enhanced) }

  /// The first step, before the client says anything.
  func greet() -> SMTPStep {
    if let greeting = settings.greeting {
      var step = SMTPStep(greeting)
      step.fate = .close
      return step
    }
    var step = play(.greeting, otherwise: CatcherReply(220, "\(hostname) ESMTP catcher"))
    if !step.isUsual, step.fate == .commands { step.fate = .close }
    return step
  }

  /// Answers one line, given without its line end.
  mutating func answer(_ line: String) -> SMTPStep {
    if case .password(let exchange) = mode { return authenticate(exchange, line) }
    let word = line.prefix { $0 != " " }
    let verb = word.uppercased()
    let rest = line[word.endIndex...].drop { $0 == " " }
    switch verb {
    case "EHLO", "HELO": return hello(rest, extended: verb == "EHLO")
    case "MAIL": return mail(rest)
    case "RCPT": return recipient(rest)
    case "DATA": return data(rest)
    case "AUTH": return beginAuthentication(rest)
    case "RSET":
      envelope = nil
      return SMTPStep(CatcherReply(250, "2.0.0 Ok"))
    case "NOOP": return SMTPStep(CatcherReply(250, "2.0.0 Ok"))
    case "QUIT":
      var step = SMTPStep(CatcherReply(221, "2.0.0 Bye"))
      step.fate = .close
      return step
    case "VRFY": return SMTPStep(CatcherReply(252, "2.1.5 Send some mail, I'll try my best"))
    case "HELP": return SMTPStep(CatcherReply(214, "2.0.0 See RFC 5321"))
    case "EXPN", "STARTTLS", "BDAT", "ETRN", "TURN":
      return SMTPStep(CatcherReply(502, "5.5.1 \(verb) is not offered"))
    default: return mistake(CatcherReply(500, "5.5.2 Unknown command"))
    }
  }

  /// A reply to something that is no SMTP; too many of them end the connection.
  mutating func mistake(_ reply: CatcherReply) -> SMTPStep {
    mistakes += 1
    guard mistakes < Self.mistakesAllowed else {
      return SMTPStep(CatcherReply(421, "4.7.0 \(hostname) Too many errors"))
    }
    return SMTPStep(reply)
  }

  func play(
    _ stage: CatcherStage, recipient: Address? = nil, sender: Address? = nil,
    otherwise usual: CatcherReply
  ) -> SMTPStep {
    SMTPStep(verdict(stage, recipient: recipient, sender: sender), otherwise: usual)
  }

  func verdict(
    _ stage: CatcherStage, recipient: Address? = nil, sender: Address? = nil
  ) -> Playbook.Verdict {
    let scene = Playbook.Scene(
      connection: connection, sender: (sender ?? envelope?.sender)?.key,
      recipient: recipient?.key)
    return playbook.verdict(at: stage, scene, tally: tally)
  }

  private mutating func hello(_ name: Substring, extended: Bool) -> SMTPStep {
    guard (1...255).contains(name.utf8.count), name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else {
      return SMTPStep(CatcherReply(501, "5.5.4 Syntax: \(extended ? "EHLO" : "HELO") hostname"))
    }
    var lines = [hostname]
    if extended { lines += capabilities }
    let step = play(.helo, otherwise: CatcherReply(250, lines: lines))
    if step.isUsual {
      helo = String(name)
      isExtended = extended
      envelope = nil
    }
    return step
  }

  private var capabilities: [String] {
    var lines = CatcherSettings.Extension.allCases.filter(settings.offers.contains).map { offer in
      offer == .size ? "SIZE \(settings.sizeLimit)" : offer.rawValue
    }
    if offersAuthentication { lines.append("AUTH PLAIN LOGIN") }
    return lines
  }

  mutating func begin(_ sender: Address, isUTF8: Bool) {
    envelope = Envelope(sender: sender, isUTF8: isUTF8)
  }

  mutating func add(_ recipient: Address) {
    envelope?.recipients.append(recipient)
  }

  mutating func end(accepted: Bool) {
    envelope = nil
    if accepted { messages += 1 }
  }
}
