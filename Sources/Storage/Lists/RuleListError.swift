/// Why a rule can't fill its list, with what to do.
package enum RuleListError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A spreadsheet has the list's name already.
  case isAFile(list: String, source: String, rule: String)
  /// The rule names a list that nobody imported.
  case unknownList(name: String, rule: String)
  /// The rule names a list that is a rule itself.
  case buildsOnRule(name: String, rule: String)

  package var description: String {
    switch self {
    case .isAFile(let list, let source, let rule):
      "\(rule): the list “\(list)” is filled from \(source) already. Give the rule another name."
    case .unknownList(let name, let rule):
      "\(rule): there is no list “\(name)”. Import it first, or correct the name."
    case .buildsOnRule(let name, let rule):
      "\(rule): “\(name)” is a rule itself; a rule can only build on lists that are files."
    }
  }
}
