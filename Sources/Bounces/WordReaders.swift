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
    let isPermanent = dossier.evidence.body.contains(.permanent)
    let names: [String?] = recipients.isEmpty ? [nil] : recipients
    return names.prefix(100).map { name in
      let reply = ReplyText.about(name ?? "", others: recipients, in: dossier.notice)
      var finding = Finding(action: action, stage: stage, recipient: name)
      finding.code = reply.code
      finding.isToSender = reply.isToSender
      finding.status = reply.status
      finding.text = reply.text.isEmpty ? dossier.subject : reply.text
      finding.isCalledPermanent = isPermanent
      return finding
    }
  }
}
