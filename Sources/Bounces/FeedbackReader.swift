import Mail

extension ReportReader {
  /// Complaints (RFC 5965); reports of authentication (RFC 6591) and "not spam" are none.
  static let feedback = ReportReader(stage: .arf) { dossier in
    let isReport = dossier.feedback != nil || dossier.reportType == "feedback-report"
    guard isReport else { return [] }
    let type = dossier.feedback?.field("Feedback-Type")?.rawValue.trimmed ?? []
    if type.equals("not-spam") || type.equals("auth-failure") {
      return [Finding(action: .none, stage: .arf)]
    }
    var recipients: [String] = []
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
}
