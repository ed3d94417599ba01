import Mail

/// What a selector sees of an element.
struct StyledElement: Hashable, Sendable {
  let type: String
  let id: String?
  let classes: [String]
  /// The language that holds here, inherited from above.
  let language: String
  /// `ltr` or `rtl`, inherited as well.
  let direction: String
}

extension StyledElement {
  /// An element of a tag, within another one or, outermost, in a letter of this language.
  init(
    _ type: String, _ attributes: [HTMLToken.Attribute], above: StyledElement?, language: Language
  ) {
    var id: String?
    var classes: [String] = []
    var ownLanguage: String?
    var direction: String?
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      switch attribute.name {
      case "id": id = id ?? value
      case "class":
        if classes.isEmpty {
          classes = value.split(whereSeparator: \.isWhitespace).map(String.init)
        }
      case "lang": ownLanguage = value
      case "dir":
        let word = value.lowercased()
        if word == "ltr" || word == "rtl" { direction = word }
      default: break
      }
    }
    self.init(
      type: type, id: id, classes: classes,
      language: ownLanguage ?? above?.language ?? language.tag,
      direction: direction ?? above?.direction ?? language.direction)
  }
}
