import Foundation

/// Test texts in legacy encodings, made by the system's `iconv` program.
package enum Iconv {
  /// The text's octets in the encoding of that name; nil where it can't be written in it.
  package static func encode(_ text: String, as label: String) -> [UInt8]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["iconv", "-f", "UTF-8", "-t", label]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      // A pipe holds 64 kB: what is longer waits for the program to read, so read meanwhile.
      let writer = Thread {
        try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? input.fileHandleForWriting.close()
      }
      writer.start()
      let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? Array(bytes) : nil
    } catch {
      return nil
    }
  }
}
