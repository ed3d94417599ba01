/// A checked script, indexed so that thousands of rules cost no more than a few.
struct Playbook: Sendable {
  /// What the script says at one stage.
  struct Verdict {
    var wait = 0
    /// nil where no rule decides: the message is taken.
    var decision: CatcherBehaviour?
  }

  /// Who is talking, as far as it is known; addresses in lower case.
  struct Scene {
    var connection: Int
    var sender: String?
    var recipient: String?
  }

  let settings: CatcherSettings
  private let rules: [CatcherRule]
  private let recipients: Index
  private let senders: Index

  init(_ script: CatcherScript) throws(CatcherScriptError) {
    try script.check()
    settings = script.settings
    rules = script.rules
    var recipients = Index()
    var senders = Index()
    for (number, rule) in rules.enumerated() {
      switch rule.subject {
      case .recipient(let pattern): recipients.add(number, for: pattern)
      case .sender(let pattern): senders.add(number, for: pattern)
      }
    }
    self.recipients = recipients
    self.senders = senders
  }

  /// Whether any rule makes reports.
  var reports: Bool {
    rules.contains { if case .report = $0.behaviour { true } else { false } }
  }

  /// Reads the rules from the top; rules with `times` are counted in the tally.
  func verdict(at stage: CatcherStage, _ scene: Scene, tally: Tally) -> Verdict {
    var verdict = Verdict()
    guard !rules.isEmpty else { return verdict }
    for number in candidates(scene) {
      let rule = rules[number]
      guard rule.behaviour.stage == stage || rule.behaviour == .accept else { continue }
      let address = subject(of: rule, scene)
      guard rule.share >= 1 || Self.chance(number, address ?? "\(scene.connection)") < rule.share
      else { continue }
      if let times = rule.times, !tally.take(rule: number, address: address ?? "", times: times) {
        continue
      }
      guard case .late(_, let milliseconds) = rule.behaviour else {
        verdict.decision = rule.behaviour
        return verdict
      }
      verdict.wait += milliseconds
    }
    return verdict
  }

  private func candidates(_ scene: Scene) -> [Int] {
    (recipients.numbers(for: scene.recipient) + senders.numbers(for: scene.sender)).sorted()
  }

  private func subject(of rule: CatcherRule, _ scene: Scene) -> String? {
    switch rule.subject {
    case .recipient: scene.recipient ?? scene.sender
    case .sender: scene.sender
    }
  }

  /// From 0 up to 1, always the same for a rule and an address (FNV-1a, then mixed).
  private static func chance(_ rule: Int, _ address: String) -> Double {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: rule)
    for octet in address.utf8 {
      hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3
    }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return Double((hash ^ (hash >> 33)) >> 11) / 9_007_199_254_740_992
  }
}

extension Playbook {
  /// The numbers of rules by what their pattern names.
  private struct Index: Sendable {
    private var any: [Int] = []
    private var domains: [String: [Int]] = [:]
    private var addresses: [String: [Int]] = [:]

    mutating func add(_ number: Int, for pattern: CatcherPattern) {
      switch pattern {
      case .any: any.append(number)
      case .domain(let domain): domains[domain, default: []].append(number)
      case .address(let address): addresses[address, default: []].append(number)
      }
    }

    func numbers(for address: String?) -> [Int] {
      guard let address else { return any }
      var numbers = any
      if !addresses.isEmpty { numbers += addresses[address] ?? [] }
      if !domains.isEmpty {
        numbers += domains[String(CatcherPattern.domain(of: address))] ?? []
      }
      return numbers
    }
  }
}
