import Composer
import Dispatcher
import Foundation
import Mail
import Signing
import Storage

/// Makes each reader's letter out of the approved one: splices what differs, nothing else.
struct EditionLetterMaker: LetterMaker {
  private let letters: [String: PreparedMessage]
  private let standard: String
  private let contentHash: [UInt8]
  private let signer: TokenSigner
  private let returnDomain: Domain
  private let plainReturnAddress: EmailAddress?
  private let messageDomain: String
  private let dates: MailDateText
  private let clock: any WallClock
  /// What stands before the subject: a preview's mark.
  var subjectMark = ""
  /// Who gets the letter in the reader's place: a previewer.
  var addressee: Mailbox?

  /// Fails where the letters kept in the database are not what was approved.
  init(
    contents: [Approval.Content], contentHash: [UInt8], signer: TokenSigner,
    configuration: Configuration, clock: any WallClock
  ) throws(Problem) {
    guard let first = contents.first else {
      throw Problem(.badData, "The approved letters are missing from the database.")
    }
    letters = Dictionary(
      contents.map { ($0.language, $0.message) }, uniquingKeysWith: { first, _ in first })
    standard = first.language
    self.contentHash = contentHash
    self.signer = signer
    returnDomain = configuration.returnDomain
    plainReturnAddress = configuration.plainReturnAddress
    messageDomain = configuration.publication.sender.address.domain.ascii
    dates = MailDateText(zone: configuration.zone)
    self.clock = clock
  }

  /// Whether a letter differs by the reader's member or roles.
  var asksForFacts: Bool { letters.values.contains(where: \.asksForFacts) }

  func make(_ delivery: ClaimedDelivery, into buffer: inout [UInt8]) throws -> OutgoingLetter {
    let letter = try letter(in: delivery.language)
    let report = signer.token(for: delivery.id, purpose: .report)
    // Where the row is on the wire already, its Message-ID was made for that.
    let identifier = delivery.messageID.isEmpty ? messageID(of: delivery) : delivery.messageID
    letter.splice(values(for: delivery, report: report, identifier), into: &buffer)
    let sender = try plainReturnAddress ?? EmailAddress(localPart: "b+\(report)", at: returnDomain)
    return OutgoingLetter(
      envelope: Envelope(sender: sender, recipient: addressee?.address ?? delivery.recipient),
      messageID: identifier)
  }

  /// The letter as it was approved, in this language or else in the standard one.
  func letter(in language: String) throws(Problem) -> PreparedMessage {
    guard let letter = letters[language] ?? letters[standard] else {
      throw Problem(.bug, "There is no letter in \(language).")
    }
    return letter
  }

  /// What differs in a reader's letter: `report` is the token of reports about it.
  func values(
    for delivery: ClaimedDelivery, report: String, _ identifier: String
  ) -> MergeValues {
    let leave = signer.token(for: delivery.id, purpose: .unsubscribe)
    let leaveAddress = "u+\(leave)@\(returnDomain.ascii)"
    var values = MergeValues()
    values[.to] = addressee.map { EncodedWord.encode($0, column: 4) } ?? recipientHeader(delivery)
    values[.subjectMark] = subjectMark
    values[.date] = dates.text(clock.now())
    values[.messageID] = "<\(identifier)@\(messageDomain)>"
    values[.deliveryToken] = report
    values[.unsubscribeAddress] = leaveAddress
    values[.listUnsubscribe] = "<mailto:\(leaveAddress)?subject=unsubscribe>"
    values[.recipientName] = delivery.name
    values[.recipientAddress] = delivery.recipient.description
    values[.recipientMember] = delivery.member
    values[.recipientRoles] = delivery.roles
    values[.recipientLanguage] = delivery.language
    return values
  }

  func messageID(of delivery: ClaimedDelivery) -> String {
    signer.messageID(contentHash: contentHash, mailbox: delivery.mailbox)
  }

  private func recipientHeader(_ delivery: ClaimedDelivery) -> String {
    let mailbox = Mailbox(
      displayName: delivery.name.isEmpty ? nil : HeaderValue.sanitising(delivery.name).text,
      address: delivery.recipient)
    return EncodedWord.encode(mailbox, column: 4)
  }
}
