import Mail

/// Which of two statuses tells more: the field's, or the one in the server's reply.
enum StatusChoice {
  static func best(
    told: EnhancedStatus?, reply: EnhancedStatus?, code: Int?
  ) -> EnhancedStatus? {
    guard let told else { return reply }
    guard let reply, reply.statusClass != 2 else { return told }
    // A gateway's x.0.0 only repeats the class; the reply's own status says why.
    if isGeneral(told), !isGeneral(reply) { return reply }
    return told
  }

  static func isGeneral(_ status: EnhancedStatus) -> Bool {
    status.subject == 0 || status.detail == 0
  }
}
