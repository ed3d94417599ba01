/// What the connection does next: wait, answer, and go on or not.
struct SMTPStep {
  enum Fate: Equatable {
    /// The next command.
    case commands
    /// The text of a message.
    case body(BodyPlan)
    /// Closes after the reply.
    case close
    /// Closes without a reply.
    case drop
    /// Never answers.
    case stall
  }

  /// What happens while the text arrives.
  struct BodyPlan: Equatable {
    /// Octets of the text after which something happens; nil is nothing.
    var stopsAfter: Int?
    var drops = false
  }

  var reply: CatcherReply?
  /// Milliseconds before the reply.
  var wait = 0
  var fate = Fate.commands
  /// The message counts as taken: it is written before the reply.
  var keeps = false
  /// What is reported later, and about whom.
  var reports: [(recipient: String, report: CatcherReport)] = []

  init(_ reply: CatcherReply) {
    self.reply = reply
    if reply.closes { fate = .close }
  }

  /// The step that a script wants instead of the usual reply.
  init(_ verdict: Playbook.Verdict, otherwise usual: CatcherReply) {
    self.init(usual)
    wait = verdict.wait
    switch verdict.decision {
    case .refuse(_, let reply):
      self.reply = reply
      fate = reply.closes ? .close : .commands
    case .stall(_, _, let keep):
      reply = nil
      fate = .stall
      keeps = keep
    case .drop(_, _, let keep):
      reply = nil
      fate = .drop
      keeps = keep
    default: break
    }
  }

  /// Whether it is the usual reply that is given.
  var isUsual: Bool { fate == .commands && reply.map { !$0.isRefusal } == true }
}
