import Dispatcher
import Foundation
import Mail
import Storage

/// Measures how fast readers' letters are made, by one thread and without a ledger (benchmarks).
///
/// What is timed is all that a send does for a letter before a transport gets it: the tokens, the
/// Message-ID, the headers of its own and the splicing; then the splicing alone. Its readers are
/// those of a trial, which it begins afresh.
package struct LetterMeasure {
  private let office: Office
  /// So long each of the two is done over and over.
  private let atLeast = Duration.seconds(2)

  package init(office: Office) {
    self.office = office
  }

  package func run(_ request: Sender.Request) throws(Problem) -> String {
    guard let lock = try FileLock.take(office.workspace.trialLockFile) else {
      throw Problem(.tryLater, "Another trial is running in this workspace. Wait for it.")
    }
    let database = try Trial(office: office).begin(request)
    let store = MailingStore(database: database)
    guard let signer = Secrets.voidSigner(),
      let mailing = try attempt({ try store.mailing(named: request.mailing) })
    else { throw Problem(.bug, "There is nothing to measure.") }
    let contents = try attempt { try store.contents(ofMailing: mailing.id) }
    let maker = try EditionLetterMaker(
      contents: contents.letters, contentHash: contents.hash, signer: signer,
      configuration: office.configuration, clock: office.clock)
    let selection = LedgerSelection(
      mailing: mailing.id, isTrial: true, readsFacts: maker.asksForFacts)
    let readers = try attempt {
      let ledger = try SQLiteLedger(
        database: database, selection: selection, relay: "null:", clock: office.clock)
      defer { try? ledger.end() }
      return try ledger.claim(limit: 10_000)
    }
    let words = try attempt { try measure(maker, readers) }
    _ = consume lock
    return words
  }

  private func measure(
    _ maker: EditionLetterMaker, _ readers: [ClaimedDelivery]
  ) throws -> String {
    let whole = try time(readers) { reader, buffer in
      _ = try maker.make(reader, into: &buffer)
    }
    let prepared = try readers.map { reader in
      let values = maker.values(for: reader, report: "report", maker.messageID(of: reader))
      return (try maker.letter(in: reader.language), values)
    }
    let spliced = time(prepared) { prepared, buffer in
      prepared.0.splice(prepared.1, into: &buffer)
    }
    return """
      \(readers.count) readers, letters of \(whole.size) bytes
      splicing alone: \(spliced.rate) letters/s
      prepared: \(whole.rate) letters/s
      """
  }

  private func time<Item>(
    _ items: [Item], _ make: (Item, inout [UInt8]) throws -> Void
  ) rethrows -> (rate: Int, size: Int) {
    var buffer: [UInt8] = []
    var count = 0
    var bytes = 0
    let begin = ContinuousClock.now
    while !items.isEmpty, ContinuousClock.now - begin < atLeast {
      for item in items {
        buffer.removeAll(keepingCapacity: true)
        try make(item, &buffer)
        bytes += buffer.count
      }
      count += items.count
    }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    return (Int(Double(count) / max(seconds, 0.001)), bytes / max(count, 1))
  }
}
