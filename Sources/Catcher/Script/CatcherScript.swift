import FoundationEssentials

/// How a catcher plays its part: settings for everyone, and rules for some.
///
/// At each stage of a conversation the rules are read from the top. The first that is about the
/// address and acts at this stage decides; `accept` acts at every stage, and `late` only adds its
/// wait before reading goes on. With several recipients, the first that is not simply taken decides
/// for DATA and what follows.
///
/// In JSON:
/// ```json
/// {"server": {"latencyAfterDot": 100, "auth": {"user": "u", "password": "p"}},
///  "rules": [
///    {"recipient": "full@a.test", "refuse": "452 4.2.2 Mailbox full"},
///    {"recipient": "*@grey.test", "defer": "451 4.7.1 Later", "times": 2, "at": "dot"},
///    {"recipient": "gone@a.test", "report": "5.1.1", "diagnosis": "550 5.1.1 Gone", "after": 50},
///    {"recipient": "*", "share": 0.01, "drop": "dot", "keep": true, "times": 1},
///    {"recipient": "*@slow.test", "late": 2000, "at": "rcpt"},
///    {"sender": "<>", "stall": "mail"}]}
/// ```
package struct CatcherScript: Hashable, Sendable {
  package var settings: CatcherSettings
  package var rules: [CatcherRule]

  /// A script; what is wrong with its rules is told when a catcher starts with it.
  package init(settings: CatcherSettings = CatcherSettings(), rules: [CatcherRule] = []) {
    self.settings = settings
    self.rules = rules
  }

  /// Reads a script from JSON, up to 10 MB; fails with what is wrong and where.
  package init(json: [UInt8], file: String = "script") throws(CatcherScriptError) {
    guard json.count <= 10_000_000 else {
      throw CatcherScriptError(file: file, place: "", problem: "it is larger than 10 MB")
    }
    do {
      self = try JSONDecoder().decode(CatcherScript.self, from: Data(json))
    } catch let error as DecodingError {
      throw CatcherScriptError(error, file: file)
    } catch {
      throw CatcherScriptError(file: file, place: "", problem: String(describing: error))
    }
  }

  /// Reads a JSON file; fails when it can't be read or says something wrong.
  package init(file: String) throws(CatcherScriptError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw CatcherScriptError(file: file, place: "", problem: "it can't be read: \(error)")
    }
    try self.init(json: [UInt8](data), file: file)
  }

  /// Fails with the first rule or setting that can't be played.
  func check(file: String = "script") throws(CatcherScriptError) {
    for (index, rule) in rules.enumerated() {
      if let problem = rule.problem {
        throw CatcherScriptError(file: file, place: "rules[\(index)]", problem: problem)
      }
    }
    if let problem = settings.problem {
      throw CatcherScriptError(file: file, place: "server", problem: problem)
    }
  }
}

extension CatcherScript: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case server
    case rules
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(Key.self)
    settings = try box.decodeIfPresent(CatcherSettings.self, forKey: .server) ?? CatcherSettings()
    rules = try box.decodeIfPresent([CatcherRule].self, forKey: .rules) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(settings, forKey: .server)
    try box.encode(rules, forKey: .rules)
  }
}
