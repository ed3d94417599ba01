/// What domain was probably meant, where one looks mistyped.
enum DomainTypos {
  /// For a domain without a dot: `gmail`, `gmailcom`, `kgpncom`.
  static func forOneLabel(_ label: Substring) -> String? {
    if let endings = Providers.endingsByName[label], let first = endings.first {
      return "\(label).\(first)"
    }
    for family in Providers.families {
      for ending in family.endings
      where label.utf8.count == family.name.utf8.count + ending.utf8.count {
        if label.hasPrefix(family.name), label.hasSuffix(ending) {
          return "\(family.name).\(ending)"
        }
      }
    }
    return nil
  }

  /// For a last label that is no top-level domain: `kgpn.con`, `gmail.comm`, `kgpn.cojp`.
  static func forUnknownTopLevel(_ labels: [Substring]) -> String? {
    guard let top = labels.last else { return nil }
    let before = labels.dropLast()
    if labels.count == 2, let name = before.first, let meant = provider(name, ending: top) {
      return meant
    }
    if labels.count == 3, let name = before.first,
      let meant = provider(name, ending: "\(labels[1]).\(top)")
    {
      return meant
    }
    guard let meant = topLevel(top) else { return nil }
    let fixed = before.map(Substring.init) + meant.split(separator: ".")
    return nearProvider(fixed) ?? fixed.joined(separator: ".")
  }

  /// For a whole domain one slip away from a provider's, or a provider's name with a slip in the
  /// ending; nil for everything else, above all for real domains that look alike.
  static func nearProvider(_ labels: [Substring]) -> String? {
    guard labels.count == 2 || labels.count == 3, let name = labels.first else { return nil }
    let ending = labels.dropFirst().joined(separator: ".")
    return provider(name, ending: Substring(ending))
  }

  private static func provider(_ name: Substring, ending: some StringProtocol) -> String? {
    let ending = Substring(ending)
    if let endings = Providers.endingsByName[name] {
      guard !endings.contains(ending), let meant = near(ending, of: endings) else { return nil }
      return "\(name).\(meant)"
    }
    guard name.utf8.count >= 3, !Providers.lookalikes.contains(name) else { return nil }
    var best: (cost: Double, domain: String)?
    let letters = LetterSet(name)
    for family in Providers.families where family.letters.mayBeMeant(by: letters) {
      let cost = slip(name, for: family.name)
      guard cost <= TypingDistance.oneSlip, cost < best?.cost ?? .infinity else { continue }
      let meant = family.endings.contains(ending) ? ending : near(ending, of: family.endings)
      guard let meant else { continue }
      best = (cost, "\(family.name).\(meant)")
    }
    return best?.domain
  }

  /// The cost of a misspelt name; infinite where another word is likelier: nobody mistakes the
  /// first letter of a short name.
  private static func slip(_ typed: Substring, for name: Substring) -> Double {
    let lengths = abs(typed.utf8.count - name.utf8.count)
    guard lengths <= 2 else { return .infinity }
    let sameStart = typed.utf8.first == name.utf8.first
    if !sameStart, name.utf8.count < 6, !startsSwapped(typed, name) { return .infinity }
    let cost = TypingDistance.between(typed, name)
    // Long names leave room for two slips without becoming another word.
    return name.utf8.count >= 7 && sameStart && cost <= 1.5 ? min(cost, 1) : cost
  }

  private static func startsSwapped(_ typed: Substring, _ name: Substring) -> Bool {
    let a = typed.utf8.prefix(2)
    let b = name.utf8.prefix(2)
    return a.count == 2 && b.count == 2 && a.first == b.last && a.last == b.first
      || typed.utf8.dropFirst().elementsEqual(name.utf8) && typed.utf8.first == name.utf8.first
  }

  /// Endings that only a slip puts behind a provider's name, although they are delegated.
  private static let slipsOfCom: Set<Substring> = ["co", "cm", "om", "cim", "com.com", "c.om"]

  private static func near(_ ending: Substring, of endings: [Substring]) -> Substring? {
    if slipsOfCom.contains(ending) { return endings.contains("com") ? "com" : nil }
    if ending == "ne", endings.contains("net") { return "net" }
    guard let top = ending.split(separator: ".").last, !TopLevelDomains.contains(top) else {
      return nil
    }
    return closest(to: ending, of: endings)
  }

  private static func closest(to typed: Substring, of words: [Substring]) -> Substring? {
    var best: (cost: Double, word: Substring)?
    for word in words {
      let limit = word.utf8.count > 2 ? 1.5 : TypingDistance.oneSlip
      let cost = TypingDistance.between(typed, word)
      guard cost <= limit, cost < best?.cost ?? .infinity else { continue }
      best = (cost, word)
    }
    return best?.word
  }

  /// Top levels that people of the networks meet, likeliest first.
  private static let commonTopLevels: [Substring] = [
    "com", "net", "org", "jp", "kr", "cn", "hk", "tw", "ph", "th", "my", "sg", "vn", "id", "in",
    "edu", "gov", "info", "biz", "asia", "int", "de", "fr", "uk", "us", "au", "ca", "it", "es",
    "nl", "ch", "at", "eu", "io", "dev", "museum", "online", "example", "test",
  ]

  private static let secondLevels: Set<Substring> = [
    "co", "com", "org", "net", "ac", "or", "go", "ne", "re", "edu", "gov", "gob", "lg", "mil",
  ]

  private static func topLevel(_ typed: Substring) -> String? {
    if let common = closest(to: typed, of: commonTopLevels) { return String(common) }
    // “cojp”, “orgtw”: the dot was left out.
    if typed.utf8.count > 3 {
      let country = typed.suffix(2)
      if TopLevelDomains.contains(country), secondLevels.contains(typed.dropLast(2)) {
        return "\(typed.dropLast(2)).\(country)"
      }
    }
    return nil
  }
}
