import Mail

/// Turns left and right about, for letters in scripts that are written from right to left.
///
/// Mail programs know no logical properties such as `padding-inline-start`; themes are written for
/// left to right, and mirrored when a letter is composed.
enum StyleMirror {
  static func mirror(_ declaration: Declaration) -> Declaration {
    Declaration(
      name: name(declaration.name), value: value(declaration.value, of: declaration.name),
      isImportant: declaration.isImportant)
  }

  /// `padding-left` is `padding-right`; `border-top-left-radius` is `border-top-right-radius`.
  static func name(_ name: String) -> String {
    guard !name.hasPrefix("--"), name.contains("left") || name.contains("right") else {
      return name
    }
    return name.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part == "left" ? "right" : part == "right" ? "left" : part
    }.joined(separator: "-")
  }

  static func value(_ value: String, of property: String) -> String {
    switch property {
    case "text-align", "text-align-last", "float", "clear", "transform-origin", "background",
      "background-position", "object-position":
      return swapped(value)
    case "margin", "padding", "border-width", "border-style", "border-color", "inset",
      "scroll-margin", "scroll-padding", "mso-padding-alt", "mso-margin-alt":
      return sides(value)
    case "border-radius": return corners(value)
    default: return value
    }
  }

  /// The words left and right changed, where they stand as words of their own.
  private static func swapped(_ value: String) -> String {
    StyleWords.split(value).map { word in
      switch word.lowercased() {
      case "left": "right"
      case "right": "left"
      default: word
      }
    }.joined()
  }

  /// Top, right, bottom, left: the second and the fourth change places.
  private static func sides(_ value: String) -> String {
    var words = StyleWords.split(value)
    let places = words.indices.filter { !StyleWords.isBlank(words[$0]) }
    guard places.count == 4 else { return value }
    words.swapAt(places[1], places[3])
    return words.joined()
  }

  /// From the top left one clockwise; what stands after a slash likewise.
  private static func corners(_ value: String) -> String {
    value.split(separator: "/", omittingEmptySubsequences: false).map { part in
      var words = StyleWords.split(String(part))
      let places = words.indices.filter { !StyleWords.isBlank(words[$0]) }
      switch places.count {
      case 4:
        words.swapAt(places[0], places[1])
        words.swapAt(places[2], places[3])
      case 3:
        // a b c means a b c b; mirrored it is b a b c.
        let corners = places.map { words[$0] }
        return "\(corners[1]) \(corners[0]) \(corners[1]) \(corners[2])"
      case 2: words.swapAt(places[0], places[1])
      default: break
      }
      return words.joined()
    }.joined(separator: "/")
  }
}
