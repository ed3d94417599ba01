import Mail

extension AddressRule {
  /// Every rule, in the order of asking; the first that fires decides.
  package static let all = [onlyInside, mixedScripts] + ofDomains.dropFirst() + ofNames

  /// Those that look at nothing but the domain, and suggest another.
  static let ofDomains: [AddressRule] = [
    .onlyInside, .likeProvider, .numericTopLevel, .oneLabel, .unknownTopLevel, .oddLabel,
    .nearProvider, .webHost,
  ]

  /// Those that look at the mailbox name.
  static let ofNames: [AddressRule] = [
    .addressPrefix, .labelPrefix, .symbol, .encodedSpace, .leadingSign,
  ]

  /// RFC 6761 `invalid` and `localhost`, RFC 6762 `local`, RFC 7686 `onion`, `arpa`, `internal`.
  static let onlyInside = AddressRule(
    code: "special-use", title: "A domain that no mail on the internet reaches",
    fires: "suk@mail.local", passes: "suk@kgpn.example"
  ) { candidate in
    guard SpecialUse.inside.contains(candidate.topLevel) else { return nil }
    return Finding(
      kind: .bad, reason: "“.\(candidate.topLevel)” is never reached by mail from the internet")
  }

  static let numericTopLevel = AddressRule(
    code: "domain-number", title: "A number in place of a domain",
    fires: "suk@192.0.2.7", passes: "suk@163.com"
  ) { candidate in
    guard candidate.topLevel.utf8.allSatisfy({ $0 < 0x3A }), !candidate.topLevel.isEmpty else {
      return nil
    }
    return Finding(kind: .bad, reason: "the domain ends in a number; no domain does")
  }

  static let oneLabel = AddressRule(
    code: "single-label", title: "A domain without a dot",
    fires: "suk@gpn", passes: "suk@gpn.example"
  ) { candidate in
    guard candidate.labels.count < 2 else { return nil }
    let meant = DomainTypos.forOneLabel(candidate.topLevel)
    return Finding(
      kind: meant == nil ? .bad : .suspect, reason: "the domain has no dot",
      suggestion: meant.map(candidate.at), confidence: .likely)
  }

  static let unknownTopLevel = AddressRule(
    code: "unknown-tld", title: "A top-level domain that does not exist",
    fires: "suk@kgpn.con", passes: "suk@kgpn.museum"
  ) { candidate in
    let top = candidate.topLevel
    guard !TopLevelDomains.contains(top), !SpecialUse.reserved.contains(top) else { return nil }
    let meant = DomainTypos.forUnknownTopLevel(candidate.labels)
    return Finding(
      kind: meant == nil ? .bad : .suspect,
      reason: "no top-level domain “.\(top)” is known (list of \(TopLevelDomains.date))",
      suggestion: meant.map(candidate.at), confidence: .likely)
  }

  static let nearProvider = AddressRule(
    code: "provider-typo", title: "Nearly the name of a well-known mail provider",
    fires: "suk@gmial.com", passes: "suk@ymail.com"
  ) { candidate in
    guard let meant = DomainTypos.nearProvider(candidate.labels) else { return nil }
    return Finding(
      kind: .suspect,
      reason: "“\(candidate.address.domain)” looks like a typing error of \(meant)",
      suggestion: candidate.at(meant), confidence: .likely)
  }

  static let addressPrefix = AddressRule(
    code: "web-prefix", title: "“www.” before a mailbox",
    fires: "www.suk@kgpn.example", passes: "webmaster@kgpn.example"
  ) { candidate in
    let local = candidate.address.localPart
    guard local.lowercased().hasPrefix("www."), local.utf8.count > 4 else { return nil }
    return Finding(
      kind: .suspect, reason: "“www.” belongs to web pages, not before a mailbox",
      suggestion: "\(local.dropFirst(4))@\(candidate.address.domain)")
  }

  static let webHost = AddressRule(
    code: "web-host", title: "“www.” before a mail domain",
    fires: "suk@www.kgpn.example", passes: "suk@www.example"
  ) { candidate in
    guard candidate.labels.count > 2, candidate.labels.first == "www" else { return nil }
    return Finding(
      kind: .suspect, reason: "“www.” belongs to web pages, not before a mail domain",
      suggestion: candidate.at(candidate.address.domain.unicode.dropFirst(4)))
  }

  static let labelPrefix = AddressRule(
    code: "label-prefix", title: "A label such as “email=” before a mailbox",
    fires: "email=suk@kgpn.example", passes: "suk=email@kgpn.example"
  ) { candidate in
    let local = candidate.address.localPart
    let signs = local.indices.filter {
      local[$0] == "=" || local[$0...].prefix(3).lowercased() == "%3a"
    }
    guard let sign = signs.first, RepairStep.isHeading(local[..<sign]) else { return nil }
    let rest = local[sign...].dropFirst(local[sign] == "=" ? 1 : 3)
    guard !rest.isEmpty else { return nil }
    return Finding(
      kind: .suspect, reason: "“\(local[..<sign])” looks like a label, not a part of the mailbox",
      suggestion: "\(rest)@\(candidate.address.domain)", confidence: .likely)
  }

  /// RFC 8264 keeps symbols out of identifiers, and nobody gives out mailboxes with them.
  static let symbol = AddressRule(
    code: "symbol", title: "An arrow or another symbol in a mailbox",
    fires: "메일→suk@kgpn.example", passes: "메일@kgpn.example"
  ) { candidate in
    guard candidate.address.isInternational else { return nil }
    let local = candidate.address.localPart.unicodeScalars
    let isSymbol: (Unicode.Scalar) -> Bool = {
      $0.value >= 0x2100
        && [.mathSymbol, .otherSymbol].contains($0.properties.generalCategory)
    }
    guard let sign = local.last(where: isSymbol) else { return nil }
    let rest = local.suffix(from: local.lastIndex(of: sign) ?? local.startIndex).dropFirst()
    return Finding(
      kind: .suspect, reason: "“\(sign)” is no sign of a mailbox",
      suggestion: rest.isEmpty ? nil : "\(Substring(rest))@\(candidate.address.domain)")
  }

  static let encodedSpace = AddressRule(
    code: "encoded-space", title: "“%20” before a mailbox",
    fires: "%20suk@kgpn.example", passes: "20suk@kgpn.example"
  ) { candidate in
    let local = candidate.address.localPart
    guard local.hasPrefix("%20"), local.utf8.count > 3 else { return nil }
    return Finding(
      kind: .suspect, reason: "“%20” is how links write a space",
      suggestion: "\(local.dropFirst(3))@\(candidate.address.domain)", confidence: .likely)
  }

  static let leadingSign = AddressRule(
    code: "leading-sign", title: "A quotation mark, slash or star before a mailbox",
    fires: "'suk@kgpn.example", passes: "o'suk@kgpn.example"
  ) { candidate in
    let rest = candidate.address.localPart.drop { "'`/*=|#".contains($0) }
    guard rest.utf8.count < candidate.address.localPart.utf8.count, let next = rest.first,
      next.isLetter || next.isNumber
    else { return nil }
    return Finding(
      kind: .suspect,
      reason: "the mailbox begins with a sign that belongs to what stands around it",
      suggestion: "\(rest)@\(candidate.address.domain)", confidence: .likely)
  }
}
