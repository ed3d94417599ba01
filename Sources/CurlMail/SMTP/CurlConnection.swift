import CCurl
import Dispatcher
import Mail

/// One thread's SMTP connection on libcurl, kept across messages.
///
/// After anything but a success or a reply after the dot the handle is destroyed with its
/// connection: a late reply would otherwise be read as the answer to the next letter.
final class CurlConnection: TransportConnection {
  private let settings: RelaySettings
  private let state = TransactionState()
  private var handle: SMTPHandle?
  private var isOpen = false
  private var lastUse: ContinuousClock.Instant = .now

  init(settings: RelaySettings) {
    self.settings = settings
  }

  func deliver(
    _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
  ) -> TransportResult {
    let needsUTF8 =
      envelope.recipient.isInternational || envelope.sender?.isInternational == true
    if isOpen, needsUTF8, !state.conversation.offersSMTPUTF8 {
      return TransportResult(stage: .hello, reusedConnection: true, fault: .noSMTPUTF8)
    }
    // libcurl itself opens a new connection where this one has been idle for too long.
    let reuses = isOpen && .now - lastUse < .seconds(5)
    if isOpen, !reuses { close() }
    if handle == nil { handle = SMTPHandle.make(settings: settings, state: state) }
    let result = withoutActuallyEscaping(beforeBody) { mayBegin in
      message.withUnsafeBytes { body in
        state.begin(body, needsSMTPUTF8: needsUTF8, onOpenConnection: reuses)
        state.mayBegin = mayBegin
        defer { state.mayBegin = nil }
        let ended = handle?.perform(envelope: envelope, size: body.count)
        return read(ended ?? (CURLE_FAILED_INIT, "libcurl could not be set up"), reuses)
      }
    }
    lastUse = .now
    isOpen = result.stage == .afterDot && result.reply != nil && !Self.closes(result.reply)
    if !isOpen { close() }
    return result
  }

  func close() {
    handle = nil
    isOpen = false
  }

  /// A 421 announces that the relay closes the connection (RFC 5321 section 3.8).
  private static func closes(_ reply: Reply?) -> Bool { reply?.code == 421 }

  private func read(
    _ ended: (code: CURLcode, words: String), _ reused: Bool
  ) -> TransportResult {
    let stage = state.conversation.stage
    var result = TransportResult(
      stage: stage, reply: state.conversation.reply, bodyBegan: state.bodyBegan,
      takenBack: state.takenBack, reusedConnection: reused, words: ended.words)
    if state.lacksSMTPUTF8 {
      result.fault = .noSMTPUTF8
      return result
    }
    guard ended.code != CURLE_OK else { return result }
    result.fault = Self.fault(ended.code, stage: stage, reply: result.reply)
    return result
  }

  private static func fault(
    _ code: CURLcode, stage: SMTPStage, reply: Reply?
  ) -> TransportResult.Fault {
    switch code {
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: .cannotConnect
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_LOGIN_DENIED: .loginFailed
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION: .tls
    case CURLE_RECV_ERROR, CURLE_GOT_NOTHING: .dropped
    case CURLE_SEND_ERROR: reply == nil ? .dropped : .other
    default: stage == .authentication && reply?.isPermanent == true ? .loginFailed : .other
    }
  }
}
