/// MAIL, RCPT, DATA and the reply after the dot.
extension SMTPSession {
  private static let badSequence = "5.5.1 Bad sequence of commands: "

  mutating func mail(_ rest: Substring) -> SMTPStep {
    guard helo != nil else {
      return SMTPStep(CatcherReply(503, Self.badSequence + "EHLO comes first"))
    }
    guard envelope == nil else {
      return SMTPStep(CatcherReply(503, Self.badSequence + "nested MAIL"))
    }
    if let limit = settings.messagesPerConnection, messages >= limit {
      return SMTPStep(CatcherReply(421, "4.7.0 \(hostname) Enough messages on one connection"))
    }
    if settings.requiresAuthentication, user == nil {
      return SMTPStep(CatcherReply(530, "5.7.0 Authentication required"))
    }
    guard let path = Self.path(rest, after: "FROM:") else {
      return SMTPStep(CatcherReply(501, "5.5.4 Syntax: MAIL FROM:<address>"))
    }
    var isUTF8 = false
    for parameter in path.parameters {
      if let reply = problem(of: parameter) { return SMTPStep(reply) }
      if parameter.keyword == "SMTPUTF8" { isUTF8 = true }
    }
    guard isUTF8 || path.isASCII else {
      return SMTPStep(CatcherReply(550, "5.6.7 The sender's address needs SMTPUTF8"))
    }
    let sender = Address(path.address)
    let step = play(.mail, sender: sender, otherwise: CatcherReply(250, "2.1.0 Ok"))
    if step.isUsual { begin(sender, isUTF8: isUTF8) }
    return step
  }

  mutating func recipient(_ rest: Substring) -> SMTPStep {
    guard let envelope else {
      return SMTPStep(CatcherReply(503, Self.badSequence + "MAIL comes first"))
    }
    guard let path = Self.path(rest, after: "TO:"), !path.address.isEmpty else {
      return SMTPStep(CatcherReply(501, "5.5.4 Syntax: RCPT TO:<address>"))
    }
    if let parameter = path.parameters.first {
      return SMTPStep(CatcherReply(555, "5.5.4 \(parameter.keyword) is not offered"))
    }
    guard envelope.isUTF8 || path.isASCII else {
      return SMTPStep(CatcherReply(553, "5.6.7 The recipient's address needs SMTPUTF8"))
    }
    guard envelope.recipients.count < settings.recipientLimit else {
      return SMTPStep(CatcherReply(452, "4.5.3 Too many recipients"))
    }
    let recipient = Address(path.address)
    let step = play(.rcpt, recipient: recipient, otherwise: CatcherReply(250, "2.1.5 Ok"))
    if step.isUsual { add(recipient) }
    return step
  }

  mutating func data(_ rest: Substring) -> SMTPStep {
    guard rest.isEmpty else { return SMTPStep(CatcherReply(501, "5.5.4 Syntax: DATA")) }
    guard let envelope else {
      return SMTPStep(CatcherReply(503, Self.badSequence + "MAIL comes first"))
    }
    guard !envelope.recipients.isEmpty else {
      return SMTPStep(CatcherReply(554, "5.5.1 No valid recipients"))
    }
    let go = CatcherReply(354, "End data with <CR><LF>.<CR><LF>")
    var step = SMTPStep(combined(.data, envelope), otherwise: go)
    if step.isUsual { step.fate = .body(bodyPlan(envelope)) }
    return step
  }

  /// The step after the final dot.
  mutating func finish(_ body: BodyReader) -> SMTPStep {
    guard let envelope else { return SMTPStep(CatcherReply(503, Self.badSequence + "no DATA")) }
    if let reply = problem(of: body) {
      end(accepted: false)
      var step = SMTPStep(reply)
      step.wait = settings.latencyAfterDot
      return step
    }
    var reports: [(recipient: String, report: CatcherReport)] = []
    let verdict = combined(.dot, envelope) { recipient, report in
      reports.append((recipient.text, report))
    }
    var step = SMTPStep(verdict, otherwise: CatcherReply(250, "2.0.0 Ok"))
    step.wait += settings.latencyAfterDot
    if step.isUsual {
      step.keeps = true
      step.reports = reports
    }
    end(accepted: step.keeps)
    return step
  }

  /// One verdict for all recipients: the longest wait, and the first that is not *accept*.
  private func combined(
    _ stage: CatcherStage, _ envelope: Envelope,
    report: (Address, CatcherReport) -> Void = { _, _ in }
  ) -> Playbook.Verdict {
    var all = Playbook.Verdict()
    for recipient in envelope.recipients {
      let one = verdict(stage, recipient: recipient)
      all.wait = max(all.wait, one.wait)
      switch one.decision {
      case .report(let wanted): report(recipient, wanted)
      case .accept, nil: break
      default: all.decision = all.decision ?? one.decision
      }
    }
    return all
  }

  private func bodyPlan(_ envelope: Envelope) -> SMTPStep.BodyPlan {
    switch combined(.body, envelope).decision {
    case .stall(_, let bytes, _): SMTPStep.BodyPlan(stopsAfter: bytes)
    case .drop(_, let bytes, _): SMTPStep.BodyPlan(stopsAfter: bytes, drops: true)
    default: SMTPStep.BodyPlan()
    }
  }

  private func problem(of body: BodyReader) -> CatcherReply? {
    if body.isTooLarge { return CatcherReply(552, "5.3.4 Larger than \(settings.sizeLimit)") }
    if settings.bareLines == .refuse, body.hasBareLines {
      return CatcherReply(550, "5.6.11 Bare CR or LF in the message")
    }
    if let limit = settings.lineLimit, body.longestLine > limit {
      return CatcherReply(554, "5.6.0 A line has \(body.longestLine) octets, \(limit) are allowed")
    }
    return nil
  }

  private func problem(of parameter: (keyword: String, value: String?)) -> CatcherReply? {
    let offers = isExtended ? settings.offers : []
    let refusal = CatcherReply(555, "5.5.4 \(parameter.keyword) is not offered")
    let malformed = CatcherReply(501, "5.5.4 Bad value of \(parameter.keyword)")
    switch parameter.keyword {
    case "SIZE":
      guard offers.contains(.size) else { return refusal }
      guard let text = parameter.value, text.utf8.allSatisfy({ (48...57).contains($0) }),
        !text.isEmpty, text.utf8.count <= 20
      else { return malformed }
      let size = Int(text) ?? Int.max
      return size > settings.sizeLimit
        ? CatcherReply(552, "5.3.4 Larger than \(settings.sizeLimit)") : nil
    case "BODY":
      guard offers.contains(.eightBit) else { return refusal }
      let isKnown = ["7BIT", "8BITMIME"].contains(parameter.value?.uppercased())
      return isKnown ? nil : malformed
    case "SMTPUTF8":
      guard offers.contains(.utf8) else { return refusal }
      return parameter.value == nil ? nil : malformed
    case "AUTH": return offersAuthentication && isExtended ? nil : refusal
    default: return refusal
    }
  }

  private static func path(_ text: Substring, after keyword: String) -> SMTPPath? {
    guard text.prefix(keyword.count).uppercased() == keyword else { return nil }
    return SMTPPath(text.dropFirst(keyword.count))
  }
}
