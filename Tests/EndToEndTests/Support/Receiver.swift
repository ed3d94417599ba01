import Foundation
import TestSupport

/// A server that takes letters, and what it can prove of them.
protocol Receiver: Sendable {
  var name: String { get }
  var url: String { get }
  /// Every SMTP transaction that it took, in order.
  func received() throws -> [Receipt]
  /// How many transactions it took so far.
  func count() throws -> Int
  /// Recipients of letters whose body began to arrive; nil where the server does not tell.
  func begun() throws -> [String]?
}

/// One transaction that a server took.
struct Receipt: Hashable {
  let recipient: String
  /// As the header has it, with its brackets.
  let messageID: String
}

/// aiosmtpd, which is not ours.
struct WitnessReceiver: Receiver {
  let name = "aiosmtpd"
  let server: WitnessServer

  var url: String { server.url }

  func received() throws -> [Receipt] {
    try server.accepted().flatMap { record in
      record.recipients.map { Receipt(recipient: $0, messageID: record.messageID ?? "") }
    }
  }

  func count() throws -> Int { try server.accepted().count }

  func begun() throws -> [String]? {
    try server.records().filter { $0.event == .begun }.flatMap(\.recipients)
  }
}

/// Our catcher: one file for each transaction.
struct CatcherReceiver: Receiver {
  let name = "catcher"
  let catcher: CatcherProgram

  var url: String { catcher.url }

  func received() throws -> [Receipt] {
    try catcher.files.flatMap { file in
      let handle = try FileHandle(forReadingFrom: URL(filePath: file))
      defer { try? handle.close() }
      let head = String(decoding: try handle.read(upToCount: 4096) ?? Data(), as: UTF8.self)
      // One grapheme holds both octets of a line's end.
      let lines = head.split { $0.isNewline }
      func values(_ field: String) -> [String] {
        lines.filter { $0.hasPrefix(field + ": ") }.map { String($0.dropFirst(field.count + 2)) }
      }
      return values("X-Original-To").map {
        Receipt(recipient: $0, messageID: values("Message-ID").first ?? "")
      }
    }
  }

  func count() throws -> Int { catcher.files.count }

  func begun() throws -> [String]? { nil }
}
