import Bounces
import Foundation
import Mail
import Signing
import Storage

/// Reads the inbox: reports go to the bounce log and do what they prove, the rest is left alone.
package struct InboxReader: Sendable {
  /// What one reading found.
  package struct Outcome: Sendable, Hashable {
    package var messages = 0
    package var bounces = 0
    package var delays = 0
    package var complaints = 0
    package var autoReplies = 0
    /// Requests to leave that were carried out.
    package var left = 0
    /// Left untouched for people.
    package var forPeople = 0
    /// New lines in the bounce log; a report read twice counts once.
    package var newEntries = 0
    package var proofs = 0
    package var hints = 0
    package var source = ""
    /// What could not be done beside, for people.
    package var remarks: [String] = []
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Where messages are read from.
  package enum Source: Sendable {
    /// The Maildir that `solstice.yml` names.
    case configured
    case maildir(String)
    /// One file; it is never written, what was read is noted beside it.
    case mbox(String)
  }

  /// Reads an inbox; a message is moved or noted only after its effect is committed.
  package func run(_ place: Source) throws(Problem) -> Outcome {
    let path: String
    switch place {
    case .maildir(let folder): path = folder
    case .mbox(let file): path = file
    case .configured:
      guard let configured = office.configuration.inboxMaildir else {
        throw Problem(
          .configuration,
          "No inbox is known. Set inbox: maildir: in solstice.yml, or give --maildir DIR.")
      }
      path = configured
    }
    let url =
      path.hasPrefix("/") ? URL(filePath: path) : office.workspace.directory.appending(path: path)
    guard FileManager.default.fileExists(atPath: Files.path(url)) else {
      throw Problem(.missingInput, "The inbox \(Files.path(url)) is not there.")
    }
    guard let lock = try FileLock.take(office.workspace.inboxLockFile) else {
      throw Problem(.tryLater, "Another Solstice is reading the inbox. Wait for it.")
    }
    let inbox: any Inbox =
      if case .mbox = place {
        MboxInbox(path: Files.path(url))
      } else {
        MaildirInbox(path: Files.path(url))
      }
    let outcome = try read(inbox, source: office.workspace.shown(url))
    _ = consume lock
    return outcome
  }

  private func read(_ inbox: any Inbox, source: String) throws(Problem) -> Outcome {
    var outcome = Outcome()
    outcome.source = source
    let signer = try Secrets.signer(office.workspace)
    let references: [InboxReference]
    do { references = try inbox.list() } catch { throw Problem(.missingInput, "\(error)") }
    let now = office.clock.now()
    for reference in references {
      let bytes: [UInt8]
      do {
        bytes = try inbox.read(reference, limit: 50 << 20)
      } catch {
        throw Problem(.noPermission, "\(error)")
      }
      outcome.messages += 1
      guard try take(bytes, source: source, signer: signer, at: now, &outcome) else {
        outcome.forPeople += 1
        continue
      }
      do { try inbox.settle([reference]) } catch { throw Problem(.cannotWrite, "\(error)") }
    }
    let count = outcome.messages
    try attempt {
      try BounceStore(database: office.database)
        .noteReading(source: source, messages: count, at: now)
    }
    return outcome
  }

  /// Gives whether the message was dealt with; then its effect is durable.
  private func take(
    _ bytes: [UInt8], source: String, signer: TokenSigner, at now: Date, _ outcome: inout Outcome
  ) throws(Problem) -> Bool {
    let report = Report.read(bytes)
    if report.kind == .notABounce {
      return try leave(report, signer: signer, at: now, &outcome)
    }
    let deliveries = DeliveryStore(database: office.database)
    let lookUps = ReportLookUps(
      deliveries: deliveries, signer: signer, named: report.recipients.compactMap(\.address))
    let correlation = Correlation.decide(
      report, received: Int64(now.timeIntervalSince1970), lookUps: lookUps.bounces)
    if let error = lookUps.failure { throw Problem.from(error) }
    let delivery = try attempt { try correlation.delivery.flatMap { try deliveries.sent(id: $0) } }
    let fingerprint = ContentHash.hex(ContentHash.sha256(bytes))
    let entries = report.recipients.map { recipient in
      (
        entry: entry(recipient, correlation, delivery, source, fingerprint, report, now),
        effect: ReportEffects.decide(
          recipient, correlation: correlation, mailbox: delivery?.mailbox)
      )
    }
    outcome.newEntries += try attempt {
      let outside = try office.outsideSuppressions()
      return try BounceStore(database: office.database, outside: outside).keep(entries, at: now) {
        outcome.remarks.append($0.description)
      }
    }
    outcome.count(report.kind)
    if case .proof = correlation.verdict { outcome.proofs += 1 } else { outcome.hints += 1 }
    return true
  }

  private func entry(
    _ recipient: RecipientReport, _ correlation: Correlation, _ delivery: DeliveryStore.Sent?,
    _ source: String, _ fingerprint: String, _ report: Report, _ now: Date
  ) -> BounceEntry {
    BounceEntry(
      at: report.clues.date.map { Date(timeIntervalSince1970: Double($0)) } ?? now,
      source: source, fingerprint: fingerprint, kind: recipient.kind.rawValue,
      recipient: recipient.recipient ?? "", contact: delivery?.contact, delivery: delivery?.id,
      mailing: delivery?.mailing ?? "", status: recipient.status?.description,
      permanence: recipient.permanence?.rawValue, reason: recipient.reason?.rawValue ?? "",
      diagnosis: recipient.diagnosis, toldBy: recipient.toldBy.rawValue, proof: correlation.word)
  }

  /// A mail to the address for leaving takes its reader off; nothing else is needed of it.
  private func leave(
    _ report: Report, signer: TokenSigner, at now: Date, _ outcome: inout Outcome
  ) throws(Problem) -> Bool {
    let ids = report.clues.tokens.compactMap { signer.delivery(of: $0, purpose: .unsubscribe) }
    let isToLeave = report.clues.sentTo.contains { $0.lowercased().hasPrefix("u+") }
    guard isToLeave, let id = ids.first, ids.count == 1 else { return false }
    guard
      let delivery = try attempt({ try DeliveryStore(database: office.database).sent(id: id) })
    else { return false }
    let ended = try attempt {
      try ContactStore(database: office.database).leave(
        delivery.mailbox, list: nil, evidence: "asked by mail, answering \(delivery.mailing)",
        at: now)
    }
    if ended > 0 { outcome.left += 1 }
    return true
  }
}

extension InboxReader.Outcome {
  mutating func count(_ kind: ReportKind) {
    switch kind {
    case .bounce: bounces += 1
    case .delay: delays += 1
    case .complaint: complaints += 1
    case .autoReply: autoReplies += 1
    case .notABounce: break
    }
  }
}

extension Correlation {
  var delivery: Int64? {
    switch verdict {
    case .proof(let id): id
    case .hint(let id, _): id
    case .unknown: nil
    }
  }

  /// The column `proof` of the bounce log.
  var word: String {
    switch verdict {
    case .proof: "proof"
    case .hint(_, let doubt): "hint: \(doubt.rawValue)"
    case .unknown: "unknown"
    }
  }
}
