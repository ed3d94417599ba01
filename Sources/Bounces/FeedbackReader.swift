import Mail

extension ReportReader {
  /// Complaints (RFC 5965); reports of authentication (RFC 6591) and "not spam" are none.
  static let feedback = ReportReader(stage: .arf) { dossier in
    let isReport = dossier.feedback != nil || dossier.reportType == "feedback-report"
    guard isReport || isPlainComplaint(dossier) else { return [] }
    let type = dossier.feedback?.field("Feedback-Type")?.rawValue.trimmed ?? []
    if type.equals("not-spam") || type.equals("auth-failure") {
      return [Finding(action: .none, stage: .arf)]
    }
    var recipients: [String] = []
    for field in dossier.returned?.fields.prefix(20) ?? []
    where field.name.contains("OriginalRecipient") {
      recipients += AddressScan.addresses(in: field.rawValue).prefix(1).map(\.text)
    }
    for name: StaticString in ["Original-Rcpt-To", "Removal-Recipient", "Redacted-Address"] {
      for field in dossier.feedback?.all(name).prefix(50) ?? [] {
        if let found = AddressScan.addresses(in: field.rawValue).first?.text {
          recipients.append(found)
        }
      }
    }
    if recipients.isEmpty { recipients = Array(dossier.returnedTo.prefix(10)) }
    let words = type.text
    let named: [String?] = recipients.isEmpty ? [nil] : recipients
    return named.map {
      var finding = Finding(action: .complaint, stage: .arf, recipient: $0)
      finding.text = words
      return finding
    }
  }

  /// Older feedback loops only say it and attach the letter.
  private static func isPlainComplaint(_ dossier: Dossier) -> Bool {
    guard !dossier.embedded.isEmpty, dossier.statusGroups.isEmpty else { return false }
    let evidence = dossier.evidence
    return !evidence.isAnswer && !evidence.isListMail
      && (evidence.subject.contains(.complaint) || evidence.body.contains(.complaint))
  }
}
