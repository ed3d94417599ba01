/// What the kills of a test came to.
struct KillFigures {
  var server = ""
  var kills = 0
  var inDoubt = 0
  var received = 0
  /// How many of those in doubt had begun to arrive; nil where the server does not tell.
  var begunInDoubt: Int?
  private var runs = 0

  mutating func add(_ other: KillFigures) {
    runs += 1
    kills += other.kills
    inDoubt += other.inDoubt
    received += other.received
    if let begun = other.begunInDoubt { begunInDoubt = (begunInDoubt ?? 0) + begun }
  }

  var line: String {
    let begun = begunInDoubt.map { ", \($0) of them had begun to arrive" } ?? ""
    return "Kill test before \(server): \(runs) runs, \(kills) kills, \(received) letters "
      + "received, \(inDoubt) in doubt\(begun)."
  }
}
