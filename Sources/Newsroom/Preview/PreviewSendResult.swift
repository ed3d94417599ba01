import Dispatcher
import Foundation
import Mail

/// What the relay said to a preview's letters.
package struct PreviewSendResult: Sendable {
  struct Attempt: Sendable {
    let to: String
    let language: String
    let messageID: String
    let result: TransportResult
    let at: Date
    let seconds: Double

    var exitCode: ExitCode {
      switch Judgement.of(result) {
      case .accepted: .done
      case .failed(let failure, _): failure.permanence == .temporary ? .tryLater : .badData
      case .cannotCarry: .badData
      case .inDoubt: .needsPerson
      case .relayTrouble, .staleConnection, .takenBack: .unavailable
      }
    }

    var state: String {
      switch exitCode {
      case .done: "accepted"
      case .tryLater: "deferred"
      case .badData: "refused"
      case .needsPerson: "in-doubt"
      default: "relay-trouble"
      }
    }

    /// The relay's reply, else what happened in its place.
    var words: String {
      if result.fault == .noSMTPUTF8 { return "the relay can't carry this address" }
      return result.reply?.description ?? result.words
    }
  }

  let name: String
  let standing: PreviewSource.Standing
  let attempts: [Attempt]
  let relay: String
  /// Where a trial relay put the letters.
  let place: String?

  package var exitCode: ExitCode { ExitCode.gravest(attempts.map(\.exitCode)) }

  package var json: String {
    attempts.map { attempt in
      "{"
        + [
          JSONText.field("mailing", name), JSONText.field("standing", standing.rawValue),
          JSONText.field("to", attempt.to), JSONText.field("language", attempt.language),
          JSONText.field("state", attempt.state), JSONText.field("reply", attempt.words),
          JSONText.field("message_id", attempt.messageID),
          "\"seconds\":\((attempt.seconds * 1000).rounded() / 1000)",
        ].joined(separator: ",") + "}"
    }.joined(separator: "\n")
  }
}
