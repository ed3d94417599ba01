import Foundation
import Testing

@testable import Catcher

/// Files that never collide, and what they are called.
struct SpoolTests {
  @Test func goesOnAfterARestart() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let first = try Spool(folder: folder.path)
    let one = try first.keep(Array("a".utf8)) { Array("\($0)\n".utf8) }
    #expect(one.name == "000001-\(ProcessInfo.processInfo.processIdentifier)")
    #expect(try folder.text("\(one.name).eml") == "\(one.name)\na")
    #expect(one.traceSize == one.name.utf8.count + 1)
    let second = try Spool(folder: folder.path)
    #expect(try second.keep([]) { _ in [] }.name.hasPrefix("000002-"))
  }

  @Test func neverOverwrites() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let spools = try (0..<3).map { _ in try Spool(folder: folder.path) }
    for round in 0..<20 {
      for spool in spools { _ = try spool.keep(Array("\(round)".utf8)) { Array($0.utf8) } }
    }
    let files = try folder.files()
    #expect(files.count == 60)
    #expect(files.allSatisfy { $0.hasSuffix(".eml") })
    for file in files {
      #expect(try folder.text(file).hasPrefix(file.dropLast(4)))
    }
  }

  @Test func manyAtOnce() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let names = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        let spool = try Spool(folder: folder.path)
        group.addTask {
          try (0..<100).map { _ in try spool.keep([1, 2, 3]) { _ in [] }.name }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(names).count == 400)
    #expect(try folder.files().count == 400)
  }

  @Test func readBack() throws {
    let trace = TraceLines(
      sender: "", recipients: ["a@b.test", "c d@e.test"], helo: "x", peer: "[::1]",
      hostname: "h", with: "ESMTP", received: 0
    ).octets(name: "000001-2")
    let message = Array("Received: from y\r\n\tby z\r\n\r\nX-Original-To: q\r\n".utf8)
    let file = try #require(CaughtFile(name: "000001-2", octets: trace + message))
    #expect(file.sender.isEmpty)
    #expect(file.recipients == ["a@b.test", "c d@e.test"])
    #expect(file.message == message)
    for cut in 0..<trace.count {
      #expect(CaughtFile(name: "x", octets: Array(trace[..<cut])) == nil)
    }
  }

  @Test func messageIDs() {
    let texts = [
      ("Message-ID: <a@b>\r\n\r\n", "<a@b>"), ("X: y\nmessage-id:<a@b>\n", "<a@b>"),
      ("Message-Id:\r\n <a@b>\r\nX: y\r\n", "<a@b>"), ("Message-ID: <a@b>", "<a@b>"),
      ("X: y\r\n\r\nMessage-ID: <a@b>\r\n", nil), ("", nil), ("Message-ID:", nil),
    ]
    for (text, id) in texts {
      #expect(MessageHead.messageID(of: Array(text.utf8)) == id, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    (Int64(0), "Thu, 1 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00.000Z"),
    (1_795_519_322_250, "Tue, 24 Nov 2026 11:22:02 +0000", "2026-11-24T11:22:02.250Z"),
    (951_827_696_001, "Tue, 29 Feb 2000 12:34:56 +0000", "2000-02-29T12:34:56.001Z"),
    (-1, "Wed, 31 Dec 1969 23:59:59 +0000", "1969-12-31T23:59:59.999Z"),
  ])
  func times(milliseconds: Int64, mail: String, log: String) {
    #expect(UTCTime(milliseconds: milliseconds).mail == mail)
    #expect(UTCTime(milliseconds: milliseconds).log == log)
  }
}
