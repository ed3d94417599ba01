import Composer
import Storage

/// Which of an edition's findings stop its approval, and which a person has accepted.
///
/// Pure.
struct AllowanceDecision {
  /// Errors that remain.
  let stopping: [Finding]
  /// Findings that the given codes accept.
  let accepted: [Finding]
  /// Codes that accept nothing.
  let unused: [String]

  init(codes: [String], findings: [Finding]) {
    let errors = findings.filter { $0.level == .error }
    accepted = errors.filter { codes.contains($0.code) }
    stopping = errors.filter { !codes.contains($0.code) }
    unused = codes.filter { code in !errors.contains { $0.code == code } }
  }

  /// The codes as given, each once; fails for one that is unknown or that nobody can accept.
  static func codes(_ given: [String]) throws(Problem) -> [String] {
    var codes: [String] = []
    for code in given {
      guard let rule = CheckRule.all.first(where: { $0.code == code }) else {
        let known = CheckRule.all.filter { $0.level == .error && !$0.isFinal }.map(\.code)
        throw Problem(
          .usage,
          "There is no check “\(code.prefix(40))”. --allow takes the code of an error: "
            + "\(known.joined(separator: ", ")). See: solstice checks")
      }
      guard !rule.isFinal else {
        throw Problem(
          .usage,
          "\(code) can't be allowed (\(rule.title)): such a letter would be broken, or would leave "
            + "its readers no way out. Mend it and compose again.")
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  /// What to tell where errors remain.
  func refusal(of name: String) -> String {
    let groups = FindingGroup.of(stopping)
    var lines = [
      "\(name) can't be approved: \(groups.count) \(groups.count == 1 ? "check" : "checks") failed."
    ]
    lines += groups.prefix(20).map { "  \(FindingWords.line($0))" }
    if groups.count > 20 { lines.append("  … and \(groups.count - 20) more; see checks.json.") }
    var codes: [String] = []
    for group in groups where !codes.contains(group.finding.code) {
      codes.append(group.finding.code)
    }
    let open = codes.filter { code in
      CheckRule.all.contains { $0.code == code && !$0.isFinal }
    }
    if open.isEmpty {
      lines.append("Mend this and compose again; it can't be allowed.")
    } else {
      let options = open.map { "--allow \($0)" }.joined(separator: " ")
      lines.append(
        "Mend this and compose again, or accept it in your name: approve \(name) … \(options)")
    }
    return lines.joined(separator: "\n")
  }

  static func record(_ finding: Finding) -> Approval.Allowance {
    Approval.Allowance(
      code: finding.code, level: finding.level.rawValue, language: finding.language,
      place: finding.place, reason: finding.reason)
  }
}
