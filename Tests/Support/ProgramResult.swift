import Foundation

/// What a program left when it ended.
package struct ProgramResult: Sendable {
  /// The exit code, or 128 and the signal's number, as a shell says it.
  package let status: Int32
  /// The signal that ended it; nil when it exited by itself.
  package let signal: Int32?
  package let outputBytes: [UInt8]
  package let errorBytes: [UInt8]
  /// User and system time, of its own waited-for children too.
  package let cpuSeconds: Double
  package let peakKilobytes: Int

  /// Standard output as text; bytes that are no UTF-8 show as replacement characters.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Itself when the status is the one expected, else an error that shows what was said.
  @discardableResult
  package func expecting(status expected: Int32 = 0) throws -> ProgramResult {
    guard status == expected else {
      throw SupportError("ended with \(status), not \(expected)\n\(output)\n\(errors)")
    }
    return self
  }
}
