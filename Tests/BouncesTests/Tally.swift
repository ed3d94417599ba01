import Bounces
import Mail

/// How many of some samples are read right.
struct Tally: CustomStringConvertible {
  var files = 0
  var kinds = 0
  var named = 0
  var found = 0
  var exact = 0
  var stated = 0
  var permanent = 0
  var statuses = 0

  mutating func add(_ name: String) {
    guard let expected = Samples.expected[name] else { return }
    let report = Report.read(Samples.bytes(name))
    files += 1
    if report.kind.rawValue == expected.kind { kinds += 1 }
    let got = Set(report.recipients.compactMap { $0.recipient?.lowercased() })
    let wanted = Set(expected.recipients.keys.map { $0.lowercased() })
    if !wanted.isEmpty {
      named += 1
      if !got.isDisjoint(with: wanted) { found += 1 }
      if got == wanted { exact += 1 }
    }
    for (address, told) in expected.recipients {
      guard let permanence = told.permanence else { continue }
      let match = report.recipients.first { $0.recipient?.lowercased() == address.lowercased() }
      stated += 1
      if match?.permanence?.rawValue == permanence { permanent += 1 }
      if match?.status?.description == told.status { statuses += 1 }
    }
  }

  var description: String {
    "kind \(kinds)/\(files), right recipient \(found)/\(named), exact set \(exact)/\(named), "
      + "permanence \(permanent)/\(stated), status \(statuses)/\(stated)"
  }
}
