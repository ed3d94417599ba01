import Foundation

/// An SMTP server on loopback that says what its script says, whatever the client does: for
/// pinning how a client behaves when servers misbehave.
///
/// The first connection gets the first script, and so on; connections beyond the last script are
/// refused, or get the last one again. Each is played by a thread of its own.
package final class ScriptedServer: Sendable {
  package enum Further: Sendable { case refuse, repeatLast }

  package let port: Int
  private let book: ConversationBook

  /// Starts it; it ends with `stop()` or with its last reference.
  /// - Parameters:
  ///   - scripts: one per connection, in the order in which they come.
  ///   - further: what connections after the last script get.
  ///   - patience: how long a step waits for the client before the script has failed.
  /// - Throws: `SupportError` when there is no port to listen on.
  package init(
    scripts: [[ScriptStep]], further: Further = .refuse, patience: Duration = .seconds(15)
  ) throws {
    let listener = try LoopbackListener()
    let book = ConversationBook()
    port = listener.port
    self.book = book
    Thread.detachNewThread {
      Self.serve(listener, scripts: scripts, further: further, patience: patience, book: book)
    }
  }

  /// Starts one that plays a script to its first connection and refuses the next.
  package convenience init(_ script: [ScriptStep]) throws { try self.init(scripts: [script]) }

  deinit { book.stop() }

  package var url: String { "smtp://127.0.0.1:\(port)" }

  /// The conversations begun so far, in order.
  package var conversations: [ScriptedConversation] { book.conversations }

  /// Every client's departure from its script: a test expects none.
  package var problems: [String] { conversations.flatMap(\.problems) }

  /// Waits until so many conversations are over; false when they are not in time.
  @discardableResult
  package func waitUntilOver(_ count: Int = 1, within limit: Duration = .seconds(10)) -> Bool {
    waitUntil(within: limit) { conversations.filter(\.isOver).count >= count }
  }

  /// Stops listening and drops every connection.
  package func stop() { book.stop() }

  private static func serve(
    _ listener: LoopbackListener, scripts: [[ScriptStep]], further: Further, patience: Duration,
    book: ConversationBook
  ) {
    defer { listener.close() }
    var served = 0
    while !book.isStopping {
      if further == .refuse, served >= scripts.count { return }
      guard let descriptor = listener.accept() else { continue }
      let script = served < scripts.count ? scripts[served] : scripts.last ?? []
      let page = book.begin()
      served += 1
      Thread.detachNewThread {
        let connection = LoopbackConnection(descriptor: descriptor) { book.isStopping }
        let player = ScriptPlayer(
          connection: connection, book: book, page: page, patience: patience)
        player.play(script)
      }
    }
  }
}
