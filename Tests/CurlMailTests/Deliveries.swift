import Dispatcher
import Mail
import TestSupport

@testable import CurlMail

func envelope(to recipient: String = "reader@example.org") throws -> Envelope {
  Envelope(
    sender: try EmailAddress(parsing: "b+token@bounce.test"),
    recipient: try EmailAddress(parsing: recipient))
}

func letter(size: Int = 2000) -> [UInt8] {
  let line = Array((String(repeating: "x", count: 70) + "\r\n").utf8)
  return Array("Subject: test\r\n\r\n".utf8)
    + Array(repeating: line, count: max(1, size / line.count)).joined()
}

func connect(
  _ server: ScriptedServer, replyTimeout: Int = 20
) throws -> any TransportConnection {
  let settings = RelaySettings(
    url: try RelayURL(parsing: server.url), replyTimeout: replyTimeout)
  return try CurlTransport(settings: settings).makeConnection()
}

/// One delivery to a server that plays a script once.
func deliver(
  _ script: [ScriptStep], message: [UInt8] = letter(), replyTimeout: Int = 20,
  beforeBody: () -> Bool = { true }
) throws -> TransportResult {
  let server = try ScriptedServer(script)
  let connection = try connect(server, replyTimeout: replyTimeout)
  let result = connection.deliver(message, envelope: try envelope(), beforeBody: beforeBody)
  connection.close()
  server.stop()
  return result
}
