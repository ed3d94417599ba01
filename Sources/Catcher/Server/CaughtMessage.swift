/// A message with its final dot, and what its conversation told about it.
struct CaughtMessage {
  let connection: Int
  let peer: String
  let helo: String
  let isExtended: Bool
  let user: String?
  let envelope: SMTPSession.Envelope
  let body: BodyReader
  /// How it is called once it is kept.
  var name = ""

  func trace(hostname: String, at time: Int64) -> TraceLines {
    let protocolName = envelope.isUTF8 ? "UTF8SMTP" : isExtended ? "ESMTP" : "SMTP"
    return TraceLines(
      sender: envelope.sender.text, recipients: envelope.recipients.map(\.text), helo: helo,
      peer: peer, hostname: hostname,
      with: user != nil && isExtended ? protocolName + "A" : protocolName, received: time)
  }

  func caught(name: String, file: String?, traceSize: Int, at time: Int64) -> CaughtTransaction {
    CaughtTransaction(
      name: name, file: file, connection: connection, sender: envelope.sender.text,
      recipients: envelope.recipients.map(\.text), helo: helo, user: user,
      isUTF8: envelope.isUTF8, size: body.octets.count, traceSize: traceSize,
      longestLine: body.longestLine, hasBareLines: body.hasBareLines, received: time)
  }

  var interrupted: InterruptedTransaction {
    InterruptedTransaction(
      connection: connection, sender: envelope.sender.text,
      recipients: envelope.recipients.map(\.text), received: body.received,
      isComplete: body.isComplete, messageID: MessageHead.messageID(of: body.octets))
  }
}
