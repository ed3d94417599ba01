import Mail

/// What speaks for and against a message being a report, as points in one place.
struct Evidence: Sendable {
  private(set) var hasNullPath = false
  private(set) var isFromDaemon = false
  /// A daemon by its name only: people's newsletters have such names, too.
  private(set) var isCalledDaemon = false
  private(set) var isAnswer = false
  private(set) var isListMail = false
  private(set) var isAutoMarked = false
  private(set) var body: Phrases.Found = []
  private(set) var subject: Phrases.Found = []
  private let subjectHead: Phrases.Found
  private let isPersonal: Bool
  /// Reports about it go to its author: people's mail.
  private let isOwnPath: Bool
  private(set) var hasReply = false
  private(set) var failedRecipients: [String] = []
  private let hasReturned: Bool
  private let isReportType: Bool
  private let isQuoting: Bool

  init(_ dossier: Dossier) {
    let headers = dossier.message.headers
    let notice = dossier.notice
    hasNullPath = SenderPath.isNull(headers)
    let path = headers.field("Return-Path")?.rawValue ?? headers.mboxSender ?? []
    let from = headers.field("From").map { Array($0.text.utf8)[...] } ?? []
    isFromDaemon = DaemonNames.hasAddress(path) || DaemonNames.hasAddress(from)
    isOwnPath = SenderPath.isAuthor(path, from: from)
    isCalledDaemon = isFromDaemon || DaemonNames.hasName(from)
    isPersonal = DaemonNames.isPersonalProgram(headers)
    let plainSubject = FoldedText.fold(Array(dossier.subject.utf8)[...], limit: 2000)
    subject = Phrases.found(in: plainSubject[...])
    subjectHead = Phrases.found(in: plainSubject.prefix(48))
    body = Phrases.found(in: notice.folded[...])
    isAnswer = Self.isAnswerSubject(plainSubject[...])
    isListMail =
      headers.has("List-Id") || headers.has("List-Unsubscribe") || headers.has("List-Post")
      || headers.field("Precedence")?.rawValue.starts(with: "list") ?? false
    isAutoMarked = AutoReplyMarks.isMarked(headers)
    hasReply = notice.hasReply
    for name: StaticString in ["X-Failed-Recipients", "X-Failed-Recipient", "X-Bounced-Address"] {
      for field in headers.all(name).prefix(4) {
        failedRecipients += AddressScan.addresses(in: field.rawValue).prefix(50).map(\.text)
      }
    }
    hasReturned = dossier.returned != nil
    isReportType = dossier.reportType == "delivery-status"
    isQuoting = notice.quotedLines >= 2
  }

  /// Whether a machine wrote it rather than a person.
  var isMachine: Bool {
    isFromDaemon || hasNullPath || isReportType || !failedRecipients.isEmpty
      || isCalledDaemon && !isListMail && !isAnswer
      || subject.contains(.subject) && hasReturned && !isAnswer && !isListMail && !isOwnPath
  }

  private var points: Int {
    var sum = 0
    if isCalledDaemon { sum += 2 }
    if hasNullPath { sum += 1 }
    if isReportType { sum += 2 }
    if hasReturned { sum += 1 }
    if subject.contains(.subject) { sum += 2 }
    if body.contains(.failure) { sum += 2 }
    if hasReply { sum += 2 }
    if !failedRecipients.isEmpty { sum += 4 }
    if isListMail { sum -= 4 }
    if isPersonal { sum -= 4 }
    if isAnswer { sum -= 2 }
    if isQuoting, isAnswer { sum -= 3 }
    if isAway { sum -= 3 }
    if body.contains(.away), !isCalledDaemon, !isReportType { sum -= 2 }
    return sum
  }

  /// The subject of an automatic answer.
  var isAway: Bool {
    (subjectHead.contains(.away) || subject.contains(.away) && !subject.contains(.subject))
      && failedRecipients.isEmpty && !isReportType
  }

  var tellsOfFailure: Bool {
    // A daemon that returns a letter under a report's subject need not say more.
    let isReturn =
      isCalledDaemon && hasReturned && subject.contains(.subject) && !body.contains(.receipt)
    let words =
      body.contains(.failure) || hasReply || !failedRecipients.isEmpty || isReturn
      || subject.contains(.failure) && isCalledDaemon
    return words && isMachine && points >= 4
  }

  var tellsOfDelay: Bool {
    guard isMachine, points >= 2, !isAway else { return false }
    if subject.contains(.delay) { return true }
    return body.contains(.delay) && !body.contains(.permanent) && !subject.contains(.final)
  }

  private static func isAnswerSubject(_ subject: ByteSlice) -> Bool {
    subject.starts(with: "re:") || subject.starts(with: "re ") || subject.starts(with: "fwd:")
      || subject.starts(with: "fw:") || subject.starts(with: "aw:") || subject.starts(with: "wg:")
      || subject.starts(with: "rv:") || subject.starts(with: "tr:") || subject.starts(with: "sv:")
      || subject.starts(with: "antw:") || subject.starts(with: "vs:")
      || subject.starts(with: "enc:") || subject.starts(with: "res:")
  }
}
