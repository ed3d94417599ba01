import Catcher
import Composer
import CurlMail
import Dispatcher
import Foundation
import Mail
import Signing
import Storage

/// Tries a mailing out: its own ledger of the same durability, void tokens, nobody reached.
struct Trial: Sendable {
  let office: Office

  func run(
    _ request: Sender.Request, relay: RelayChoice,
    started: @Sendable (RunningSend) -> Void
  ) async throws(Problem) -> SendSummary {
    guard let lock = try FileLock.take(office.workspace.trialLockFile) else {
      throw Problem(.tryLater, "Another trial is running in this workspace. Wait for it.")
    }
    let database = try begin(request)
    guard let signer = Secrets.voidSigner() else {
      throw Problem(.bug, "No key could be made for the trial.")
    }
    let store = MailingStore(database: database)
    guard let mailing = try attempt({ try store.mailing(named: request.mailing) }) else {
      throw Problem(
        .missingInput, "There is no trial of \(request.mailing) to go on with. Leave --resume out.")
    }
    let contents = try attempt { try store.contents(ofMailing: mailing.id) }
    try ApprovedLetters.check(contents, name: mailing.name)
    let maker = try EditionLetterMaker(
      contents: contents.letters, contentHash: contents.hash, signer: signer,
      configuration: office.configuration, clock: office.clock)
    let summary = try await send(request, relay, database, mailing, maker, started)
    _ = consume lock
    return summary
  }

  private func send(
    _ request: Sender.Request, _ relay: RelayChoice, _ database: SolsticeDatabase,
    _ mailing: MailingSummary, _ maker: EditionLetterMaker,
    _ started: @Sendable (RunningSend) -> Void
  ) async throws(Problem) -> SendSummary {
    let sender = Sender(office: office)
    func job(_ place: String?) -> Sender.Job {
      Sender.Job(
        database: database, mailing: mailing.name,
        selection: LedgerSelection(
          mailing: mailing.id, isTrial: true, readsFacts: maker.asksForFacts), relay: relay,
        connections: request.connections, place: place)
    }
    switch relay {
    case .smtp: throw Problem(.bug, "A real relay was taken for a trial.")
    case .null:
      return try sender.perform(
        job(nil), maker: maker, transport: NullTransport(), started: started)
    case .maildir(let path):
      return try sender.perform(
        job(path), maker: maker, transport: try Sender.maildir(path), started: started)
    case .catcher:
      let folder = office.workspace.mail.appending(path: "catcher-\(mailing.name)")
      try Files.makeFolder(folder)
      let catcher = try await startCatcher(Files.path(folder))
      let summary: SendSummary
      do {
        let url = try attempt { try RelayURL(parsing: "smtp://127.0.0.1:\(catcher.port)") }
        let transport = try attempt { try CurlTransport(settings: RelaySettings(url: url)) }
        summary = try sender.perform(
          job(office.workspace.shown(folder)), maker: maker, transport: transport,
          started: started)
      } catch {
        try? await catcher.stop()
        throw Problem.from(error)
      }
      do { try await catcher.stop() } catch { throw Problem(.bug, "\(error)") }
      return summary
    }
  }

  private func startCatcher(_ folder: String) async throws(Problem) -> Catcher {
    do {
      return try await Catcher.start(CatcherOptions(directory: folder))
    } catch {
      throw Problem(.unavailable, error.description)
    }
  }

  /// Begins afresh with everyone on the lists, or opens the last trial.
  func begin(_ request: Sender.Request) throws(Problem) -> SolsticeDatabase {
    let path = Files.path(office.workspace.trialFile)
    if request.resumesTrial {
      do { return try SolsticeDatabase.open(path: path) } catch { throw Problem.from(error) }
    }
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    let (approval, choice) = try approval(request)
    return try attempt {
      let database = try SolsticeDatabase.create(path: path)
      _ = try MailingStore(database: office.database).planTrial(
        approval, in: database, language: choice.best)
      return database
    }
  }

  /// What is approved, else the draft as it is now.
  private func approval(
    _ request: Sender.Request
  ) throws(Problem) -> (Approval, LanguageChoice) {
    let lists = try EditionApproval(office: office).pick(request.lists)
    let now = office.clock.now()
    let store = MailingStore(database: office.database)
    let name = request.mailing
    if let mailing = try attempt({ try store.mailing(named: name) }) {
      let contents = try attempt { try store.contents(ofMailing: mailing.id) }
      try ApprovedLetters.check(contents, name: name)
      let standard = office.configuration.publication.standardLanguage.tag
      let tags = contents.letters.map(\.language)
      let approval = Approval(
        mailing: name, kind: mailing.kind, contents: contents.letters, contentHash: contents.hash,
        by: "trial", at: now, note: "", lists: lists)
      return (approval, LanguageChoice(tags.filter { $0 == standard } + tags))
    }
    let draft = try EditionApproval(office: office).draft(name, isLookedAt: false)
    let approval = draft.approval(lists: lists, by: "trial", note: "", at: now)
    return (approval, LanguageChoice(draft.languages))
  }
}
