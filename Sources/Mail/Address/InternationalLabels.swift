import CIDN2

/// The one place that calls libidn2 (IDNA 2008, non-transitional, as browsers and mail clients do).
enum InternationalLabels {
  /// Gives the A-label form of a domain with non-ASCII letters, lower case.
  ///
  /// Fails with libidn2's reason where a label breaks IDNA 2008 (`idn2_lookup_u8`).
  static func toASCII(_ domain: String) throws(AddressError) -> String {
    var output: UnsafeMutablePointer<UInt8>?
    let flags = CInt(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    let code = domain.withCString { pointer in
      pointer.withMemoryRebound(to: UInt8.self, capacity: domain.utf8.count + 1) {
        idn2_lookup_u8($0, &output, flags)
      }
    }
    defer { idn2_free(output) }
    guard code == IDN2_OK.rawValue, let output else {
      throw refusal(of: domain, because: String(cString: idn2_strerror(code)))
    }
    return String(cString: output)
  }

  /// Gives the readable form of a domain in A-labels, or nil where a label is not valid Punycode.
  static func toUnicode(_ domain: String) -> String? {
    var output: UnsafeMutablePointer<CChar>?
    let code = idn2_to_unicode_8z8z(domain, &output, 0)
    defer { idn2_free(output) }
    guard code == IDN2_OK.rawValue, let output else { return nil }
    return String(cString: output)
  }

  /// Names the character that no domain has, where there is one; libidn2's reason otherwise.
  private static func refusal(of domain: String, because reason: String) -> AddressError {
    for scalar in domain.unicodeScalars where scalar.value >= 0x80 {
      guard let unfit = UnfitCharacter(scalar) else { continue }
      return AddressError(
        .internationalDomain, "the domain holds \(unfit.phrase) (\(name(of: scalar)))")
    }
    return AddressError(
      .internationalDomain, "the domain “\(domain)” is not a valid international name: \(reason)")
  }
}
