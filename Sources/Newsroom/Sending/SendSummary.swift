package import Dispatcher
package import Foundation

/// What a send came to: where every row of the mailing stands now.
package struct SendSummary: Sendable, Hashable {
  package let edition: String
  /// Rows of the mailing in all.
  package let planned: Int
  package let counts: [DeliveryState: Int]
  package let seconds: Double
  /// What this run did.
  package let run: DispatchSummary
  /// Rows of a run that died, put in doubt at the start of this one.
  package let recovered: Int
  package let nextDue: Date?
  package let relay: String
  package let isTrial: Bool
  /// Where a trial left its letters.
  package let place: String?

  package subscript(state: DeliveryState) -> Int { counts[state] ?? 0 }

  /// Rows that were neither settled nor are in doubt.
  package var open: Int {
    self[.planned] + self[.deferred] + self[.claimed] + self[.onTheWire]
  }

  /// Whether a newer revision, approved meanwhile, could be sent at once.
  var goesOn: Bool { !run.wasInterrupted && run.error == nil && run.trip == nil && open > 0 }

  /// Several runs of one send, told as one.
  static func together(_ summaries: [Self]) -> Self? {
    guard let last = summaries.last, summaries.count > 1 else { return summaries.last }
    return Self(
      edition: last.edition, planned: last.planned, counts: last.counts,
      seconds: summaries.reduce(0) { $0 + $1.seconds },
      run: DispatchSummary.together(summaries.map(\.run)),
      recovered: summaries.reduce(0) { $0 + $1.recovered }, nextDue: last.nextDue,
      relay: last.relay, isTrial: last.isTrial, place: last.place)
  }

  package var exitCode: ExitCode {
    var codes: [ExitCode] = []
    if run.error != nil { codes.append(.bug) }
    switch run.trip {
    case .loginFailed: codes.append(.noPermission)
    case nil:
      // Too few letters for the run to be stopped, but the relay let none of them pass.
      let passed = run.accepted + run.refused + run.deferred
      if run.sentBack > 0, passed == 0 { codes.append(.unavailable) }
    default: codes.append(.unavailable)
    }
    if open > 0 { codes.append(.tryLater) }
    if self[.inDoubt] > 0 { codes.append(.needsPerson) }
    return ExitCode.gravest(codes)
  }

  /// The interface of `send --json`.
  package var json: String {
    let name = edition.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let seconds = String(format: "%.3f", seconds)
    return """
      {"edition":"\(name)","planned":\(planned),"accepted":\(self[.accepted]),\
      "refused":\(self[.refused]),"deferred":\(self[.deferred]),"inDoubt":\(self[.inDoubt]),\
      "cancelled":\(self[.cancelled]),"seconds":\(seconds)}
      """
  }
}
