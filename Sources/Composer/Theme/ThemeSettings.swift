import Mail
import Yams

/// What `theme.yml` says: a title, and the theme that this one changes.
struct ThemeSettings: Hashable, Sendable {
  var title: String?
  /// The folder, beside this one, that everything comes from which this theme does not have.
  var base: String?
  var baseLine = 1
  /// Whether the base's style sheet is left out, instead of coming before the own one.
  var hasOwnStyles = false
  var problems: [SourceProblem] = []

  static let fileName = "theme.yml"

  init() {}

  /// Reads the file; what is wrong in it is in `problems`.
  init(parsing text: String, file: String) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      problems.append(YAMLProblem.problem(error, file: file, lineOffset: 0))
      return
    }
    // A file of comments alone says nothing, and that is allowed.
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else {
      problems.append(
        SourceProblem(file: file, line: 1, "expected lines such as \"based_on: igpn\""))
      return
    }
    for (key, value) in mapping {
      read(key.scalar?.string ?? "", value, file: file, line: (key.mark ?? value.mark)?.line ?? 1)
    }
  }

  private mutating func read(_ key: String, _ value: Node, file: String, line: Int) {
    guard ["title", "based_on", "styles"].contains(key) else {
      let known = "title, based_on and styles"
      problems.append(
        SourceProblem(
          file: file, line: line, key: key, "theme.yml knows \(known) only", level: .warning))
      return
    }
    guard let text = value.scalar?.string.trimmed(), !text.isEmpty else {
      problems.append(SourceProblem(file: file, line: line, key: key, "expected one word or line"))
      return
    }
    switch key {
    case "title": title = CleanText.clean(text)
    case "based_on":
      guard Self.isName(text) else {
        problems.append(
          SourceProblem(
            file: file, line: line, key: key,
            "\"\(text.prefix(60))\" is no theme's name; expected the name of a folder, such as igpn"
          ))
        return
      }
      base = text
      baseLine = line
    default:
      guard text == "own" || text == "added" else {
        problems.append(
          SourceProblem(
            file: file, line: line, key: key,
            "expected added (style.css comes after the base's) or own (it stands alone)"))
        return
      }
      hasOwnStyles = text == "own"
    }
  }

  /// Letters, digits, `-` and `_`: a folder beside the others, and never a path.
  static func isName(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          ? $0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_".unicodeScalars.contains($0)
          : $0.properties.isAlphabetic
      }
  }
}
