import Composer
import Contacts
package import Foundation
import Mail
import Storage

/// `preview`: shows a mailing before anyone else sees it.
package struct PreviewDesk: Sendable {
  /// What a preview is asked to show.
  package struct Request: Sendable {
    package var name: String
    package var language: String?
    package var contact: String?
    package var output: URL?

    package init(
      name: String, language: String? = nil, contact: String? = nil, output: URL? = nil
    ) {
      self.name = name
      self.language = language
      self.contact = contact
      self.output = output
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Composes afresh and writes the page; of an edition also what `compose` writes.
  package func write(_ request: Request) throws(Problem) -> PreviewResult {
    let preview = try preview(request)
    if let composed = preview.source.composed, preview.reader.prospect == nil {
      _ = try EditionComposer(office: office).write(composed)
    }
    let folder = request.output ?? standardFolder(request)
    let page = try PreviewWriter(folder: folder).write(preview)
    return PreviewResult(preview: preview, page: page, shown: office.workspace.shown(page))
  }

  /// The text part alone, for a terminal or a pipe; several languages with a line between them.
  package func text(_ request: Request) throws(Problem) -> String {
    try preview(request).letters.map(\.text).joined(separator: "\n" + Self.rule + "\n")
  }

  private static let rule = String(repeating: "=", count: 72) + "\n"

  func preview(_ request: Request) throws(Problem) -> Preview {
    let source = try PreviewSource.find(request.name, office: office)
    let reader = try reader(request.contact, source)
    var languages = try source.languages(asked: request.language)
    if reader.prospect != nil, request.language == nil {
      languages = [source.choice.best(reader.language)]
    }
    return Preview(
      source: source, reader: reader, letters: try letters(source, reader, languages),
      day: ReportDates.day(office.clock.now(), office),
      approvedOn: source.mailing.map { ReportDates.day($0.approvedAt, office) })
  }

  /// The contact that is named, else the sample reader.
  func reader(_ contact: String?, _ source: PreviewSource) throws(Problem) -> PreviewReader {
    guard let contact else { return try .sample() }
    let record = try ContactSearch(office: office).find(contact)
    guard let address = try? EmailAddress(parsing: record.address, policy: .permissive) else {
      throw PersonWords.problem(.unreadableAddress(record.address))
    }
    return PreviewReader(
      address: address, name: record.name, member: record.member ?? "",
      roles: record.roles.joined(separator: ","), language: record.language,
      prospect: try PreviewProspect.of(
        record, lists: source.mailing?.lists ?? [], office: office))
  }

  private func letters(
    _ source: PreviewSource, _ reader: PreviewReader, _ languages: [String]
  ) throws(Problem) -> [PreviewLetter] {
    let maker = try maker(source)
    var letters: [PreviewLetter] = []
    for language in languages {
      var bytes: [UInt8] = []
      _ = try attempt { try maker.make(reader.delivery(in: language), into: &bytes) }
      letters.append(PreviewLetter(language: language, message: bytes))
    }
    return letters
  }

  /// What makes a sending's letters, with tokens that are void.
  func maker(_ source: PreviewSource) throws(Problem) -> EditionLetterMaker {
    guard let signer = Secrets.voidSigner() else {
      throw Problem(.bug, "No key could be made for the preview.")
    }
    return try EditionLetterMaker(
      contents: source.contents, contentHash: source.contentHash, signer: signer,
      configuration: office.configuration, clock: office.clock)
  }

  private func standardFolder(_ request: Request) -> URL {
    let folder = office.workspace.editions
      .appending(path: request.name, directoryHint: .isDirectory)
      .appending(path: "preview", directoryHint: .isDirectory)
    // One folder for whoever is looked at: letters with people's names do not pile up.
    guard request.contact != nil else { return folder }
    return folder.appending(path: "as", directoryHint: .isDirectory)
  }
}
