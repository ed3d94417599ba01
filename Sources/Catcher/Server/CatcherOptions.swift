/// Where a catcher listens and what it writes where.
package struct CatcherOptions: Sendable {
  package var host = "127.0.0.1"
  /// 0 lets the system choose.
  package var port = 0
  /// Where the transactions land, one file each; made when missing.
  package var directory: String
  package var script: CatcherScript
  /// The Maildir for its delivery status notifications; made when missing.
  package var reportsMaildir: String?
  package var hostname: String
  package var threads: Int
  /// Writes nothing: for measurements.
  package var discard = false
  /// Writes each command and reply as a JSON line to `catcher.log` in the directory.
  package var log = false
  /// How many transactions, the newest, are remembered for `transactions()`.
  package var remembers = 100_000
  /// Milliseconds since 1970 for trace lines and reports; waits go by the system's clock.
  package var now: @Sendable () -> Int64

  package init(
    directory: String, script: CatcherScript = CatcherScript(), reportsMaildir: String? = nil,
    hostname: String = "catcher.test", threads: Int = 2,
    now: (@Sendable () -> Int64)? = nil
  ) {
    self.directory = directory
    self.script = script
    self.reportsMaildir = reportsMaildir
    self.hostname = hostname
    self.threads = threads
    self.now = now ?? { UTCTime.now() }
  }
}
