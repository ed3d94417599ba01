import Foundation

/// Writes a text as a value of YAML that reads as the same text, quoted only where it must be.
enum YAMLText {
  private static let spoken: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n",
  ]

  static func value(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Plain where it begins with a letter and has nothing that YAML reads as its own.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.last != " ",
      !spoken.contains(text.lowercased())
    else { return false }
    return text.allSatisfy { character in
      character.isLetter || character.isNumber || " ,.-'’()!?;/&%、。，！？「」".contains(character)
    }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
