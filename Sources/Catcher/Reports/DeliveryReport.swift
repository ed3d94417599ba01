/// Writes a delivery status notification.
///
/// RFC 3464 in the frame of RFC 6522; with addresses or headers beyond ASCII as RFC 6533 wants it.
/// Lines end with LF, as those of files in a Maildir do.
struct DeliveryReport {
  let report: CatcherReport
  /// Who sent the original: who gets the report.
  let sender: String
  let recipient: String
  /// The header lines of the original.
  let head: [[UInt8]]
  let hostname: String
  /// `NNNNNN-n` of the transaction it tells of.
  let name: String
  /// When the original came, and when this is written, in milliseconds since 1970.
  let arrived: Int64
  let written: Int64

  var octets: [UInt8] {
    let mark = boundary
    var bytes = Array((header(mark) + text(mark) + status(mark) + headersPart(mark)).utf8)
    for line in head { bytes += line + [0x0A] }
    return bytes + Array("\n--\(mark)--\n".utf8)
  }

  private var isInternational: Bool {
    let beyondASCII: (UInt8) -> Bool = { $0 > 0x7F }
    return recipient.utf8.contains(where: beyondASCII)
      || diagnosis.utf8.contains(where: beyondASCII)
      || head.contains { $0.contains(where: beyondASCII) }
  }

  private var diagnosis: String {
    guard report.diagnosis.isEmpty else {
      return report.diagnosis.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    let code = ["5": 550, "4": 450][report.status.prefix(1)] ?? 250
    return "\(code) \(report.status) \(report.action == .failed ? "Refused" : "Noted")"
  }

  /// Not in the original's headers, or it would end the report early.
  private var boundary: String {
    var number = 0
    while true {
      let mark = "=_\(name).\(written).\(number)"
      let octets = Array("--\(mark)".utf8)
      guard head.contains(where: { $0.starts(with: octets) }) else { return mark }
      number += 1
    }
  }

  private func header(_ mark: String) -> String {
    """
    Return-Path: <>
    Delivered-To: \(sender)
    Date: \(UTCTime(milliseconds: written).mail)
    From: MAILER-DAEMON@\(hostname) (Mail Delivery System)
    To: \(sender)
    Subject: \(words.subject)
    Message-ID: <\(name).\(written)@\(hostname)>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
     boundary="\(mark)"
    \(isInternational ? "Content-Transfer-Encoding: 8bit\n" : "")
    This is a MIME-encapsulated message.

    """
  }

  private func text(_ mark: String) -> String {
    let type = isInternational ? "text/plain; charset=utf-8" : "text/plain; charset=us-ascii"
    let encoding = isInternational ? "8bit" : "7bit"
    return """

      --\(mark)
      Content-Description: Notification
      Content-Type: \(type)
      Content-Transfer-Encoding: \(encoding)

      This is the mail system at host \(hostname).

      \(words.text)

      <\(recipient)>:
      \(Self.folded(diagnosis, indent: "    "))

      """
  }

  private func status(_ mark: String) -> String {
    let kind = isInternational ? "message/global-delivery-status" : "message/delivery-status"
    let address = recipient.utf8.allSatisfy { $0 < 0x80 } ? "rfc822" : "utf-8"
    return """

      --\(mark)
      Content-Description: Delivery report
      Content-Type: \(kind)\(isInternational ? "\nContent-Transfer-Encoding: 8bit" : "")

      Reporting-MTA: dns; \(hostname)
      Arrival-Date: \(UTCTime(milliseconds: arrived).mail)

      Final-Recipient: \(address); \(recipient)
      Action: \(report.action.rawValue)
      Status: \(report.status)
      Diagnostic-Code: smtp;
      \(Self.folded(diagnosis, indent: " "))

      """
  }

  private func headersPart(_ mark: String) -> String {
    let kind = isInternational ? "message/global-headers" : "text/rfc822-headers"
    return """

      --\(mark)
      Content-Description: Headers of the message
      Content-Type: \(kind)\(isInternational ? "\nContent-Transfer-Encoding: 8bit" : "")


      """
  }

  private var words: (subject: String, text: String) {
    switch report.action {
    case .failed:
      (
        "Undelivered Mail Returned to Sender",
        "I'm sorry to have to inform you that your message could not be delivered."
      )
    case .delayed:
      (
        "Delayed Mail (still being retried)",
        "This is a warning only. Your message could not be delivered yet; I keep trying."
      )
    case .delivered, .relayed, .expanded:
      ("Successful Mail Delivery Report", "Your message was \(report.action.rawValue).")
    }
  }

  /// Lines of at most 76 octets where there are spaces, and of 500 where there are none.
  private static func folded(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      for piece in pieces(word) {
        if !line.isEmpty, line.utf8.count + piece.utf8.count > 72 {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? indent + piece : " " + piece
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.joined(separator: "\n")
  }

  private static func pieces(_ word: Substring) -> [Substring] {
    guard word.utf8.count > 500 else { return [word] }
    var pieces: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      pieces.append(rest.prefix(120))
      rest = rest.dropFirst(120)
    }
    return pieces
  }
}
