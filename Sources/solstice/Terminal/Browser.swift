import Foundation
import Newsroom

/// Shows a page to whoever sits before the screen.
enum Browser {
  static func open(_ page: URL) {
    let command = BrowserChoice.command(
      for: page.path(percentEncoded: false), environment: ProcessInfo.processInfo.environment,
      isTerminal: isatty(1) == 1)
    guard let command else { return }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Where no browser starts, the path that was printed is what there is.
    try? process.run()
  }
}
