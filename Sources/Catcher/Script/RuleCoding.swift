/// A rule in JSON: `recipient` or `sender`, one of the behaviours, and what belongs to it.
///
/// `{"recipient": "*@grey.test", "defer": "451 4.7.1 Later", "times": 2}`
extension CatcherRule: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case recipient
    case sender
    case accept
    case refuse
    case deferring = "defer"
    case stall
    case late
    case drop
    case report
    case at
    case times
    case share
    case bytes
    case keep
    case action
    case diagnosis
    case after

    static let behaviours: [Key] = [.accept, .refuse, .deferring, .stall, .late, .drop, .report]
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(Key.self)
    let chosen = Key.behaviours.filter(box.contains)
    guard let behaviour = chosen.first, chosen.count == 1 else {
      let names = Key.behaviours.map(\.rawValue).joined(separator: ", ")
      throw decoder.trouble("a rule needs exactly one of \(names); it has \(chosen.count)")
    }
    subject = try Self.subject(in: box, of: decoder)
    times = try box.decodeIfPresent(Int.self, forKey: .times)
    share = try box.decodeIfPresent(Double.self, forKey: .share) ?? 1
    self.behaviour = try Self.behaviour(behaviour, in: box, of: decoder)
    if let problem { throw decoder.trouble(problem) }
  }

  private typealias Box = KeyedDecodingContainer<Key>

  private static func subject(in box: Box, of decoder: any Decoder) throws -> Subject {
    let isSender = box.contains(.sender)
    guard isSender != box.contains(.recipient) else {
      throw decoder.trouble("a rule needs a recipient or a sender, and not both")
    }
    let key: Key = isSender ? .sender : .recipient
    let text = try box.decode(String.self, forKey: key)
    guard let pattern = CatcherPattern(parsing: text) else {
      throw decoder.trouble("\"\(text)\" is no address, *@domain or *", at: key)
    }
    return isSender ? .sender(pattern) : .recipient(pattern)
  }

  private static func behaviour(
    _ key: Key, in box: Box, of decoder: any Decoder
  ) throws -> CatcherBehaviour {
    switch key {
    case .refuse, .deferring:
      let reply = try box.decode(CatcherReply.self, forKey: key)
      if key == .deferring, !(400...499).contains(reply.code) {
        throw decoder.trouble("\(reply.code) defers nothing: give a 4xx reply", at: key)
      }
      return .refuse(at: try stage(.at, in: box, of: decoder) ?? .rcpt, reply)
    case .late:
      let wait = try box.decode(Int.self, forKey: key)
      return .late(at: try stage(.at, in: box, of: decoder) ?? .dot, milliseconds: wait)
    case .stall, .drop:
      guard let stage = try stage(key, in: box, of: decoder) else {
        throw decoder.trouble("it is null", at: key)
      }
      let bytes = try box.decodeIfPresent(Int.self, forKey: .bytes) ?? 0
      let keep = try box.decodeIfPresent(Bool.self, forKey: .keep) ?? false
      return key == .stall
        ? .stall(at: stage, afterBytes: bytes, keep: keep)
        : .drop(at: stage, afterBytes: bytes, keep: keep)
    case .report: return .report(try report(in: box, of: decoder))
    default:
      guard try box.decode(Bool.self, forKey: .accept) else {
        throw decoder.trouble("accept can only be true", at: key)
      }
      return .accept
    }
  }

  private static func report(in box: Box, of decoder: any Decoder) throws -> CatcherReport {
    let status = try box.decode(String.self, forKey: .report)
    let usual = status.hasPrefix("5") ? "failed" : status.hasPrefix("2") ? "delivered" : "delayed"
    let name = try box.decodeIfPresent(String.self, forKey: .action) ?? usual
    guard let action = CatcherReport.Action(rawValue: name) else {
      let names = CatcherReport.Action.allCases.map(\.rawValue).joined(separator: ", ")
      throw decoder.trouble("\"\(name)\" is no action; known are \(names)", at: Key.action)
    }
    return CatcherReport(
      action, status: status,
      diagnosis: try box.decodeIfPresent(String.self, forKey: .diagnosis) ?? "",
      afterMilliseconds: try box.decodeIfPresent(Int.self, forKey: .after) ?? 0)
  }

  private static func stage(
    _ key: Key, in box: Box, of decoder: any Decoder
  ) throws -> CatcherStage? {
    guard let name = try box.decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let stage = CatcherStage(rawValue: name) else {
      let names = CatcherStage.allCases.map(\.rawValue).joined(separator: ", ")
      throw decoder.trouble("\"\(name)\" is no stage; known are \(names)", at: key)
    }
    return stage
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    switch subject {
    case .recipient(let pattern): try box.encode(pattern.description, forKey: .recipient)
    case .sender(let pattern): try box.encode(pattern.description, forKey: .sender)
    }
    try box.encodeIfPresent(times, forKey: .times)
    if share != 1 { try box.encode(share, forKey: .share) }
    switch behaviour {
    case .accept: try box.encode(true, forKey: .accept)
    case .refuse(let stage, let reply):
      try box.encode(reply, forKey: .refuse)
      try box.encode(stage, forKey: .at)
    case .late(let stage, let milliseconds):
      try box.encode(milliseconds, forKey: .late)
      try box.encode(stage, forKey: .at)
    case .stall(let stage, let bytes, let keep), .drop(let stage, let bytes, let keep):
      if case .stall = behaviour {
        try box.encode(stage, forKey: .stall)
      } else {
        try box.encode(stage, forKey: .drop)
      }
      if bytes > 0 { try box.encode(bytes, forKey: .bytes) }
      if keep { try box.encode(keep, forKey: .keep) }
    case .report(let report):
      try box.encode(report.status, forKey: .report)
      try box.encode(report.action.rawValue, forKey: .action)
      try box.encode(report.diagnosis, forKey: .diagnosis)
      try box.encode(report.afterMilliseconds, forKey: .after)
    }
  }
}

extension CatcherReply: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let reply = CatcherReply(parsing: text) else {
      throw decoder.trouble("\"\(text)\" is no reply: write a code and text, 550 5.1.1 Unknown")
    }
    self = reply
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
