/// The bundled list of top-level domains, with its date.
package enum TopLevelDomains {
  /// Where the list comes from.
  package static var source: String { TopLevelDomainData.source }
  /// The day of the list; domains delegated later are not on it.
  package static var date: String { TopLevelDomainData.date }

  private static let names = Set(all)

  /// Every name of the list, in A-labels.
  static var all: [Substring] { TopLevelDomainData.names.split(separator: " ") }

  /// Whether the A-label, lower case, is on the list.
  package static func contains(_ label: some StringProtocol) -> Bool {
    names.contains(Substring(label))
  }
}
