import Mail

extension ReportReader {
  /// Delivery status notifications (RFC 3464), also internationalised (RFC 6533).
  static let status = ReportReader(stage: .dsn) { dossier in
    guard !dossier.statusGroups.isEmpty else { return [] }
    var findings: [Finding] = []
    for group in dossier.statusGroups {
      if let finding = finding(of: group, in: dossier) { findings.append(finding) }
    }
    let useful = findings.filter { $0.recipient != nil }
    return useful.isEmpty ? [] : useful
  }

  private static func finding(of group: StatusGroup, in dossier: Dossier) -> Finding? {
    let final = group["Final-Recipient"].flatMap(StatusAddress.read)
    let original =
      (group["Original-Recipient"] ?? group["X-Original-Recipient"]).flatMap(StatusAddress.read)
    let actual = group["X-Actual-Recipient"].flatMap(StatusAddress.read)
    let statusText = group["Status"]?.text ?? ""
    let status = EnhancedStatus.first(in: statusText)
    let action = action(group["Action"], status: status, dossier: dossier)
    var finding = Finding(action: action, stage: .dsn)
    finding.recipient =
      final ?? original ?? actual ?? localRecipient(group["Final-Recipient"], dossier)
    if let original, original.lowercased() != finding.recipient?.lowercased() {
      finding.original = original
    }
    let diagnosis = group["Diagnostic-Code"].map { withoutType($0) } ?? ""
    finding.text = diagnosis
    if action == .failed || action == .delayed {
      if diagnosis.isEmpty, let recipient = finding.recipient {
        let words = ReplyText.about(recipient, others: [], in: dossier.notice)
        finding.text = words.text
        finding.code = words.code
      }
      let reply = ReplyText(diagnosis)
      finding.code = reply.code ?? finding.code
      finding.isToSender = reply.isToSender
      finding.status = StatusChoice.best(told: status, reply: reply.status)
    } else {
      finding.status = status
    }
    finding.isCalledPermanent = true
    return finding
  }

  private static func action(
    _ field: ByteSlice?, status: EnhancedStatus?, dossier: Dossier
  ) -> Finding.Action {
    let word = field?.trimmed ?? []
    if word.starts(with: "fail") { return .failed }
    if word.starts(with: "delay") { return .delayed }
    if word.starts(with: "deliver") || word.starts(with: "relay") || word.starts(with: "expand") {
      return .delivered
    }
    switch status?.statusClass {
    case 2: return .delivered
    case 4:
      let words = Phrases.found(in: FoldedText.fold(Array(dossier.subject.utf8)[...])[...])
      return words.contains(.delay) ? .delayed : .failed
    case 5: return .failed
    default: return word.isEmpty && !dossier.evidence.tellsOfFailure ? .none : .failed
    }
  }

  /// `LOCAL; name`: whom the returned message was for, by that name or because there was one only.
  private static func localRecipient(_ field: ByteSlice?, _ dossier: Dossier) -> String? {
    let name = field.map { $0.drop { $0 != UInt8(ascii: ";") }.dropFirst().trimmed.text } ?? ""
    let wanted = name.lowercased().drop { $0 == "<" }.prefix { $0 != ">" } + "@"
    let candidates = dossier.returnedTo + dossier.notice.addresses.map(\.text)
    if wanted.count > 1, let known = candidates.first(where: { $0.lowercased().hasPrefix(wanted) })
    {
      return known
    }
    let failed = dossier.evidence.failedRecipients
    if failed.count == 1 { return failed.first }
    return dossier.returnedTo.count == 1 ? dossier.returnedTo.first : nil
  }

  /// Takes `smtp;` off.
  private static func withoutType(_ value: ByteSlice) -> String {
    let text = HeaderText.decode(value)
    guard let semicolon = text.utf8.prefix(24).firstIndex(of: UInt8(ascii: ";")),
      text[..<semicolon].utf8.allSatisfy({
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == 0x20
      })
    else { return text }
    return String(text[text.utf8.index(after: semicolon)...].drop { $0 == " " })
  }
}
