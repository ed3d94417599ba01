import Dispatcher

extension DeliveryState {
  /// The number that the table keeps; never reused for another state.
  var code: Int {
    switch self {
    case .planned: 0
    case .claimed: 1
    case .onTheWire: 2
    case .accepted: 3
    case .deferred: 4
    case .refused: 5
    case .inDoubt: 6
    case .cancelled: 7
    }
  }

  init?(code: Int) {
    guard let state = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = state
  }
}
