/// What is wrong with a script, and where.
package struct CatcherScriptError: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// Such as `rules[2].times`; empty when it is about the whole.
  package let place: String
  package let problem: String

  package var description: String {
    place.isEmpty ? "\(file): \(problem)" : "\(file): \(place): \(problem)"
  }

  init(file: String, place: String, problem: String) {
    self.file = file
    self.place = place
    self.problem = problem
  }

  init(_ error: DecodingError, file: String) {
    switch error {
    case .dataCorrupted(let context):
      let cause = context.underlyingError.map { " (\($0))" } ?? ""
      let text = context.codingPath.isEmpty ? context.debugDescription + cause : nil
      self.init(
        file: file, place: Self.place(context), problem: text ?? context.debugDescription)
    case .keyNotFound(let key, let context):
      self.init(
        file: file, place: Self.place(context), problem: "\"\(key.stringValue)\" is missing")
    case .valueNotFound(_, let context):
      self.init(file: file, place: Self.place(context), problem: "it is null")
    case .typeMismatch(let type, let context):
      self.init(
        file: file, place: Self.place(context),
        problem: "it should be \(Self.name(of: type)): \(context.debugDescription)")
    @unknown default:
      self.init(file: file, place: "", problem: String(describing: error))
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    var text = ""
    for key in context.codingPath {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type, is Double.Type: "a number"
    case is Bool.Type: "true or false"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}
