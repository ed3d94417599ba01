import Mail

/// What a text that is no address was probably meant to be.
struct Guess: Sendable {
  let text: String
  /// Whether the text as it stands could be a working address somewhere: old Japanese carriers gave
  /// out `a..b@` and `a.@`.
  let couldExist: Bool
  var confidence = Confidence.guess

  static func meant(by text: String, problem: AddressProblem) -> Guess? {
    switch problem {
    case .localDots: withoutDots(text)
    case .space, .localCharacter: withoutScheme(text) ?? withoutSpaces(text)
    case .domainCharacter: withDotsForSpaces(text)
    case .noAt: withAt(text)
    default: nil
    }
  }

  private static func withoutDots(_ text: String) -> Guess? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let local = text[..<at].split(separator: ".").joined(separator: ".")
    return local.isEmpty ? nil : Guess(text: local + text[at...], couldExist: true)
  }

  /// `http://suk@kgpn.example`, as spreadsheets make links of addresses; it may be a login, too.
  private static func withoutScheme(_ text: String) -> Guess? {
    let scheme = text.prefix(while: \.isLetter)
    guard text[scheme.endIndex...].hasPrefix("://") else { return nil }
    let rest = text[scheme.endIndex...].dropFirst(3)
    guard !rest.contains(where: { "/:?#".contains($0) }) else { return nil }
    return Guess(text: String(rest), couldExist: false, confidence: .likely)
  }

  /// “john smith@…” may be meant as either; the join keeps all that was written.
  private static func withoutSpaces(_ text: String) -> Guess? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let drop: Set<Character> = [" ", ",", ";", "(", ")", "[", "]", "<", ">", "\""]
    let words = text[..<at].split(whereSeparator: drop.contains)
    guard !words.isEmpty, words.count <= 3 else { return nil }
    let commas = text[..<at].contains(",")
    let local = words.joined(separator: commas ? "." : "")
    return Guess(text: local + text[at...], couldExist: true)
  }

  /// “suk@kgpn co kr”: the dots were left out, or may be more than one domain.
  private static func withDotsForSpaces(_ text: String) -> Guess? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let words = text[text.index(after: at)...].split { " .,;".contains($0) }
    guard (2...5).contains(words.count) else { return nil }
    let domain = words.joined(separator: ".")
    guard RepairStep.endsInKnownTopLevel(Array(domain.unicodeScalars)) else { return nil }
    return Guess(text: text[...at] + domain, couldExist: false)
  }

  /// The @ was left out, or another sign was struck, before a well-known provider.
  private static func withAt(_ text: String) -> Guess? {
    let lower = text.lowercased()
    guard text.utf8.count == lower.utf8.count else { return nil }
    for domain in Providers.commonDomains where lower.hasSuffix(domain) {
      var local = text.utf8.dropLast(domain.utf8.count)
      if let last = local.last, "#$%&!2.,;:-_/*'\"".utf8.contains(last) { local = local.dropLast() }
      guard local.count > 1 else { return nil }
      return Guess(text: "\(Substring(local))@\(domain)", couldExist: false, confidence: .likely)
    }
    return nil
  }
}
