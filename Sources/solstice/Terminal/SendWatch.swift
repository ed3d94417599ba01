import Foundation
import Newsroom
import Synchronization

/// Watches a send from a thread of its own: the progress line, and Ctrl-C, which stops the send
/// after the letters on the wire.
final class SendWatch: Sendable {
  private let isOver = Atomic<Bool>(false)
  private let isWatching = Atomic<Bool>(false)

  func start(_ send: RunningSend) {
    StopSignal.listen()
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
    var isInterrupted = false
    var turn = 0
    while !isOver.load(ordering: .relaxed) {
      usleep(20_000)
      turn += 1
      if StopSignal.wasRaised, !isInterrupted {
        isInterrupted = true
        send.interrupt()
      }
      if Terminal.showsProgress, turn % 12 == 0 {
        let seconds = (ContinuousClock.now - begin) / .seconds(1)
        Terminal.rewriteLine(send.progressLine(seconds: seconds))
      }
    }
    if Terminal.showsProgress { Terminal.rewriteLine("") }
  }
}
