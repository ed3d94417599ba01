import Foundation
import TestSupport

/// A message as another program reads it: headers decoded, parts in order, their decoded octets.
struct ReadMail: Decodable, Equatable {
  struct Person: Decodable, Equatable {
    let name: String
    let address: String
  }

  struct Part: Decodable, Equatable {
    let type: String
    let charset: String
    let id: String
    let disposition: String
    let fileName: String
    let parts: Int
    let size: Int
    let sha256: String
  }

  let headers: [String: String]
  let from: [Person]
  let to: [Person]
  let parts: [Part]
  let defects: Int

  static func byPython(_ message: [UInt8]) throws -> Self {
    let script = SourceFolder.root + "/Tests/Support/Python/mail_reader.py"
    return try read(message, Program(try Tool.python.require(), arguments: [script]))
  }

  static func byGMime(_ message: [UInt8]) throws -> Self {
    try read(message, Program(try GMimeReader.built.get()))
  }

  private static func read(_ message: [UInt8], _ program: Program) throws -> Self {
    let result = try program.run(stdin: String(decoding: message, as: UTF8.self))
    try result.expecting()
    return try JSONDecoder().decode(Self.self, from: Data(result.output.utf8))
  }
}

/// Our reader in C on Debian's libgmime, compiled once in a run.
enum GMimeReader {
  static let built = Result { try build() }

  private static func build() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gmime-reader-\(ProcessInfo.processInfo.processIdentifier)").path
    let source = SourceFolder.root + "/Tests/Support/C/gmime_reader.c"
    let command =
      "cc -O1 -Wall -Wextra -Werror -o \"$2\" \"$1\" $(pkg-config --cflags --libs gmime-3.0)"
    let result = try Program("/bin/sh").run(["-c", command, "sh", source, folder])
    guard result.status == 0 else {
      throw SupportError(
        "gmime_reader can't be built; type: scripts/setup test (Debian package libgmime-3.0-dev)\n"
          + result.errors)
    }
    return folder
  }
}
