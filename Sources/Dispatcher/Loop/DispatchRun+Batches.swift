extension DispatchRun {
  /// A connection's work where nobody waits at the other end: a batch of rows goes on the wire
  /// with one durable commit, and their outcomes are kept with the next.
  ///
  /// A commit for each letter would allow no more letters at once than there are connections. The
  /// price is paid in trials alone: a sender that is killed leaves up to a batch of each connection
  /// in doubt, where a relay's connection leaves one letter.
  func workInBatches(on connection: any TransportConnection) throws {
    var buffer: [UInt8] = []
    let maker = maker
    while !queue.isClosed {
      let batch = try ledger.takeOnTheWire(limit: transport.batch) { maker.messageID(of: $0) }
      if batch.isEmpty { return }
      try handOver(batch, on: connection, buffer: &buffer)
    }
  }

  private func handOver(
    _ batch: [ClaimedDelivery], on connection: any TransportConnection, buffer: inout [UInt8]
  ) throws {
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(batch.count)
    var unbegun: [ClaimedDelivery] = []
    defer { ledger.record(outcomes) }
    for (place, delivery) in batch.enumerated() {
      buffer.removeAll(keepingCapacity: true)
      let letter: OutgoingLetter
      do {
        letter = try maker.make(delivery, into: &buffer)
      } catch {
        try ledger.takeOffTheWire(unbegun + batch[place...])
        throw error
      }
      let result = connection.deliver(buffer, envelope: letter.envelope) { true }
      let outcome = decision.outcome(
        for: delivery, result: result, othersPass: othersPass, now: clock.now())
      guard let outcome else {
        unbegun.append(delivery)
        continue
      }
      let (isKept, hasTripped) = count(outcome, result)
      if isKept { outcomes.append(outcome) } else { unbegun.append(delivery) }
      if hasTripped {
        unbegun += batch[(place + 1)...]
        endSoon()
        break
      }
    }
    if !unbegun.isEmpty { try ledger.takeOffTheWire(unbegun) }
  }
}
