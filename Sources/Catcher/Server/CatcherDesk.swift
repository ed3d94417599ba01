import NIOCore
import Synchronization

/// What all connections of one catcher share: the script, the folders, and what was done.
final class CatcherDesk: Sendable {
  private struct State {
    var figures = CatcherFigures()
    var transactions: [CaughtTransaction] = []
    var interrupted: [InterruptedTransaction] = []
    var channels: [Int: any Channel] = [:]
    var isClosing = false
  }

  let options: CatcherOptions
  let playbook: Playbook
  let tally = Tally()
  let log: ConversationLog?
  private let spool: Spool?
  private let post: ReportPost?
  private let state = Mutex(State())

  init(_ options: CatcherOptions, loop: any EventLoop) throws(CatcherError) {
    self.options = options
    do {
      playbook = try Playbook(options.script)
    } catch { throw .script(error) }
    guard !playbook.reports || options.reportsMaildir != nil else { throw .noMaildir }
    do {
      spool = options.discard ? nil : try Spool(folder: options.directory)
      if options.log { try FileSystem.makeFolder(options.directory) }
      log = options.log ? try ConversationLog(path: options.directory + "/catcher.log") : nil
      post =
        if let folder = options.reportsMaildir {
          ReportPost(
            maildir: try Maildir(folder: folder, hostname: options.hostname), loop: loop)
        } else { nil }
    } catch { throw .folder(error) }
  }

  var figures: CatcherFigures {
    var figures = state.withLock(\.figures)
    figures.reports = post?.written ?? 0
    return figures
  }

  var transactions: [CaughtTransaction] {
    state.withLock { $0.transactions.suffix(options.remembers) }
  }

  var interrupted: [InterruptedTransaction] {
    state.withLock { $0.interrupted.suffix(options.remembers) }
  }

  /// Numbers a new connection; it is not welcome when there are too many.
  func enter(_ channel: any Channel) -> (number: Int, isWelcome: Bool) {
    state.withLock { state in
      state.figures.connections += 1
      let number = state.figures.connections
      let isWelcome =
        state.channels.count < playbook.settings.connections && !state.isClosing
      state.channels[number] = channel
      return (number, isWelcome)
    }
  }

  func leave(_ connection: Int) {
    _ = state.withLock { $0.channels.removeValue(forKey: connection) }
  }

  /// The connections that are open; new ones are turned away from now on.
  func close() -> [any Channel] {
    state.withLock { state in
      state.isClosing = true
      return Array(state.channels.values)
    }
  }

  func closeReports() throws(SpoolError) {
    try post?.close()
  }

  func note(_ reply: CatcherReply) {
    state.withLock { $0.figures.replies[reply.code, default: 0] += 1 }
  }

  /// Keeps a message that counts as taken.
  func keep(_ message: CaughtMessage) throws(SpoolError) -> CaughtTransaction {
    let time = options.now()
    var kept = (name: "", file: String?.none, traceSize: 0)
    if let spool {
      let trace = message.trace(hostname: options.hostname, at: time)
      let (name, file, size) = try spool.keep(message.body.octets) { trace.octets(name: $0) }
      kept = (name, file, size)
    }
    return state.withLock { state in
      state.figures.accepted += 1
      state.figures.octets += message.body.octets.count
      if kept.name.isEmpty { kept.name = UTCTime.padded(state.figures.accepted, 6) + "-0" }
      let caught = message.caught(
        name: kept.name, file: kept.file, traceSize: kept.traceSize, at: time)
      Self.remember(caught, in: &state.transactions, most: options.remembers)
      return caught
    }
  }

  func report(_ reports: [(recipient: String, report: CatcherReport)], on message: CaughtMessage) {
    // A report about a report would go round for ever: RFC 5321 section 6.1.
    guard let post, !message.envelope.sender.text.isEmpty else { return }
    let head = MessageHead.lines(of: message.body.octets)
    let now = options.now()
    for (recipient, report) in reports {
      post.add(
        DeliveryReport(
          report: report, sender: message.envelope.sender.text, recipient: recipient, head: head,
          hostname: options.hostname, name: message.name, arrived: now,
          written: now + Int64(report.afterMilliseconds)))
    }
  }

  func interrupt(_ interrupted: InterruptedTransaction) {
    state.withLock { state in
      state.figures.interrupted += 1
      Self.remember(interrupted, in: &state.interrupted, most: options.remembers)
    }
    log?.add(
      "interrupted", connection: interrupted.connection, at: options.now(),
      [
        "sender": interrupted.sender, "recipients": interrupted.recipients.joined(separator: " "),
        "octets": "\(interrupted.received)", "complete": "\(interrupted.isComplete)",
        "message-id": interrupted.messageID ?? "",
      ])
  }

  /// Drops the oldest half when twice as many are there as wanted.
  private static func remember<Item>(_ item: Item, in list: inout [Item], most: Int) {
    list.append(item)
    if list.count >= 2 * max(most, 1) { list.removeFirst(list.count - most) }
  }
}
