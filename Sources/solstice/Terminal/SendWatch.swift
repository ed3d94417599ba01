import Foundation
import Newsroom
import Synchronization

/// Watches a send from a thread of its own: its progress, and Ctrl-C, which stops the send after
/// the letters on the wire.
final class SendWatch: Sendable {
  private let isOver = Atomic<Bool>(false)
  private let isWatching = Atomic<Bool>(false)

  /// Looks for a wish to stop so often, in microseconds.
  private static let look: UInt32 = 20_000

  func start(_ send: RunningSend) {
    StopSignal.listen()
    // A newer revision approved meanwhile begins another run: one thread watches at a time.
    stop()
    isOver.store(false, ordering: .relaxed)
    isWatching.store(true, ordering: .relaxed)
    let thread = Thread { [self] in
      watch(send)
      isWatching.store(false, ordering: .relaxed)
    }
    thread.start()
  }

  /// Takes the line away; the thread has ended when this returns.
  func stop() {
    isOver.store(true, ordering: .relaxed)
    while isWatching.load(ordering: .relaxed) { usleep(5000) }
  }

  private func watch(_ send: RunningSend) {
    let begin = ContinuousClock.now
    let rewrites = Terminal.showsProgress
    // A log needs no line that rewrites itself, but a sign of life.
    let every = rewrites ? 0.25 : 10.0
    var next = every
    var progress = SendProgress(due: send.due)
    var isInterrupted = false
    while !isOver.load(ordering: .relaxed) {
      usleep(Self.look)
      let seconds = (ContinuousClock.now - begin) / .seconds(1)
      if StopSignal.wasRaised, !isInterrupted {
        isInterrupted = true
        send.interrupt()
        next = 0
      }
      guard seconds >= next else { continue }
      next = seconds + every
      progress.take(send.progress, at: seconds, isStopping: isInterrupted)
      if rewrites {
        Terminal.rewriteLine(progress.line(width: Terminal.widthOfTalk))
      } else {
        Terminal.say(progress.plain)
      }
    }
    if rewrites { Terminal.rewriteLine("") }
  }
}
