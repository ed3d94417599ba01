import Mail

/// Which of two statuses tells more: the field's, or the one in the server's reply.
enum StatusChoice {
  static func best(told: EnhancedStatus?, reply: EnhancedStatus?) -> EnhancedStatus? {
    guard let told else { return reply }
    guard let reply, reply.statusClass != 2 else { return told }
    // The field is often filled in by the gateway; the reply's own status says why. A reply of
    // another class was not the last word, so there the field stands.
    guard reply.statusClass == told.statusClass else { return told }
    if !isGeneral(reply) || told.subject == 0 && reply.subject != 0 { return reply }
    return told
  }

  static func isGeneral(_ status: EnhancedStatus) -> Bool {
    status.subject == 0 || status.detail == 0
  }
}
