import NIOCore

/// Waits, answers, and ends the connection.
extension SessionHandler {
  func perform(_ step: SMTPStep, _ context: ChannelHandlerContext) {
    guard step.wait > 0 else {
      complete(step, context)
      return
    }
    phase = .waiting
    lateReply = schedule(context, after: .milliseconds(Int64(step.wait))) { [self] in
      guard phase == .waiting else { return }
      lastHeard = .now()
      phase = .commands
      complete(step, context)
      setReading(true, context)
      work(context)
    }
  }

  private func complete(_ step: SMTPStep, _ context: ChannelHandlerContext) {
    // The phase comes first: a write that fails makes NIO read and close before it returns.
    switch step.fate {
    case .commands: phase = .commands
    case .body(let plan):
      body.restart()
      phase = .body(plan)
    case .close, .drop: phase = .closed
    case .stall: phase = .stalled
    }
    if let reply = step.reply { send(reply, context) }
    switch step.fate {
    case .close: close(context)
    case .drop: drop(context)
    default: break
    }
  }

  func send(_ reply: CatcherReply, _ context: ChannelHandlerContext) {
    desk.note(reply)
    if desk.log != nil { log("reply", ["line": reply.description]) }
    let text = reply.wire(enhanced: session.isEnhanced)
    context.writeAndFlush(
      wrapOutboundOut(context.channel.allocator.buffer(string: text)), promise: nil)
  }

  /// Closes after what was sent.
  func close(_ context: ChannelHandlerContext) {
    phase = .closed
    context.close(promise: nil)
  }

  func drop(_ context: ChannelHandlerContext) {
    log("dropped", [:])
    close(context)
  }

  func setReading(_ wanted: Bool, _ context: ChannelHandlerContext) {
    _ = try? context.channel.syncOptions?.setOption(.autoRead, value: wanted)
  }

  func log(_ event: String, _ facts: KeyValuePairs<String, String>) {
    desk.log?.add(event, connection: number, at: desk.options.now(), facts)
  }

  func watchSilence(_ context: ChannelHandlerContext, after wait: TimeAmount) {
    watch = schedule(context, after: wait) { [self] in
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
  ) -> Scheduled<Void> {
    context.eventLoop.assumeIsolated().scheduleTask(in: wait, work)
  }
}
