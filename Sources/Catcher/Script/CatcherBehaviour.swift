/// What the catcher does where a rule applies.
package enum CatcherBehaviour: Hashable, Sendable {
  /// Takes the message, whatever later rules say.
  case accept
  /// Says no with this reply; with the rule's `times`, only so often (greylisting).
  case refuse(at: CatcherStage, CatcherReply)
  /// Never answers; the connection stays open until the client leaves.
  /// At the dot, `keep` says that the message was taken and only the reply is missing.
  case stall(at: CatcherStage, afterBytes: Int = 0, keep: Bool = false)
  /// Answers this many milliseconds late; later rules are read as well.
  case late(at: CatcherStage, milliseconds: Int)
  /// Closes the connection without a reply; in the body after so many octets of it.
  case drop(at: CatcherStage, afterBytes: Int = 0, keep: Bool = false)
  /// Takes the message and later sends a delivery status notification.
  case report(CatcherReport)

  /// Where it acts; nil acts at every stage.
  var stage: CatcherStage? {
    switch self {
    case .accept: nil
    case .refuse(let stage, _), .late(let stage, _): stage
    case .stall(let stage, _, _), .drop(let stage, _, _): stage
    case .report: .dot
    }
  }
}

/// What a delivery status notification says (RFC 3464 section 2.3).
package struct CatcherReport: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable {
    case failed
    case delayed
    case delivered
    case relayed
    case expanded
  }

  package var action: Action
  /// An enhanced status code such as `5.1.1`.
  package var status: String
  /// The words of the server that refused, such as `550 5.1.1 No such user`.
  package var diagnosis: String
  /// How long after the acceptance it is written.
  package var afterMilliseconds: Int

  package init(
    _ action: Action = .failed, status: String, diagnosis: String, afterMilliseconds: Int = 0
  ) {
    self.action = action
    self.status = status
    self.diagnosis = diagnosis
    self.afterMilliseconds = afterMilliseconds
  }
}
