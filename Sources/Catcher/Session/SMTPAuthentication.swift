import FoundationEssentials

/// Where a client is within AUTH (RFC 4954).
enum SMTPAuthentication: Equatable {
  case plain
  case loginUser
  case loginPassword(user: String)

  var prompt: CatcherReply {
    switch self {
    case .plain: CatcherReply(334, "")
    case .loginUser: CatcherReply(334, "VXNlcm5hbWU6")
    case .loginPassword: CatcherReply(334, "UGFzc3dvcmQ6")
    }
  }
}

extension SMTPSession {
  var offersAuthentication: Bool {
    settings.account != nil || settings.refuseAuthentication != nil
  }

  mutating func beginAuthentication(_ rest: Substring) -> SMTPStep {
    guard offersAuthentication else { return SMTPStep(CatcherReply(502, "5.5.1 No AUTH here")) }
    guard isExtended, user == nil, envelope == nil else {
      return SMTPStep(CatcherReply(503, "5.5.1 AUTH comes once, after EHLO and before MAIL"))
    }
    let words = rest.split(separator: " ")
    let exchange: SMTPAuthentication
    switch words.first?.uppercased() {
    case "PLAIN": exchange = .plain
    case "LOGIN": exchange = .loginUser
    default: return SMTPStep(CatcherReply(504, "5.5.4 Only PLAIN and LOGIN are known"))
    }
    guard words.count > 1 else {
      mode = .password(exchange)
      return SMTPStep(exchange.prompt)
    }
    return authenticate(exchange, words[1] == "=" ? "" : String(words[1]))
  }

  mutating func authenticate(_ exchange: SMTPAuthentication, _ line: String) -> SMTPStep {
    mode = .commands
    guard line != "*" else { return SMTPStep(CatcherReply(501, "5.7.0 AUTH was given up")) }
    guard let data = Data(base64Encoded: line), let text = String(bytes: data, encoding: .utf8)
    else { return SMTPStep(CatcherReply(501, "5.5.2 That is not Base64 of UTF-8")) }
    switch exchange {
    case .plain:
      let parts = text.split(separator: "\0", omittingEmptySubsequences: false)
      guard parts.count == 3 else {
        return SMTPStep(CatcherReply(501, "5.5.2 PLAIN has three parts"))
      }
      return judge(user: String(parts[1]), password: String(parts[2]))
    case .loginUser:
      let next = SMTPAuthentication.loginPassword(user: text)
      mode = .password(next)
      return SMTPStep(next.prompt)
    case .loginPassword(let user): return judge(user: user, password: text)
    }
  }

  private mutating func judge(user: String, password: String) -> SMTPStep {
    if let refusal = settings.refuseAuthentication { return SMTPStep(refusal) }
    guard let account = settings.account, account.user == user, account.password == password
    else { return mistake(CatcherReply(535, "5.7.8 Wrong user or password")) }
    self.user = user
    return SMTPStep(CatcherReply(235, "2.7.0 Welcome"))
  }
}

extension SMTPSession {
  /// Whether a line may hold a password, which no log should have.
  func isSecret(_ line: String) -> Bool {
    if case .password = mode { return true }
    return line.prefix(5).uppercased() == "AUTH "
  }
}
