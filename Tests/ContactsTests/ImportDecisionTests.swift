import Contacts
import Foundation
import Testing

/// Which statement counts: a table over dates, sources and what stands.
struct ImportDecisionTests {
  enum Ending: Equatable {
    case same
    case taken(String)
    case conflict
  }

  private static func date(_ day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86_400) }

  private func ending(
    _ field: ContactField = .language, stands: String, since: Int, of source: String = "members",
    isStated: Bool = false, says: String, asOf: Int, preferFile: Bool = false
  ) -> Ending {
    var known = ContactValues()
    known[field] = stands
    var said = ContactValues()
    said[field] = says
    let decision = ImportDecision.decide(
      known: known, said: said, fields: ContactField.allCases, asOf: Self.date(asOf),
      source: "members", preferFile: preferFile,
      origin: { _ in
        FactOrigin(asOf: Self.date(since), source: source, isStated: isStated)
      })
    if let change = decision.changes.first { return .taken(change.to) }
    return decision.conflicts.isEmpty ? .same : .conflict
  }

  @Test func theNewerCounts() {
    #expect(ending(stands: "ko", since: 5, says: "en", asOf: 6) == .taken("en"))
    #expect(ending(stands: "ko", since: 5, says: "en", asOf: 4) == .conflict)
    #expect(ending(stands: "ko", since: 5, says: "en", asOf: 4, preferFile: true) == .taken("en"))
  }

  @Test func ofOneDayTheSameListCounts() {
    #expect(ending(stands: "ko", since: 5, says: "en", asOf: 5) == .taken("en"))
    #expect(ending(stands: "ko", since: 5, of: "council", says: "en", asOf: 5) == .conflict)
    #expect(ending(stands: "ko", since: 5, of: "", says: "en", asOf: 5) == .conflict)
  }

  @Test func anEmptyCellSaysNothing() {
    #expect(ending(stands: "ko", since: 5, says: "", asOf: 9, preferFile: true) == .same)
    #expect(ending(stands: "ko", since: 5, says: "ko", asOf: 1) == .same)
  }

  /// A gap takes older facts, too; what was emptied by hand is no gap.
  @Test func gapsAreFilled() {
    #expect(ending(stands: "", since: 5, of: "x", says: "en", asOf: 1) == .taken("en"))
    #expect(ending(stands: "", since: 5, of: "x", isStated: true, says: "en", asOf: 1) == .conflict)
    #expect(
      ending(stands: "", since: 5, of: "x", isStated: true, says: "en", asOf: 6) == .taken("en"))
  }

  @Test func theOrderOfRolesIsNone() {
    #expect(ending(.roles, stands: "gpn;council", since: 1, says: "council;gpn", asOf: 9) == .same)
    #expect(
      ending(.roles, stands: "gpn;council", since: 1, says: "gpn", asOf: 9) == .taken("gpn"))
  }

  @Test func aSpellingIsNoConflict() {
    #expect(ending(.address, stands: "a@x", since: 5, says: "A@x", asOf: 1) == .same)
  }

  @Test(arguments: [
    ("", "A: x", "A: x"), ("A: x", "A: y", "A: y"), ("A: x", "B: y", "A: x\nB: y"),
    ("A: x\nB: y", "A: z", "A: z\nB: y"), ("A: x", "loose", "loose\nA: x"),
    ("loose", "other", "other"), ("A: x\nmore", "B: y", "A: x\nmore\nB: y"),
    ("A: x\nmore", "A: y", "A: y"),
  ])
  func notes(stands: String, says: String, result: String) {
    let first = ending(.notes, stands: stands, since: 1, says: says, asOf: 9)
    #expect(first == .taken(result))
    #expect(ending(.notes, stands: result, since: 1, says: says, asOf: 9) == .same)
  }

  @Test func whoStaysOff() {
    let day = Self.date(3)
    #expect(ImportStanding(own: .left(since: day)).reasonToLeaveAlone == .left(since: day))
    #expect(
      ImportStanding(own: .none, mailboxLeft: day).reasonToLeaveAlone == .left(since: day))
    #expect(
      ImportStanding(own: .none, mailboxLeftEverything: day).reasonToLeaveAlone
        == .leftEverything(since: day))
    #expect(ImportStanding(own: .none).reasonToLeaveAlone == nil)
    for own in [ImportStanding.Own.confirmed, .pending] {
      #expect(
        ImportStanding(own: own, mailboxLeft: day, mailboxLeftEverything: day).reasonToLeaveAlone
          == nil)
    }
  }
}
