/// Why a file of the worksheet's words can't be used.
package enum PhraseError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(file: String, key: String)
  case unknown(file: String, key: String)
  /// A name in braces that nothing is filled in for.
  case unknownName(file: String, key: String, name: String, known: [String])
  case openBrace(file: String, key: String)

  package var description: String {
    switch self {
    case .missing(let file, let key):
      return "\(file): the phrase “\(key)” is missing; en.yml beside it has all of them"
    case .unknown(let file, let key):
      return "\(file): no phrase is called “\(key)”; en.yml beside it has all of them"
    case .unknownName(let file, let key, let name, let known):
      let names = known.map { "{\($0)}" }.joined(separator: ", ")
      let may = known.isEmpty ? "nothing can be filled in there" : "it may have \(names)"
      return "\(file): the phrase “\(key)” has {\(name)}; \(may)"
    case .openBrace(let file, let key):
      return "\(file): the phrase “\(key)” has a brace that is not opened or not closed"
    }
  }
}
