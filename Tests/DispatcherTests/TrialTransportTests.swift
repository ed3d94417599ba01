import Dispatcher
import Foundation
import Mail
import Testing

struct TrialTransportTests {
  private func envelope() throws -> Envelope {
    Envelope(sender: nil, recipient: try Samples.address(1))
  }

  @Test func nullTakesLettersOnlyWhenToldTo() throws {
    let connection = NullTransport().makeConnection()
    let taken = connection.deliver([1], envelope: try envelope()) { true }
    #expect(Judgement.of(taken) == taken.reply.map { .accepted($0) })
    let back = connection.deliver([1], envelope: try envelope()) { false }
    #expect(Judgement.of(back) == .takenBack)
  }

  @Test func maildirKeepsOneFileALetter() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "solstice-maildir-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let connection = try MaildirTransport(path: folder.path).makeConnection()
    let letter = Array("Subject: x\r\n\r\nhello\r\n".utf8)
    for _ in 0..<3 {
      let result = connection.deliver(letter, envelope: try envelope()) { true }
      #expect(result.reply?.isPositive == true)
    }
    _ = connection.deliver(letter, envelope: try envelope()) { false }
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "new"), includingPropertiesForKeys: nil)
    #expect(files.count == 3)
    let first = try Data(contentsOf: try #require(files.first))
    #expect(first.suffix(letter.count) == Data(letter))
    #expect(
      String(decoding: first, as: UTF8.self).hasPrefix(
        "Return-Path: <>\r\nDelivered-To: reader1@gpn.example\r\n"))
    let left = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "tmp"), includingPropertiesForKeys: nil)
    #expect(left.isEmpty)
  }

  @Test func maildirThatCannotBeWrittenIsTemporary() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "solstice-maildir-\(UUID().uuidString)")
    let connection = try MaildirTransport(path: folder.path).makeConnection()
    try FileManager.default.removeItem(at: folder)
    let result = connection.deliver([1], envelope: try envelope()) { true }
    guard case .failed(let failure, _) = Judgement.of(result) else {
      Issue.record("\(result)")
      return
    }
    #expect(failure.permanence == .temporary)
  }
}
