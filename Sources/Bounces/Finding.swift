import Mail

/// What a reader saw of one recipient, before any judgement.
struct Finding: Sendable {
  enum Action: Sendable {
    case failed
    case delayed
    case delivered
    case complaint
    case autoReply
    case none
  }

  var recipient: String?
  var original: String?
  var action: Action
  var status: EnhancedStatus?
  var code: Int?
  /// The server's words, or the report's.
  var text: String = ""
  /// Whether the report says in words that it is final.
  var isCalledPermanent = false
  /// Whether the server refused the sender before it heard of the recipient.
  var isToSender = false
  var stage: ReportStage

  init(action: Action, stage: ReportStage, recipient: String? = nil) {
    self.action = action
    self.stage = stage
    self.recipient = recipient
  }
}
