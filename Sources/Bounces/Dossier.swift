import Mail

/// A message laid out for the readers: its notice, its machine-readable parts, what it returns.
///
/// Lives within one reading; the costly views are made only when a reader asks.
final class Dossier {
  let message: ReceivedPart
  private(set) var noticeParts: [ReceivedPart] = []
  private(set) var statusGroups: [StatusGroup] = []
  private(set) var feedback: ReceivedHeaders?
  private(set) var hasDisposition = false
  private(set) var hasStatusPart = false
  private(set) var hasCalendar = false
  /// Messages attached whole.
  private(set) var embedded: [ReceivedPart] = []
  private var attachedHeaders: ReceivedHeaders?

  init(_ message: ReceivedPart) {
    self.message = message
    lay(out: message, depth: 0)
    guard statusGroups.isEmpty else { return }
    // Mailers label status parts as plain text, or forget the boundary before them.
    for part in noticeParts {
      let body = part.body
      if let place = StatusGroup.place(in: body) {
        statusGroups += StatusGroup.groups(in: body[place...])
      }
    }
  }

  lazy var notice = Notice(noticeParts)
  lazy var evidence = Evidence(self)
  lazy var subject: String = message.headers.text("Subject") ?? ""
  /// The returned message's header, attached or quoted in the text.
  lazy var returned: ReceivedHeaders? = attachedHeaders ?? notice.returned
  lazy var reportType: String = message.contentType?["report-type"]?.lowercased() ?? ""

  /// A report inside a cover letter of a mail system that says nothing of its own.
  var coveredReport: Dossier? {
    guard statusGroups.isEmpty, feedback == nil, !embedded.isEmpty, evidence.isMachine,
      !notice.addresses.contains(where: { !ownAddresses.contains($0.key) })
    else { return nil }
    for inner in embedded {
      let dossier = Dossier(inner)
      if !dossier.statusGroups.isEmpty { return dossier }
    }
    return nil
  }

  /// Addresses of the side that wrote the letter: they failed in nobody's report but their own.
  lazy var ownAddresses: Set<String> = {
    var own: Set<String> = []
    func add(_ headers: ReceivedHeaders?, _ names: [StaticString]) {
      for name in names {
        for field in headers?.all(name).prefix(6) ?? [] {
          for found in AddressScan.addresses(in: field.rawValue).prefix(6) {
            own.insert(found.text.lowercased())
          }
        }
      }
    }
    add(
      message.headers,
      ["From", "Sender", "Reply-To", "To", "Delivered-To", "X-Original-To", "Envelope-To"])
    add(returned, ["From", "Sender", "Reply-To", "Return-Path", "Errors-To", "X-Envelope-From"])
    return own
  }()

  /// Whom the returned message was for, by its own header.
  lazy var returnedTo: [String] = {
    var list: [String] = []
    for name: StaticString in ["To", "X-Original-To", "Delivered-To", "Envelope-To", "Cc", "Bcc"] {
      for field in returned?.all(name).prefix(4) ?? [] {
        for found in AddressScan.addresses(in: field.rawValue).prefix(40)
        where !list.contains(found.text) {
          list.append(found.text)
        }
      }
    }
    return list
  }()

  private func lay(out part: ReceivedPart, depth: Int) {
    switch part.mediaType {
    case "message/delivery-status", "message/global-delivery-status":
      hasStatusPart = true
      statusGroups += StatusGroup.groups(in: part.body)
    case "message/feedback-report":
      feedback = feedback ?? ReceivedHeaders.parse(part.body.trimmed).headers
    case "message/disposition-notification", "message/global-disposition-notification":
      hasDisposition = true
    case "text/calendar":
      hasCalendar = true
    case let type where type.hasPrefix("multipart/"):
      for child in part.children { lay(out: child, depth: depth + 1) }
      // A multipart that could not be cut is read as text.
      if part.children.isEmpty { addText(part, depth: depth) }
    default:
      if let inner = part.children.first {
        attachedHeaders = attachedHeaders ?? inner.headers
        if embedded.count < 4 { embedded.append(inner) }
      } else if part.isText || depth == 0 || part.mediaType == "message/delivery_status" {
        addText(part, depth: depth)
      }
    }
  }

  private func addText(_ part: ReceivedPart, depth: Int) {
    if depth > 0, attachedHeaders == nil, let headers = Self.returnedMessage(part) {
      attachedHeaders = headers
      return
    }
    if noticeParts.count < 8, !part.isAttachment || noticeParts.isEmpty { noticeParts.append(part) }
  }

  /// A part without type whose own header is a letter's: the returned message without its wrapping.
  private static func returnedMessage(_ part: ReceivedPart) -> ReceivedHeaders? {
    let headers = part.headers
    guard headers.has("Received"), headers.has("From"),
      headers.has("To") || headers.has("Message-ID")
    else { return nil }
    return headers
  }
}
