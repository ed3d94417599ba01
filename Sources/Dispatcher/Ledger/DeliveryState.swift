/// Where a delivery stands.
///
/// The raw values are what the database keeps.
package enum DeliveryState: String, CaseIterable, Sendable, Codable {
  case planned
  case claimed
  case onTheWire = "on-the-wire"
  case accepted
  case deferred
  case refused
  case inDoubt = "in-doubt"
  case cancelled

  /// The word shown to people and machines: claimed and on the wire are *attempting*.
  package var shown: String {
    switch self {
    case .claimed, .onTheWire: "attempting"
    default: rawValue
    }
  }

  /// Whether nothing more happens to it by itself.
  package var isFinal: Bool {
    switch self {
    case .accepted, .refused, .cancelled: true
    default: false
    }
  }
}
