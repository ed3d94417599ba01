import Mail

/// Takes every letter and keeps none: for previews and benchmarks.
package struct NullTransport: Transport {
  package init() {}

  package var batch: Int { 256 }

  package func makeConnection() -> any TransportConnection { Connection() }

  private final class Connection: TransportConnection {
    func deliver(
      _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
    ) -> TransportResult {
      guard beforeBody() else { return TransportResult(stage: .data, takenBack: true) }
      let reply = Reply(code: 250, lines: ["2.0.0 taken and forgotten"])
      return TransportResult(stage: .afterDot, reply: reply, bodyBegan: true)
    }

    func close() {}
  }
}
