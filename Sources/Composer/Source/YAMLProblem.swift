import Yams

/// Turns the YAML parser's errors into problems with a line of our file.
enum YAMLProblem {
  static func problem(_ error: any Error, file: String, lineOffset: Int) -> SourceProblem {
    guard let error = error as? YamlError else {
      return SourceProblem(file: file, line: 1, "the YAML can't be read: \(error)")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return SourceProblem(
        file: file, line: mark.line + lineOffset,
        "this is not YAML (\(problem)); a text with \": \" or \"#\" in it needs quotes around it")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: ", ")
      return SourceProblem(
        file: file, line: context.mark.line + lineOffset, key: names, "the key is given twice")
    default:
      return SourceProblem(file: file, line: 1 + lineOffset, "the YAML can't be read")
    }
  }
}
