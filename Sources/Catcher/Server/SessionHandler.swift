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

  private let desk: CatcherDesk
  private let number: Int
  private let isWelcome: Bool
  private var session: SMTPSession
  private var body: BodyReader
  private var pending = ByteBuffer()
  private var scanned = 0
  private var phase = Phase.commands
  private var isSkipping = false
  private var peer = "[unknown]"
  private var lastHeard = NIODeadline.now()
  private var timers: [Scheduled<Void>] = []

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
      pending.writeBuffer(&chunk)
    }
    work(context)
    if pending.readableBytes > Self.pendingLimit { setReading(false, context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .body = phase { interrupt() }
    phase = .closed
    for timer in timers { timer.cancel() }
    timers = []
    log("closed", [:])
    desk.leave(number)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: - Input

  private func work(_ context: ChannelHandlerContext) {
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

  private func readBody(_ plan: SMTPStep.BodyPlan, _ context: ChannelHandlerContext) {
    let limit = plan.stopsAfter.map { max($0, 1) - body.received } ?? Int.max
    let taken = pending.withUnsafeReadableBytes { bytes in
      body.feed(UnsafeRawBufferPointer(rebasing: bytes.prefix(limit)))
    }
    pending.moveReaderIndex(forwardBy: taken)
    if let stop = plan.stopsAfter, body.received >= max(stop, 1) {
      interrupt()
      if plan.drops {
        drop(context)
      } else {
        phase = .stalled
        setReading(false, context)
      }
      return
    }
    guard body.isComplete else {
      // A client that goes on for ever past the limit is not listened to for ever.
      if body.received > 2 * desk.playbook.settings.sizeLimit + 1_000_000 {
        interrupt()
        drop(context)
      }
      return
    }
    finish(context)
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard var message = message() else { return }
    var step = session.finish(body)
    if step.keeps {
      do {
        message.name = try desk.keep(message).name
        if step.isUsual { step.reply = CatcherReply(250, "2.0.0 Ok: queued as \(message.name)") }
        log("kept", ["name": message.name])
      } catch {
        step = SMTPStep(CatcherReply(451, "4.3.0 \(error)"))
      }
    }
    if step.keeps { desk.report(step.reports, on: message) }
    if step.fate == .drop || step.fate == .stall { desk.interrupt(message.interrupted) }
    perform(step, context)
  }

  private func message() -> CaughtMessage? {
    guard let envelope = session.envelope else { return nil }
    return CaughtMessage(
      connection: number, peer: peer, helo: session.helo ?? "unknown",
      isExtended: session.isExtended, user: session.user, envelope: envelope, body: body)
  }

  private func interrupt() {
    if let message = message(), body.received > 0 { desk.interrupt(message.interrupted) }
  }

  // MARK: - Output

  private func perform(_ step: SMTPStep, _ context: ChannelHandlerContext) {
    guard step.wait > 0 else {
      complete(step, context)
      return
    }
    phase = .waiting
    schedule(context, after: .milliseconds(Int64(step.wait))) { [self] in
      guard phase == .waiting else { return }
      lastHeard = .now()
      phase = .commands
      complete(step, context)
      setReading(true, context)
      work(context)
    }
  }

  private func complete(_ step: SMTPStep, _ context: ChannelHandlerContext) {
    if let reply = step.reply { send(reply, context) }
    switch step.fate {
    case .commands: phase = .commands
    case .body(let plan):
      body.restart()
      phase = .body(plan)
    case .close: close(context)
    case .drop: drop(context)
    case .stall: phase = .stalled
    }
  }

  private func send(_ reply: CatcherReply, _ context: ChannelHandlerContext) {
    desk.note(reply)
    if desk.log != nil { log("reply", ["line": reply.description]) }
    let text = reply.wire(enhanced: session.isEnhanced)
    context.writeAndFlush(
      wrapOutboundOut(context.channel.allocator.buffer(string: text)), promise: nil)
  }

  /// Closes after what was sent.
  private func close(_ context: ChannelHandlerContext) {
    phase = .closed
    context.close(promise: nil)
  }

  private func drop(_ context: ChannelHandlerContext) {
    log("dropped", [:])
    close(context)
  }

  private func setReading(_ wanted: Bool, _ context: ChannelHandlerContext) {
    _ = try? context.channel.syncOptions?.setOption(.autoRead, value: wanted)
  }

  private func log(_ event: String, _ facts: KeyValuePairs<String, String>) {
    desk.log?.add(event, connection: number, at: desk.options.now(), facts)
  }

  // MARK: - Time

  private func watchSilence(_ context: ChannelHandlerContext, after wait: TimeAmount) {
    schedule(context, after: wait) { [self] in
      let limit = TimeAmount.seconds(Int64(desk.playbook.settings.idleSeconds))
      let silent = NIODeadline.now() - lastHeard
      switch phase {
      case .closed, .stalled: return
      case .waiting: watchSilence(context, after: limit)
      case .commands, .body:
        guard silent >= limit else {
          watchSilence(context, after: limit - silent)
          return
        }
        if case .body = phase { interrupt() }
        send(CatcherReply(421, "4.4.2 \(desk.options.hostname) Silent for too long"), context)
        close(context)
      }
    }
  }

  private func schedule(
    _ context: ChannelHandlerContext, after wait: TimeAmount, _ work: @escaping () -> Void
  ) {
    let timer = context.eventLoop.assumeIsolated().scheduleTask(in: wait, work)
    timers.removeAll { _ in timers.count > 8 }
    timers.append(timer)
  }
}
