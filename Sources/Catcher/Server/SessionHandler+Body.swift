import NIOCore

/// Takes in the text of a message and keeps it.
extension SessionHandler {
  func readBody(_ plan: SMTPStep.BodyPlan, _ context: ChannelHandlerContext) {
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
    guard var message = message() else {
      drop(context)
      return
    }
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

  func interrupt() {
    if let message = message(), body.received > 0 { desk.interrupt(message.interrupted) }
  }
}
