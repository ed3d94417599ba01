/// The lines that a final MTA puts before a message (RFC 5321 section 4.4).
struct TraceLines {
  let sender: String
  let recipients: [String]
  let helo: String
  let peer: String
  let hostname: String
  /// ESMTP and its variants (RFC 3848, RFC 6531 section 4.3).
  let with: String
  let received: Int64

  func octets(name: String) -> [UInt8] {
    var text = "Return-Path: <\(sender)>\r\n"
    for recipient in recipients { text += "X-Original-To: \(recipient)\r\n" }
    text += "Received: from \(helo) (\(peer))\r\n"
    text += "\tby \(hostname) (catcher) with \(with) id \(name);\r\n"
    text += "\t\(UTCTime(milliseconds: received).mail)\r\n"
    return Array(text.utf8)
  }
}
