/// The durable book of deliveries, as the loop uses it.
///
/// All calls block the calling thread.
package protocol Ledger: Sendable {
  /// Takes up to `limit` due rows for this run, durably; empty where nothing is due.
  func claim(limit: Int) throws -> [ClaimedDelivery]

  /// Marks a row as on the wire and returns when that is durable.
  ///
  /// False where the row is no longer claimed by this run: then no byte of the body may leave.
  func putOnTheWire(_ delivery: ClaimedDelivery, messageID: String) throws -> Bool

  /// Takes up to `limit` due rows and marks them as on the wire, in one durable commit.
  ///
  /// For transports that never wait. Rows that a leave, a suppression, a pause or a cancel took
  /// back before the commit are not among them.
  func takeOnTheWire(
    limit: Int, messageID: @escaping @Sendable (ClaimedDelivery) -> String
  ) throws -> [ClaimedDelivery]

  /// Gives rows back unchanged of which no byte was handed over, though they are on the wire.
  func takeOffTheWire(_ deliveries: [ClaimedDelivery]) throws

  /// Hands over a batch's outcomes; they are durable as those of `record(_:)` are.
  func record(_ outcomes: [Outcome])

  /// Hands over an outcome; it is durable with the next `putOnTheWire`, at the latest 50 ms later.
  func record(_ outcome: Outcome)

  /// Gives rows back unchanged that were claimed and never begun.
  func giveBack(_ deliveries: [ClaimedDelivery]) throws

  /// Returns when everything handed over is durable; fails where a write failed.
  func flush() throws
}
