package import Mail

/// A message read as a report: what it tells of whom, and what ties it to a delivery.
package struct Report: Sendable {
  /// The gravest kind among the recipients.
  package let kind: ReportKind
  /// At least one; its recipient is nil where the report names nobody.
  package let recipients: [RecipientReport]
  package let clues: Clues
  /// Which reader understood it.
  package let stage: ReportStage

  /// Reads any bytes as a report and never fails; what is none is `notABounce`.
  ///
  /// RFC 3464, 5965, 3834, 6533 first, then general rules for reports that follow no standard.
  package static func read(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> Self {
    read(MessageParser.parse(bytes, limits: limits))
  }

  /// Reads a message that is taken apart already.
  package static func read(_ message: ReceivedPart) -> Self {
    var dossier = Dossier(message)
    if let inner = dossier.coveredReport { dossier = inner }
    for reader in ReportReader.cascade {
      let findings = reader.read(dossier)
      guard !findings.isEmpty else { continue }
      return Self(findings, stage: reader.stage, dossier: dossier)
    }
    return Self([Finding(action: .none, stage: .none)], stage: .none, dossier: dossier)
  }

  private init(_ findings: [Finding], stage: ReportStage, dossier: Dossier) {
    recipients = Verdict.judge(findings)
    self.stage = stage
    clues = Clues(dossier)
    kind = Verdict.gravest(recipients.map(\.kind))
  }
}
