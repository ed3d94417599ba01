import Synchronization

/// What a scripted server's threads write down together.
final class ConversationBook: Sendable {
  private struct Pages {
    var conversations: [ScriptedConversation] = []
    var isStopping = false
  }

  private let pages = Mutex(Pages())

  var conversations: [ScriptedConversation] { pages.withLock { $0.conversations } }
  var isStopping: Bool { pages.withLock { $0.isStopping } }

  func stop() { pages.withLock { $0.isStopping = true } }

  /// Begins a new page and returns its number.
  func begin() -> Int {
    pages.withLock { pages in
      pages.conversations.append(ScriptedConversation())
      return pages.conversations.count - 1
    }
  }

  func write(at index: Int, _ change: (inout ScriptedConversation) -> Void) {
    pages.withLock { change(&$0.conversations[index]) }
  }
}
