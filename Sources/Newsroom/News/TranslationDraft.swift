import Composer
import Mail

/// The text of a translation's file: what is to be translated, marked as still to be done.
struct TranslationDraft {
  let original: FrontMatter
  /// The original's file name, without its folder.
  let name: String
  let language: Language

  var text: String {
    let placeholder = ItemDraft.placeholder
    var lines = [
      "---", "# \(name) in \(language). Translate what \(placeholder) stands before, and the text.",
      "# Date, section, picture and all else come from the original.",
    ]
    for key in ["title", "summary", "alt"] {
      guard let value = original.entries[key]?.value, !value.isEmpty else { continue }
      lines.append("\(key): \(YAMLText.quoted("\(placeholder): \(value)"))")
    }
    if let place = original.entries["place"]?.value, !place.isEmpty {
      lines.append("# place: \(YAMLText.value(place))")
    }
    var body = original.body
    while body.first?.isNewline == true { body.removeFirst() }
    lines += ["---", "", "\(placeholder): translate the text below.", ""]
    return lines.joined(separator: "\n") + "\n" + body + (body.hasSuffix("\n") ? "" : "\n")
  }
}
