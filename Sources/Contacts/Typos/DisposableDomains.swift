package import Mail

/// The bundled list of domains that give out mailboxes for an hour, with its date.
///
/// That a domain is on it is a judgement besides: the address stays as good as it is.
package enum DisposableDomains {
  /// Where the list comes from.
  package static var source: String { DisposableDomainData.source }
  /// The day of the list.
  package static var date: String { DisposableDomainData.date }

  /// Whether the domain, or one that it lies under, is on the list.
  package static func contains(_ domain: Domain) -> Bool {
    var name = domain.ascii.utf8[...]
    while let dot = name.firstIndex(of: UInt8(ascii: ".")) {
      if isListed(name) { return true }
      name = name[name.index(after: dot)...]
    }
    return false
  }

  /// Looks a name up where it lies in the program, without reading the list in.
  private static func isListed(_ name: Substring.UTF8View) -> Bool {
    DisposableDomainData.names.withUTF8Buffer { list in
      let space = UInt8(ascii: " ")
      var low = 0
      var high = list.count
      while low < high {
        var start = low + (high - low) / 2
        while start > low, list[start - 1] != space { start -= 1 }
        let word = list[start..<high].prefix { $0 != space }
        if word.elementsEqual(name) { return true }
        if word.lexicographicallyPrecedes(name) {
          low = min(high, word.endIndex + 1)
        } else {
          high = max(low, start - 1)
        }
      }
      return false
    }
  }
}
