import NIOCore

/// Plays one session on its connection: takes lines and text, waits, answers, drops.
final class SessionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum Phase: Equatable {
    case commands
    case body(SMTPStep.BodyPlan)
    /// A reply is late; what comes meanwhile is kept.
    case waiting
    /// Nothing is answered any more.
    case stalled
    case closed
  }

  /// Octets of a command line; RFC 5321 section 4.5.3.1.4 asks for 512 and more for extensions.
  private static let lineLimit = 4096
  private static let pendingLimit = 1 << 18

  let desk: CatcherDesk
  let number: Int
  private let isWelcome: Bool
  var session: SMTPSession
  var body: BodyReader
  var pending = ByteBuffer()
  private var scanned = 0
  var phase = Phase.commands
  private var isSkipping = false
  private var isWorking = false
  private(set) var peer = "[unknown]"
  var lastHeard = NIODeadline.now()
  /// The late reply, and the watch on silence.
  var lateReply: Scheduled<Void>?
  var watch: Scheduled<Void>?

  init(desk: CatcherDesk, number: Int, isWelcome: Bool) {
    self.desk = desk
    self.number = number
    self.isWelcome = isWelcome
    session = SMTPSession(
      playbook: desk.playbook, tally: desk.tally, hostname: desk.options.hostname,
      connection: number)
    body = BodyReader(sizeLimit: desk.playbook.settings.sizeLimit)
  }

  func channelActive(context: ChannelHandlerContext) {
    peer = "[\(context.remoteAddress?.ipAddress ?? "unknown")]"
    log("connected", ["peer": peer])
    guard isWelcome else {
      perform(
        SMTPStep(CatcherReply(421, "4.7.0 \(desk.options.hostname) Too many connections")), context)
      return
    }
    watchSilence(context, after: .seconds(Int64(desk.playbook.settings.idleSeconds)))
    perform(session.greet(), context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    lastHeard = .now()
    guard phase != .stalled, phase != .closed else { return }
    var chunk = unwrapInboundIn(data)
    if pending.readableBytes == 0 {
      pending = chunk
      scanned = 0
    } else {
      if pending.readerIndex > Self.pendingLimit { pending.discardReadBytes() }
      pending.writeBuffer(&chunk)
    }
    work(context)
    // Neither a client that talks on during a wait nor one that reads no replies fills the memory.
    if pending.readableBytes > Self.pendingLimit || !context.channel.isWritable {
      setReading(false, context)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    guard context.channel.isWritable, phase != .stalled, phase != .closed else { return }
    setReading(true, context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .body = phase { interrupt() }
    phase = .closed
    lateReply?.cancel()
    watch?.cancel()
    log("closed", [:])
    desk.leave(number)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  /// Goes on with what has come, as far as the phase allows.
  func work(_ context: ChannelHandlerContext) {
    // A failing write within an answer reads once more: the loop below takes that up.
    guard !isWorking else { return }
    isWorking = true
    defer { isWorking = false }
    while pending.readableBytes > 0 {
      switch phase {
      case .commands:
        guard readLine(context) else { return }
      case .body(let plan): readBody(plan, context)
      case .waiting: return
      case .stalled, .closed:
        pending.clear()
        return
      }
    }
  }

  /// Answers the next line; false when it is not complete.
  private func readLine(_ context: ChannelHandlerContext) -> Bool {
    let view = pending.readableBytesView.dropFirst(scanned)
    guard let end = view.firstIndex(of: 0x0A) else {
      scanned = pending.readableBytes
      if scanned > Self.lineLimit {
        // The rest of an endless line is skipped, so that memory stays bounded.
        isSkipping = true
        pending.clear()
        scanned = 0
      }
      return false
    }
    scanned = 0
    let length = end - pending.readerIndex + 1
    guard let bytes = pending.readBytes(length: length) else { return false }
    if isSkipping || length > Self.lineLimit {
      isSkipping = false
      perform(session.mistake(CatcherReply(500, "5.5.6 Line too long")), context)
      return true
    }
    perform(answer(bytes), context)
    return true
  }

  private func answer(_ bytes: [UInt8]) -> SMTPStep {
    guard bytes.dropLast().last == 0x0D else {
      return session.mistake(CatcherReply(500, "5.5.2 A line ends with CR and LF"))
    }
    let text = bytes.dropLast(2)
    guard let line = String(validating: text, as: UTF8.self),
      text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return session.mistake(CatcherReply(500, "5.5.2 No text in UTF-8")) }
    if desk.log != nil { log("command", ["line": session.isSecret(line) ? "(AUTH)" : line]) }
    return session.answer(line)
  }
}
