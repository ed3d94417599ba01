import Mail

/// One way to understand a message; finds nothing where it is not meant.
struct ReportReader: Sendable {
  let stage: ReportStage
  let read: @Sendable (Dossier) -> [Finding]

  init(stage: ReportStage, read: @escaping @Sendable (Dossier) -> [Finding]) {
    self.stage = stage
    self.read = read
  }

  /// From what is defined to what must be guessed; the first that finds something decides.
  static let cascade: [ReportReader] = [
    .disposition, .feedback, .status, JSONNotice.reader, .calendar, .autoReply, .delayWords,
    .smtpText, .prose,
  ]

  /// A receipt (RFC 8098) tells that the message arrived.
  static let disposition = ReportReader(stage: .disposition) { dossier in
    let isReceipt =
      dossier.hasDisposition || dossier.reportType == "disposition-notification"
      || dossier.reportType == "tlsrpt"
    return isReceipt ? [Finding(action: .none, stage: .disposition)] : []
  }

  /// An answer to an invitation is a person's, whatever words it quotes.
  static let calendar = ReportReader(stage: .none) { dossier in
    guard dossier.hasCalendar, !dossier.evidence.isFromDaemon else { return [] }
    return [Finding(action: .none, stage: .none)]
  }

  /// Automatic answers (RFC 3834): marked ones, and those whose words say so.
  static let autoReply = ReportReader(stage: .autoReply) { dossier in
    let evidence = dossier.evidence
    guard !evidence.isListMail || evidence.isAutoMarked else { return [] }
    let isPlainAnswer =
      evidence.isAutoMarked && !(evidence.tellsOfFailure || evidence.tellsOfDelay)
    let saysSo =
      evidence.isAway
      || evidence.hasNullPath && evidence.body.contains(.away) && !evidence.tellsOfFailure
        && !evidence.tellsOfDelay
    guard isPlainAnswer || saysSo else { return [] }
    let from = dossier.message.headers.field("From")?.rawValue ?? []
    var finding = Finding(
      action: .autoReply, stage: .autoReply,
      recipient: AddressScan.addresses(in: from).first?.text)
    finding.text = dossier.subject
    return [finding]
  }
}
