import Foundation

/// The only place that writes: results on stdout, talk on stderr.
enum Terminal {
  /// A line of talk.
  static func say(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: FileHandle.standardError)
  }

  /// A result, with its line end.
  static func print(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: FileHandle.standardOutput)
  }

  static func print(bytes: some Sequence<UInt8>) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch { leave() }
  }

  /// Whether stderr is a terminal that shows a line that rewrites itself.
  static var showsProgress: Bool { isatty(2) == 1 }

  /// Replaces the line that the cursor is on.
  static func rewriteLine(_ text: String) {
    write("\r\u{1B}[K" + text, to: FileHandle.standardError)
  }

  /// Columns for what is wrapped; 100 where nobody tells.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Columns of the terminal that talk goes to; 80 where nobody tells.
  static var widthOfTalk: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // Talk that nobody hears must never end a sending.
      if handle != FileHandle.standardError { leave() }
    }
  }

  /// A reader that has gone away (| head) is no failure of the command's work; a full disk is.
  private static func leave() -> Never { exit(errno == EPIPE ? 0 : 73) }
}
