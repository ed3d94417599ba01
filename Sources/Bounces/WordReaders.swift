import Mail

extension ReportReader {
  /// Warnings that a delivery goes on being tried.
  static let delayWords = ReportReader(stage: .prose) { dossier in
    guard dossier.evidence.tellsOfDelay else { return [] }
    return findings(.delayed, stage: .prose, in: dossier)
  }

  /// Reports without a standard that quote a server's reply.
  static let smtpText = ReportReader(stage: .smtpText) { dossier in
    guard dossier.evidence.tellsOfFailure, dossier.evidence.hasReply else { return [] }
    return findings(.failed, stage: .smtpText, in: dossier)
  }

  /// Reports without a standard that only say it in words.
  static let prose = ReportReader(stage: .prose) { dossier in
    guard dossier.evidence.tellsOfFailure else { return [] }
    return findings(.failed, stage: .prose, in: dossier)
  }

  private static func findings(
    _ action: Finding.Action, stage: ReportStage, in dossier: Dossier
  ) -> [Finding] {
    let recipients = FailedRecipients.choose(in: dossier)
    let isFinal =
      dossier.evidence.body.contains(.permanent) || dossier.evidence.subject.contains(.final)
    let names: [String?] = recipients.isEmpty ? [nil] : recipients
    return names.prefix(100).map { name in
      let reply = ReplyText.about(name ?? "", others: recipients, in: dossier.notice)
      var finding = Finding(action: action, stage: stage, recipient: name)
      finding.code = reply.code
      finding.isToSender = reply.isToSender
      finding.status = reply.status
      finding.text = reply.text.isEmpty ? dossier.subject : reply.text
      finding.isCalledPermanent = isFinal
      finding.original = name.flatMap { origin(of: $0, in: dossier.notice) }
      return finding
    }
  }

  /// The address that a forwarded one came from: "(expanded from: <a@b>)" below it.
  private static func origin(of recipient: String, in notice: Notice) -> String? {
    let key = recipient.lowercased()
    guard let line = notice.addresses.first(where: { $0.key == key })?.line else { return nil }
    return notice.addresses.first {
      guard $0.line > line, $0.line - line <= 3, $0.key != key else { return false }
      let before = notice.lines[$0.line][..<$0.range.lowerBound]
      return before.contains("expanded from") || before.contains("generated ")
        || before.contains("originally addressed")
    }?.text
  }
}
