/// Settings in JSON, under `server`: every key may be left out.
extension CatcherSettings: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case greeting
    case latencyAfterDot
    case idleSeconds
    case messagesPerConnection
    case connections
    case account = "auth"
    case requiresAuthentication = "requireAuth"
    case refuseAuthentication = "refuseAuth"
    case offers
    case sizeLimit
    case recipientLimit
    case lineLimit
    case bareLines = "bareLineFeeds"
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(Key.self)
    self.init()
    greeting = try box.decodeIfPresent(CatcherReply.self, forKey: .greeting)
    latencyAfterDot = try box.decodeIfPresent(Int.self, forKey: .latencyAfterDot) ?? 0
    idleSeconds = try box.decodeIfPresent(Int.self, forKey: .idleSeconds) ?? idleSeconds
    messagesPerConnection = try box.decodeIfPresent(Int.self, forKey: .messagesPerConnection)
    connections = try box.decodeIfPresent(Int.self, forKey: .connections) ?? connections
    account = try box.decodeIfPresent(Account.self, forKey: .account)
    requiresAuthentication =
      try box.decodeIfPresent(Bool.self, forKey: .requiresAuthentication) ?? false
    refuseAuthentication = try box.decodeIfPresent(
      CatcherReply.self, forKey: .refuseAuthentication)
    offers = try Self.choices(.offers, in: box, of: decoder) ?? offers
    sizeLimit = try box.decodeIfPresent(Int.self, forKey: .sizeLimit) ?? sizeLimit
    recipientLimit = try box.decodeIfPresent(Int.self, forKey: .recipientLimit) ?? recipientLimit
    lineLimit = try box.decodeIfPresent(Int.self, forKey: .lineLimit)
    if let name = try box.decodeIfPresent(String.self, forKey: .bareLines) {
      guard let choice = BareLines(rawValue: name) else {
        throw decoder.trouble("\"\(name)\" is unknown: write keep or refuse", at: Key.bareLines)
      }
      bareLines = choice
    }
    if let problem { throw decoder.trouble(problem) }
  }

  private static func choices(
    _ key: Key, in box: KeyedDecodingContainer<Key>, of decoder: any Decoder
  ) throws -> [Extension]? {
    guard let names = try box.decodeIfPresent([String].self, forKey: key) else { return nil }
    return try names.map { name in
      guard let choice = Extension(rawValue: name.uppercased()) else {
        let known = Extension.allCases.map(\.rawValue).joined(separator: ", ")
        throw decoder.trouble("\"\(name)\" is no extension; known are \(known)", at: key)
      }
      return choice
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encodeIfPresent(greeting, forKey: .greeting)
    try box.encode(latencyAfterDot, forKey: .latencyAfterDot)
    try box.encode(idleSeconds, forKey: .idleSeconds)
    try box.encodeIfPresent(messagesPerConnection, forKey: .messagesPerConnection)
    try box.encode(connections, forKey: .connections)
    try box.encodeIfPresent(account, forKey: .account)
    try box.encode(requiresAuthentication, forKey: .requiresAuthentication)
    try box.encodeIfPresent(refuseAuthentication, forKey: .refuseAuthentication)
    try box.encode(offers, forKey: .offers)
    try box.encode(sizeLimit, forKey: .sizeLimit)
    try box.encode(recipientLimit, forKey: .recipientLimit)
    try box.encodeIfPresent(lineLimit, forKey: .lineLimit)
    try box.encode(bareLines, forKey: .bareLines)
  }

  /// What is wrong with them, and what to do; nil when they can be played.
  var problem: String? {
    if let greeting, !greeting.isRefusal {
      return "greeting \(greeting.code) refuses nothing: give a 4xx or 5xx reply"
    }
    if let refuseAuthentication, !refuseAuthentication.isRefusal {
      return "refuseAuth \(refuseAuthentication.code) refuses nothing: give a 4xx or 5xx reply"
    }
    let limits = [
      ("latencyAfterDot", latencyAfterDot, 0, 86_400_000), ("idleSeconds", idleSeconds, 1, 86_400),
      ("messagesPerConnection", messagesPerConnection ?? 1, 1, Int.max),
      ("connections", connections, 1, 100_000), ("sizeLimit", sizeLimit, 1, 1_000_000_000),
      ("recipientLimit", recipientLimit, 1, 100_000), ("lineLimit", lineLimit ?? 80, 80, Int.max),
    ]
    for (name, value, least, most) in limits where !(least...most).contains(value) {
      return "\(name) is \(value): give \(least) to \(most)"
    }
    if requiresAuthentication, account == nil, refuseAuthentication == nil {
      return "requireAuth needs an auth account: {\"user\": …, \"password\": …}"
    }
    return nil
  }
}

extension CatcherSettings.Account: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case user
    case password
  }

  package init(from decoder: any Decoder) throws {
    let box = try decoder.strictContainer(Key.self)
    user = try box.decode(String.self, forKey: .user)
    password = try box.decode(String.self, forKey: .password)
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(user, forKey: .user)
    try box.encode(password, forKey: .password)
  }
}
