import Catcher
import Composer
import CurlMail
import Dispatcher
import Foundation
import Mail
import Storage

/// `preview --to`: sends the real thing to previewers, outside the ledger and with void tokens.
package struct PreviewSending: Sendable {
  /// Stands before the subject, so that nobody takes it for the letter itself.
  static let subjectMark = "[Preview] "

  package struct Request: Sendable {
    package var name: String
    /// Addresses of previewers, or `all`.
    package var to: [String]
    package var language: String?
    package var contact: String?
    package var relay: RelayChoice?

    package init(
      name: String, to: [String], language: String? = nil, contact: String? = nil,
      relay: RelayChoice? = nil
    ) {
      self.name = name
      self.to = to
      self.language = language
      self.contact = contact
      self.relay = relay
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package func run(_ request: Request) async throws(Problem) -> PreviewSendResult {
    let previewers = try previewers(request.to)
    let desk = PreviewDesk(office: office)
    let source = try PreviewSource.find(request.name, office: office)
    let reader = request.contact == nil ? nil : try desk.reader(request.contact, source)
    let languages =
      request.language != nil
      ? try source.languages(asked: request.language)
      : [source.choice.best(reader?.language)]
    let jobs = previewers.flatMap { previewer in
      languages.map { Job(previewer: previewer, reader: reader, language: $0) }
    }
    let relay = try chosen(request.relay)
    let (attempts, place) = try await deliver(jobs, source, relay)
    return PreviewSendResult(
      name: request.name, standing: source.standing, attempts: attempts, relay: relay.shown,
      place: place)
  }

  private struct Job {
    let previewer: Mailbox
    let reader: PreviewReader?
    let language: String
  }

  /// Only those whom the configuration names get a letter that nobody has approved.
  private func previewers(_ texts: [String]) throws(Problem) -> [Mailbox] {
    let allowed = office.configuration.previewers
    guard !allowed.isEmpty else {
      throw Problem(
        .noPermission,
        "Nobody may get previews yet. Name them in solstice.yml: previewers: [you@example.org]")
    }
    if texts.contains("all") { return allowed }
    var picked: [Mailbox] = []
    for text in texts {
      let address = try PersonDesk.address(text, office).address
      guard let known = allowed.first(where: { $0.address.mailboxKey == address.mailboxKey }) else {
        let names = allowed.map(\.address.description).joined(separator: ", ")
        throw Problem(
          .noPermission,
          "\(address) is no previewer, so nothing was sent. Previewers are \(names); add the address "
            + "in solstice.yml: previewers: […, \(address)]")
      }
      if !picked.contains(known) { picked.append(known) }
    }
    return picked
  }

  private func chosen(_ relay: RelayChoice?) throws(Problem) -> RelayChoice {
    if let relay { return relay }
    guard let url = office.configuration.relay else {
      throw Problem(
        .configuration,
        "No relay is known. Set relay: url: in solstice.yml, or give --relay smtp://HOST:PORT. "
          + "For trying out: --relay catcher:")
    }
    return .smtp(url)
  }

  private func deliver(
    _ jobs: [Job], _ source: PreviewSource, _ relay: RelayChoice
  ) async throws(Problem) -> ([PreviewSendResult.Attempt], String?) {
    switch relay {
    case .smtp, .null:
      return (try send(jobs, source, try Sender(office: office).transport(relay)), nil)
    case .maildir(let path):
      return (try send(jobs, source, try Sender.maildir(path)), path)
    case .catcher:
      let folder = office.workspace.mail.appending(path: "catcher-preview-\(source.name)")
      try Files.makeFolder(folder)
      let catcher = try await CatcherServer.start(
        port: 0, directory: Files.path(folder), script: nil, reports: nil,
        environment: office.environment)
      let attempts: [PreviewSendResult.Attempt]
      do {
        let url = try attempt { try RelayURL(parsing: "smtp://127.0.0.1:\(catcher.port)") }
        attempts = try send(jobs, source, try Sender(office: office).transport(.smtp(url)))
      } catch {
        try? await catcher.stop()
        throw error
      }
      try await catcher.stop()
      return (attempts, office.workspace.shown(folder))
    }
  }

  /// One after the other on one connection; a relay that is in trouble is not asked again.
  private func send(
    _ jobs: [Job], _ source: PreviewSource, _ transport: any Transport
  ) throws(Problem) -> [PreviewSendResult.Attempt] {
    let connection = try attempt { try transport.makeConnection() }
    defer { connection.close() }
    var attempts: [PreviewSendResult.Attempt] = []
    for job in jobs {
      // Keys of its own for each: inboxes show a Message-ID that they have seen no second time.
      var maker = try PreviewDesk(office: office).maker(source)
      maker.subjectMark = Self.subjectMark
      maker.addressee = job.previewer
      let reader =
        job.reader
        ?? PreviewReader(
          address: job.previewer.address, name: job.previewer.displayName ?? "", member: "",
          roles: "", language: nil, prospect: nil)
      var bytes: [UInt8] = []
      let letter = try attempt { try maker.make(reader.delivery(in: job.language), into: &bytes) }
      let begin = ContinuousClock.now
      var result = connection.deliver(bytes, envelope: letter.envelope) { true }
      // A relay may close a connection that it has used; a new one is made at once.
      if case .staleConnection = Judgement.of(result) {
        result = connection.deliver(bytes, envelope: letter.envelope) { true }
      }
      let made = PreviewSendResult.Attempt(
        to: job.previewer.address.description, language: job.language,
        messageID: letter.messageID, result: result, at: office.clock.now(),
        seconds: (ContinuousClock.now - begin) / .seconds(1))
      attempts.append(made)
      if made.exitCode == .unavailable { break }
    }
    return attempts
  }
}
