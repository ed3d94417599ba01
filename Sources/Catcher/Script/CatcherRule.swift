/// One rule of a script: whom it is about, what happens, and how often.
package struct CatcherRule: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case recipient(CatcherPattern)
    case sender(CatcherPattern)
  }

  package var subject: Subject
  package var behaviour: CatcherBehaviour
  /// How often it applies to each address (or, before MAIL, to all connections together);
  /// nil is always.
  package var times: Int?
  /// The part of the addresses (before MAIL: connections) it applies to, from 0 to 1.
  ///
  /// Chosen by a hash of the address, so that the same ones are chosen every time.
  package var share: Double

  package init(
    _ subject: Subject, _ behaviour: CatcherBehaviour, times: Int? = nil, share: Double = 1
  ) {
    self.subject = subject
    self.behaviour = behaviour
    self.times = times
    self.share = share
  }

  /// A rule on a recipient pattern; nil when the pattern is none.
  package init?(
    recipient: String, _ behaviour: CatcherBehaviour, times: Int? = nil, share: Double = 1
  ) {
    guard let pattern = CatcherPattern(parsing: recipient) else { return nil }
    self.init(.recipient(pattern), behaviour, times: times, share: share)
  }

  /// What is wrong with it, and what to do; nil when it can be played.
  var problem: String? {
    if let times, times < 1 { return "times is \(times): give 1 or more, or leave it out" }
    guard share >= 0, share <= 1 else { return "share is \(share): give a number from 0 to 1" }
    return stageProblem ?? behaviourProblem
  }

  private var stageProblem: String? {
    guard let stage = behaviour.stage else { return nil }
    switch subject {
    case .recipient(let pattern) where pattern != .any && !stage.knowsRecipient:
      return "the recipient is not known at \(stage.rawValue): use the recipient * or a sender"
    case .sender(let pattern) where pattern != .any && !stage.knowsSender:
      return "the sender is not known at \(stage.rawValue): use the sender *"
    default: return nil
    }
  }

  private var behaviourProblem: String? {
    switch behaviour {
    case .accept: return nil
    case .refuse(let stage, let reply):
      guard stage.replies else { return "nothing is answered at body: refuse at data or dot" }
      guard reply.isRefusal else { return "\(reply.code) refuses nothing: give a 4xx or 5xx reply" }
      return nil
    case .late(let stage, let milliseconds):
      guard stage.replies else { return "nothing is answered at body: be late at data or dot" }
      guard (0...Self.longest).contains(milliseconds) else {
        return "\(milliseconds) ms late: give 0 to \(Self.longest)"
      }
      return nil
    case .stall(let stage, let bytes, let keep), .drop(let stage, let bytes, let keep):
      guard bytes >= 0 else { return "bytes is \(bytes): give 0 or more" }
      guard bytes == 0 || stage == .body else { return "bytes only means something at body" }
      guard !keep || stage == .dot else { return "keep only means something at dot" }
      return nil
    case .report(let report): return Self.problem(of: report)
    }
  }

  private static let longest = 86_400_000

  private static func problem(of report: CatcherReport) -> String? {
    guard StatusText.isEnhanced(report.status) else {
      return "report \(report.status): give an enhanced status code such as 5.1.1"
    }
    guard (0...longest).contains(report.afterMilliseconds) else {
      return "after is \(report.afterMilliseconds): give 0 to \(longest) milliseconds"
    }
    guard report.diagnosis.utf8.count <= 2000 else {
      return "the diagnosis has more than 2000 octets"
    }
    guard CatcherReply.isPrintable(report.diagnosis) else {
      return "the diagnosis has control characters: write it as one line"
    }
    return nil
  }
}
