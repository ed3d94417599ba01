package import Mail

/// A way for letters to leave.
///
/// Each thread opens its own connection and keeps it.
package protocol Transport: Sendable {
  /// Makes a connection object; nothing is contacted before the first delivery.
  func makeConnection() throws -> any TransportConnection

  /// How many letters a connection puts on the wire with one commit.
  ///
  /// Above 1 only where nobody waits at the other end and nobody is reached: a sender that is
  /// killed leaves a whole batch of every connection in doubt.
  var batch: Int { get }
}

extension Transport {
  /// A letter at a time: what a relay may have taken is known to the letter.
  package var batch: Int { 1 }
}

/// One thread's connection; blocking, never shared.
package protocol TransportConnection: AnyObject {
  /// Sends one message. `beforeBody` is called once, when the relay is ready for the body (354).
  ///
  /// Where it returns false no byte of the body may leave. Never throws: what happened is the result.
  func deliver(
    _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
  ) -> TransportResult

  /// Says goodbye and closes.
  func close()
}
