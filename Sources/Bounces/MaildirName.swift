/// A Maildir file's name: `unique:2,FLAGS`.
struct MaildirName {
  let unique: String
  private let flags: Set<Character>

  init(_ name: String) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    unique = parts.first.map(String.init) ?? name
    let info = parts.count > 1 ? parts[1] : ""
    flags = info.hasPrefix("2,") ? Set(info.dropFirst(2)) : []
  }

  var isSeen: Bool { flags.contains("S") }
  /// The name once it is dealt with; flags stand in ASCII order.
  var seen: String { unique + ":2," + String(flags.union(["S"]).sorted()) }
}
