import Composer
import CurlMail
import Dispatcher
import Foundation
import Mail
import Signing
import Storage

/// Sends an approved mailing, or tries a draft out where it reaches nobody.
package struct Sender: Sendable {
  /// What a send is asked to do.
  package struct Request: Sendable {
    package var mailing: String
    package var lists: [String]
    package var relay: RelayChoice?
    package var connections: Int?
    /// Goes on with the last trial instead of beginning afresh.
    package var resumesTrial: Bool

    package init(
      mailing: String, lists: [String] = [], relay: RelayChoice? = nil, connections: Int? = nil,
      resumesTrial: Bool = false
    ) {
      self.mailing = mailing
      self.lists = lists
      self.relay = relay
      self.connections = connections
      self.resumesTrial = resumesTrial
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Sends what is due and returns when nothing is, or when the relay is in trouble.
  ///
  /// `started` is given the run, to show progress or to interrupt it.
  package func run(
    _ request: Request, started: @Sendable (RunningSend) -> Void = { _ in }
  ) async throws(Problem) -> SendSummary {
    let relay = try relay(request)
    guard !relay.isTrial else {
      return try await Trial(office: office).run(request, relay: relay, started: started)
    }
    guard let lock = try FileLock.take(office.workspace.sendLockFile) else {
      throw Problem(
        .tryLater, "Another Solstice is sending from this workspace. Wait for it, then try again.")
    }
    let store = MailingStore(database: office.database)
    let mailing = try approved(request.mailing, store)
    let lists = try narrowed(request, mailing)
    let transport = try transport(relay)
    let signer = try Secrets.signer(office.workspace)
    var summaries: [SendSummary] = []
    var revision: Int64?
    // Somebody may approve a newer letter while this one is sent: the rest get the newer one.
    while let contents = try newer(than: revision, mailing, store) {
      revision = contents.revision
      let maker = try EditionLetterMaker(
        contents: contents.letters, contentHash: contents.hash, signer: signer,
        configuration: office.configuration, clock: office.clock)
      summaries.append(
        try perform(
          Job(
            database: office.database, mailing: mailing.name,
            selection: LedgerSelection(
              mailing: mailing.id, revision: contents.revision, lists: lists,
              readsFacts: maker.asksForFacts), relay: relay,
            connections: request.connections, place: nil),
          maker: maker, transport: transport, started: started))
      if summaries.last?.goesOn != true { break }
    }
    _ = consume lock
    guard let summary = SendSummary.together(summaries) else {
      throw Problem(.bug, "\(mailing.name) was approved, but has no revision.")
    }
    return summary
  }

  /// The newest approved letters, checked against their hash; nil where that revision was just sent.
  private func newer(
    than revision: Int64?, _ mailing: MailingSummary, _ store: MailingStore
  ) throws(Problem) -> MailingStore.Contents? {
    let contents = try attempt { try store.contents(ofMailing: mailing.id) }
    guard contents.revision != revision else { return nil }
    try ApprovedLetters.check(contents, name: mailing.name)
    return contents
  }

  /// One run over one ledger.
  struct Job {
    let database: SolsticeDatabase
    let mailing: String
    let selection: LedgerSelection
    let relay: RelayChoice
    let connections: Int?
    let place: String?
  }

  func perform(
    _ job: Job, maker: any LetterMaker, transport: any Transport,
    started: @Sendable (RunningSend) -> Void
  ) throws(Problem) -> SendSummary {
    let begin = ContinuousClock.now
    let store = MailingStore(database: job.database)
    let ledger = try attempt {
      try SQLiteLedger(
        database: job.database, selection: job.selection, relay: job.relay.shown,
        pace: job.selection.isTrial ? Pace() : office.configuration.pace, clock: office.clock)
    }
    let run = DispatchRun(
      ledger: ledger, transport: transport, maker: maker, clock: office.clock,
      connections: job.connections ?? office.configuration.connections)
    let before = try attempt { try store.mailing(named: job.mailing) }
    started(RunningSend(run: run, due: before.map { $0[.planned] + $0[.deferred] } ?? 0))
    let result = run.run()
    try attempt { try ledger.end(stopped: result.wasInterrupted) }
    let after = try attempt { try store.mailing(named: job.mailing) }
    return SendSummary(
      edition: job.mailing, planned: after?.total ?? 0, counts: after?.counts ?? [:],
      seconds: (ContinuousClock.now - begin) / .seconds(1), run: result,
      recovered: ledger.recovered, nextDue: after?.nextDue, relay: job.relay.shown,
      isTrial: job.selection.isTrial, place: job.place)
  }

  /// The relay that was asked for, else the configuration's.
  private func relay(_ request: Request) throws(Problem) -> RelayChoice {
    if let relay = request.relay { return relay }
    guard let url = office.configuration.relay else {
      throw Problem(
        .configuration,
        "No relay is known. Set relay: url: in solstice.yml, or give --relay smtp://HOST:PORT. "
          + "For trying out: --relay catcher:")
    }
    return .smtp(url)
  }

  func transport(_ relay: RelayChoice) throws(Problem) -> any Transport {
    guard case .smtp(let url) = relay else { return NullTransport() }
    let configuration = office.configuration
    // A login belongs to the relay of the configuration, never to one named on the command line.
    let isConfigured = url == configuration.relay
    var settings = RelaySettings(
      url: url, tls: isConfigured ? configuration.relayTLS : nil,
      helloName: configuration.helloName)
    if let user = configuration.relayUser, isConfigured {
      settings.login = try Secrets.login(
        user: user, workspace: office.workspace, environment: office.environment)
    }
    if office.environment["SOLSTICE_NOW"]?.isEmpty == false, !url.isLoopback {
      throw Problem(.configuration, "SOLSTICE_NOW works only with a relay on this machine.")
    }
    do {
      return try CurlTransport(settings: settings)
    } catch {
      throw Problem(.unavailable, error.description)
    }
  }

  static func maildir(_ path: String) throws(Problem) -> MaildirTransport {
    do {
      return try MaildirTransport(path: path)
    } catch {
      throw Problem(
        .cannotWrite, "No Maildir can be made at \(path). Name a folder that can be written.")
    }
  }

  private func approved(
    _ name: String, _ store: MailingStore
  ) throws(Problem) -> MailingSummary {
    guard let mailing = try attempt({ try store.mailing(named: name) }) else {
      throw Problem(
        .badData,
        "\(name) is not approved, so nothing was sent. Look at "
          + "\(MailingName(name).folder)/, then run: solstice approve \(name) --by NAME")
    }
    return mailing
  }

  private func narrowed(
    _ request: Request, _ mailing: MailingSummary
  ) throws(Problem) -> [Int64] {
    let all = try attempt { try ContactStore(database: office.database).lists() }
    var ids: [Int64] = []
    for name in request.lists {
      guard mailing.lists.contains(name), let list = all.first(where: { $0.name == name }) else {
        throw Problem(
          .badData,
          "\(mailing.name) is not approved for the list “\(name)” (approved: "
            + "\(mailing.lists.joined(separator: ", "))). Run: "
            + "solstice approve \(mailing.name) --by NAME --to \(name)")
      }
      ids.append(list.id)
    }
    return ids
  }
}
