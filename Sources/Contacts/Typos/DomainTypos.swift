/// What domain was probably meant, where one looks mistyped.
enum DomainTypos {
  /// For a domain without a dot: `gmail`, `gmailcom`, `kgpncom`.
  static func forOneLabel(_ label: Substring) -> String? {
    if let endings = Providers.endingsByName[label], let first = endings.first {
      return "\(label).\(first)"
    }
    if let domain = Providers.domainsWithoutDots[String(label)] { return domain }
    let near = Providers.domainsWithoutDots.filter { written, _ in
      written.utf8.first == label.utf8.first
        && TypingDistance.between(label, written) <= TypingDistance.oneSlip
    }
    if let domain = near.values.min() { return domain }
    for ending in endingsWithoutDots where label.hasSuffix(ending.written) {
      let name = label.dropLast(ending.written.utf8.count)
      if name.utf8.count >= 3, name.utf8.last != UInt8(ascii: "-") {
        return "\(name).\(ending.meant)"
      }
    }
    return nil
  }

  /// What a name without any dot may end in, longest first.
  private static let endingsWithoutDots: [(written: String, meant: String)] = {
    let countries = ["jp", "kr", "uk", "th", "id", "tw", "cn", "hk", "sg", "my", "ph", "vn", "in"]
    let longer = ["co", "or", "ac", "go", "com", "org", "edu", "gov"].flatMap { second in
      countries.map { (written: second + $0, meant: "\(second).\($0)") }
    }
    let short = ["com", "net", "org", "edu"].map { (written: $0, meant: $0) }
    return longer.sorted { $0.written.count > $1.written.count } + short
  }()

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
    // “yahoo.co.jp.jp”: the last label was struck twice.
    if (3...4).contains(labels.count), labels.suffix(2).first == labels.last {
      let meant = labels.dropLast().joined(separator: ".")
      if Providers.isDomain(meant) { return meant }
    }
    guard labels.count == 2 || labels.count == 3, let name = labels.first else { return nil }
    let ending = labels.dropFirst().joined(separator: ".")
    if labels.count == 2, let meant = Providers.domainsWithoutDots["\(name).\(ending)"] {
      return meant
    }
    return provider(name, ending: Substring(ending))
  }

  private static func provider(_ name: Substring, ending: some StringProtocol) -> String? {
    let ending = Substring(ending)
    if let endings = Providers.endingsByName[name] {
      guard !endings.contains(ending), let meant = near(ending, of: endings) else { return nil }
      return "\(name).\(meant)"
    }
    guard name.utf8.count >= 3, !Providers.lookalikes.contains(name),
      !Providers.lookalikes.contains("\(name).\(ending)")
    else { return nil }
    var best: (cost: Double, domain: String)?
    let letters = LetterSet(name, slips: 1)
    for family in Providers.families where family.letters.mayBeMeant(by: letters) {
      let cost = slip(name, for: family)
      guard cost <= family.bearable, cost < best?.cost ?? .infinity else { continue }
      let meant = family.endings.contains(ending) ? ending : near(ending, of: family.endings)
      guard let meant else { continue }
      best = (cost, "\(family.name).\(meant)")
    }
    return best?.domain
  }

  /// The cost of a misspelt name; infinite where another word is likelier.
  private static func slip(_ typed: Substring, for family: Providers.Family) -> Double {
    let name = family.name
    guard family.bearable > 0, startsAlike(typed, family) else { return .infinity }
    let cost = TypingDistance.between(typed, name)
    // Long names of the largest leave room for two slips without becoming another word.
    let isRoomy = family.isLarge && name.utf8.count >= 7 && typed.utf8.first == name.utf8.first
    return isRoomy && cost <= 1.5 ? min(cost, 1) : cost
  }

  /// Nobody mistakes the first letter for a distant one: it is right, swapped with the second, or
  /// struck together with its neighbour; left out or struck beside only where the name is long.
  private static func startsAlike(_ typed: Substring, _ family: Providers.Family) -> Bool {
    let a = Array(typed.utf8.prefix(2))
    let b = Array(family.name.utf8.prefix(2))
    guard a.count > 1, b.count > 1 else { return false }
    let length = family.name.utf8.count
    let more = typed.utf8.count - length
    if a[0] == b[0] || more == 0 && a[0] == b[1] && a[1] == b[0] { return true }
    if more < 0 { return a[0] == b[1] && (family.isLarge || length >= 7) }
    guard Keyboard.areNeighbours(a[0], b[0]) else { return false }
    return more > 0 ? a[1] == b[0] && length >= 5 : family.isLarge || length >= 9
  }

  /// Endings that only a slip puts behind a provider's name, although they are delegated.
  private static let slipsOfCom: Set<Substring> = ["co", "cm", "om", "cim", "com.com", "c.om"]
  private static let slipsOfNet: Set<Substring> = ["ne", "et"]

  private static func near(_ ending: Substring, of endings: [Substring]) -> Substring? {
    if slipsOfCom.contains(ending) { return endings.contains("com") ? "com" : nil }
    if slipsOfNet.contains(ending) { return endings.contains("net") ? "net" : nil }
    guard let top = ending.split(separator: ".").last else { return nil }
    if !TopLevelDomains.contains(top) { return closest(to: ending, of: endings) }
    // “cp.jp”, “o.uk”: the country is right, what stands before it is not.
    guard ending.contains(".") else { return nil }
    return closest(
      to: ending, of: endings.filter { $0.hasSuffix(".\(top)") }, within: TypingDistance.oneSlip)
  }

  private static func closest(
    to typed: Substring, of words: [Substring], within most: Double = 1.5
  ) -> Substring? {
    var best: (cost: Double, word: Substring)?
    for word in words {
      let limit = word.utf8.count > 2 ? most : TypingDistance.oneSlip
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
