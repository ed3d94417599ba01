import Mail

/// Rules about addresses in other letters than ASCII (UTS 39).
extension AddressRule {
  /// A Cyrillic а in a Latin name is a slip of the keyboard layout, or meant to deceive.
  static let mixedScripts = AddressRule(
    code: "mixed-scripts", title: "Letters of scripts that don't go together",
    fires: "suk@kg\u{440}n.example", passes: "田中taro@ドメイン名例.example"
  ) { candidate in
    guard let words = candidate.internationalWords,
      let mixed = words.first(where: { !Scripts(of: $0).belongTogether })
    else { return nil }
    let plain =
      "\(LookAlikes.plain(candidate.address.localPart))@"
      + LookAlikes.plain(candidate.address.domain.unicode)
    let isPlain = plain.utf8.allSatisfy { $0 < 0x80 }
    return Finding(
      kind: .suspect, reason: "“\(mixed)” holds letters of different scripts that look alike",
      suggestion: isPlain ? plain.lowercasedDomain : nil, confidence: .likely)
  }

  /// `gmaıl.com`, or `уаһоо.com` all in Cyrillic: no letter is mixed in, but everybody reads a
  /// provider's name.
  static let likeProvider = AddressRule(
    code: "look-alike", title: "Looks like a well-known mail provider, in other letters",
    fires: "suk@gma\u{131}l.com", passes: "suk@ı\u{15F}ık.example"
  ) { candidate in
    let domain = candidate.address.domain
    // Nobody takes Han or Hangul for a Latin letter.
    guard domain.unicode.utf8.contains(where: { $0 >= 0x80 }),
      !domain.unicode.unicodeScalars.contains(where: Scripts.isEastAsian)
    else { return nil }
    let seen = LookAlikes.glance(domain.unicode).lowercased()
    guard Providers.isDomain(seen) else { return nil }
    return Finding(
      kind: .suspect, reason: "“\(domain.unicode)” looks like \(seen), but is another domain",
      suggestion: candidate.at(seen), confidence: .likely)
  }

  /// An A-label that no name is written as (IDNA 2008).
  ///
  /// Emoji are none either, but some such domains exist.
  static let oddLabel = AddressRule(
    code: "odd-label", title: "An international label that stands for no name",
    fires: "suk@xn--example.com", passes: "suk@xn--fsq.com"
  ) { candidate in
    let domain = candidate.address.domain
    guard domain.unicode.utf8.contains(UInt8(ascii: "-")),
      let odd = domain.unicode.split(separator: ".").first(where: { $0.hasPrefix("xn--") }),
      !domain.decoded.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .otherSymbol
      })
    else { return nil }
    return Finding(
      kind: .suspect, reason: "“\(odd)” stands for no name that IDNA 2008 allows")
  }
}

extension Candidate {
  /// The mailbox name and the domain's labels as people read them; nil where all of it is ASCII.
  fileprivate var internationalWords: [Substring]? {
    let domain = address.domain.unicode
    guard address.isInternational || domain.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    return [address.localPart[...]] + domain.split(separator: ".")
  }
}

extension String {
  fileprivate var lowercasedDomain: String {
    guard let at = lastIndex(of: "@") else { return self }
    return self[..<at] + self[at...].lowercased()
  }
}
