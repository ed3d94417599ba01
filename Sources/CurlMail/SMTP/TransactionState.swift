import Dispatcher
import Mail

/// What libcurl's callbacks share with the call that is under way.
///
/// Reached through an unretained pointer from C, on the thread that called `curl_easy_perform` and
/// only while that call lasts.
final class TransactionState {
  var conversation = Conversation()
  var body = UnsafeRawBufferPointer(start: nil, count: 0)
  var offset = 0
  var mayBegin: (() -> Bool)?
  var bodyBegan = false
  var takenBack = false
  var needsSMTPUTF8 = false
  var lacksSMTPUTF8 = false

  func begin(
    _ body: UnsafeRawBufferPointer, needsSMTPUTF8: Bool, onOpenConnection: Bool
  ) {
    conversation.beginMessage(onOpenConnection: onOpenConnection)
    self.body = body
    offset = 0
    bodyBegan = false
    takenBack = false
    lacksSMTPUTF8 = false
    self.needsSMTPUTF8 = needsSMTPUTF8
  }

  /// Fills libcurl's buffer; nil asks it to abort (code 42), before any byte of the body has left.
  func read(into buffer: UnsafeMutableRawPointer, capacity: Int) -> Int? {
    if !bodyBegan {
      // libcurl asks for the body only after 354: here the row is made durable.
      guard mayBegin?() == true else {
        takenBack = true
        return nil
      }
      bodyBegan = true
      conversation.bodyBegan()
    }
    let count = min(capacity, body.count - offset)
    guard count > 0, let start = body.baseAddress else { return 0 }
    buffer.copyMemory(from: start + offset, byteCount: count)
    offset += count
    return count
  }

  /// Takes a reply line; false asks libcurl to stop before it sends a command.
  func received(_ bytes: UnsafeRawBufferPointer) -> Bool {
    conversation.received(bytes)
    guard needsSMTPUTF8, conversation.helloIsComplete, !conversation.offersSMTPUTF8,
      conversation.stage == .hello
    else { return true }
    lacksSMTPUTF8 = true
    return false
  }
}
