import Contacts
import Dispatcher
import Foundation
import Mail
import Storage

/// Gathers a mailing's report from ledger, bounce log, contacts and members.
package struct EditionReporter: Sendable {
  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package func report(_ name: String) throws(Problem) -> EditionReport {
    let mailings = MailingStore(database: office.database)
    guard let mailing = try attempt({ try mailings.mailing(named: name) }) else {
      throw Problem(
        .missingInput, "\(name) has not been approved, so there is nothing to report yet.")
    }
    let members = try MemberFiles.read(office.workspace)
    let owners = try owners()
    var words: [Int64: String] = [:]
    let readers = try attempt {
      try BounceStore(database: office.database).each(mailing: name) { entry in
        if let delivery = entry.delivery { words[delivery] = Self.words(entry) }
      }
      var readers: [EditionReport.Reader] = []
      try DeliveryStore(database: office.database).each(ofMailing: mailing.id) { record in
        readers.append(Self.reader(record, words[record.id], owners[record.address] ?? ""))
      }
      return readers
    }
    let unmailable = try attempt { try ContactStore(database: office.database).unmailable() }
    let lines = memberLines(readers, members)
    return EditionReport(
      edition: name, date: office.clock.now(), readers: readers, members: lines,
      tasks: tasks(readers, lines, unmailable), unmailable: unmailable)
  }

  private func owners() throws(Problem) -> [String: String] {
    try attempt {
      var owners: [String: String] = [:]
      try ContactStore(database: office.database).each { contact in
        if owners[contact.address] == nil { owners[contact.address] = contact.member ?? "" }
      }
      return owners
    }
  }

  private static func reader(
    _ record: DeliveryRecord, _ words: String?, _ member: String
  ) -> EditionReport.Reader {
    let standing: EditionReport.Standing
    switch record.state {
    case .accepted:
      standing = ["bounced", "complained"].contains(record.report) ? .returned : .accepted
    case .refused: standing = .refused
    case .inDoubt: standing = .inDoubt
    case .cancelled: standing = .cancelled
    case .planned, .claimed, .onTheWire, .deferred: standing = .waiting
    }
    return EditionReport.Reader(
      address: record.address, name: record.name, member: member, standing: standing,
      words: standing == .accepted ? record.reply : words ?? record.reply, date: record.updated)
  }

  private static func words(_ entry: BounceEntry) -> String {
    let reason = FailureReason(rawValue: entry.reason)?.phrase ?? entry.kind
    let status = entry.status.map { "\($0), " } ?? ""
    return entry.diagnosis.isEmpty ? "\(status)\(reason)" : "\(status)\(reason): \(entry.diagnosis)"
  }

  /// One line for each member file, then those that only the lists name.
  private func memberLines(
    _ readers: [EditionReport.Reader], _ members: [Member]
  ) -> [EditionReport.MemberLine] {
    let groups = Dictionary(grouping: readers, by: \.member)
    var lines = members.map { member in
      line(
        member.country, member.name, member.short, groups[member.short] ?? [], isMember: true)
    }
    let known = Set(members.map(\.short))
    for (name, group) in groups.sorted(by: { $0.key < $1.key })
    where !name.isEmpty && !known.contains(name) {
      lines.append(line("", name, "", group, isMember: false))
    }
    return lines
  }

  private func line(
    _ place: String, _ name: String, _ short: String, _ readers: [EditionReport.Reader],
    isMember: Bool
  ) -> EditionReport.MemberLine {
    let order: [EditionReport.Standing] = [
      .accepted, .waiting, .inDoubt, .returned, .refused, .cancelled,
    ]
    let best = order.lazy.compactMap { standing in
      readers.first { $0.standing == standing }
    }.first
    return EditionReport.MemberLine(
      isMember: isMember, place: place, name: name, short: short, contacts: readers.count,
      accepted: readers.count { $0.standing == .accepted },
      evidence: best.map { "\(Self.title($0.standing)), \(ReportDates.day($0.date, office))" }
        ?? "no contact that can be mailed")
  }

  static func title(_ standing: EditionReport.Standing) -> String {
    switch standing {
    case .accepted: "accepted"
    case .waiting: "waiting"
    case .inDoubt: "in doubt"
    case .refused: "refused"
    case .returned: "came back"
    case .cancelled: "cancelled"
    }
  }

  private func tasks(
    _ readers: [EditionReport.Reader], _ members: [EditionReport.MemberLine],
    _ unmailable: [UnmailableEntry]
  ) -> [EditionReport.Task] {
    var tasks: [EditionReport.Task] = []
    for member in members where member.isMember && member.accepted == 0 {
      let own = readers.filter { $0.member == (member.short.isEmpty ? member.name : member.short) }
      // Who still waits for the letter needs nobody yet.
      guard !own.contains(where: { $0.standing == .waiting }) else { continue }
      let story = own.map { reader in
        ["\(reader.address): \(Self.title(reader.standing))", reader.words]
          .filter { !$0.isEmpty }.joined(separator: ", ")
      }
      let doubtful = unmailable.filter { $0.member == member.short }.map {
        "\($0.written) (\($0.source), line \($0.line)): \($0.reason)"
      }
      tasks.append(
        EditionReport.Task(
          title: "\(member.name): nobody was reached.",
          text: (story + doubtful).joined(separator: "; ")
            + " Telephone them, or ask another contact for an address that works."))
    }
    for reader in readers where [.refused, .returned].contains(reader.standing) {
      tasks.append(
        EditionReport.Task(
          title: "\(reader.address): \(Self.title(reader.standing)).",
          text:
            "\(reader.words). Ask \(reader.member.isEmpty ? "the list's owner" : reader.member) "
            + "for a new address."))
    }
    let doubt = readers.filter { $0.standing == .inDoubt }
    if !doubt.isEmpty {
      tasks.append(
        EditionReport.Task(
          title: "\(doubt.count) letters are in doubt.",
          text: doubt.prefix(20).map(\.address).joined(separator: ", ")
            + ": the connection ended before the relay answered. Look for them in the relay's log.")
      )
    }
    if !unmailable.isEmpty {
      tasks.append(
        EditionReport.Task(
          title: "\(unmailable.count) lines of the lists can't be mailed as they stand.",
          text: "Fill in the worksheet in reports/, then: solstice contacts import FILE."))
    }
    return tasks
  }
}
