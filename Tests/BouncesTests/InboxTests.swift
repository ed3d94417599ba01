import Bounces
import Foundation
import Mail
import Testing

/// Inboxes give everything once and change nothing before they are told.
@Suite struct InboxTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "inbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  private func files(_ url: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  @Test func maildirMovesOnlySettledLetters() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["new", "cur", "tmp"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("one".utf8).write(to: root.appending(path: "new/1.a.host"))
    try Data("two".utf8).write(to: root.appending(path: "cur/2.b.host:2,F"))
    try Data("old".utf8).write(to: root.appending(path: "cur/0.z.host:2,S"))
    let inbox = MaildirInbox(path: root.path)
    let listed = try inbox.list()
    #expect(listed.map(\.id) == ["1.a.host", "2.b.host"])
    #expect(
      try listed.map { try inbox.read($0, limit: 100) } == [Array("one".utf8), Array("two".utf8)])
    #expect(try inbox.read(listed[0], limit: 2) == Array("on".utf8))
    #expect(try files(root.appending(path: "new")) == ["1.a.host"])
    try inbox.settle(listed)
    try inbox.settle(listed)
    #expect(try files(root.appending(path: "new")).isEmpty)
    #expect(
      try files(root.appending(path: "cur")) == [
        "0.z.host:2,S", "1.a.host:2,S", "2.b.host:2,FS",
      ])
    #expect(try inbox.list().isEmpty)
    #expect(try MaildirInbox(path: root.path, includesSeen: true).list().count == 3)
  }

  @Test func maildirFindsMovedLetters() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["new", "cur"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("one".utf8).write(to: root.appending(path: "new/1.a.host"))
    let inbox = MaildirInbox(path: root.path)
    let listed = try inbox.list()
    try FileManager.default.moveItem(
      at: root.appending(path: "new/1.a.host"), to: root.appending(path: "cur/1.a.host:2,R"))
    #expect(try inbox.read(listed[0], limit: 100) == Array("one".utf8))
    try inbox.settle(listed)
    #expect(try files(root.appending(path: "cur")) == ["1.a.host:2,RS"])
  }

  @Test func missingMaildirSaysWhat() throws {
    let inbox = MaildirInbox(path: "/nonexistent/mail")
    let error = #expect(throws: InboxError.self) { try inbox.list() }
    #expect(error?.description.contains("/nonexistent/mail/new") == true)
  }

  @Test func mboxIsNeverWrittenTo() throws {
    let root = try folder()
    defer { try? FileManager.default.removeItem(at: root) }
    let file = root.appending(path: "mbox")
    let text = """
      From a@b Mon Jun 24 10:00:00 2019
      Subject: one

      >From here on
      not From

      From c@d Mon Jun 24 11:00:00 2019
      Subject: two

      text
      From inside, no empty line before

      """
    try Data(text.utf8).write(to: file)
    let inbox = MboxInbox(path: file.path)
    let listed = try inbox.list()
    try #require(listed.count == 2)
    let first = String(decoding: try inbox.read(listed[0], limit: 1000), as: UTF8.self)
    #expect(first == "Subject: one\n\nFrom here on\nnot From\n\n")
    try inbox.settle([listed[0]])
    #expect(try inbox.list().map(\.id) == [listed[1].id])
    #expect(try Data(contentsOf: file) == Data(text.utf8))
  }
}
