/// Cuts a cell with several addresses into pieces with one each, names kept beside their address.
struct CellPieces {
  private(set) var pieces: [String] = []
  private var current = String.UnicodeScalarView()
  private var hasAt = false
  /// Whether anything but blanks stands behind the @: “suk @ kgpn.example” is one address.
  private var hasDomain = false
  /// Words since the last separator that have no address yet; they belong to the next one.
  private var waiting = String.UnicodeScalarView()

  init(_ cell: some StringProtocol) {
    var depth = 0
    var quoted = false
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"", "„", "“", "”": quoted.toggle()
      case "<", "＜", "〈": depth = 1
      case ">", "＞", "〉": depth = 0
      default: break
      }
      let isHard =
        depth == 0 && !quoted && Self.hard.contains(scalar)
        || scalar == "・" && depth == 0 && hasAt && Self.isComplete(String(current))
      if isHard {
        endPiece(separator: scalar)
        continue
      }
      let isSoft = scalar == "/" || scalar.properties.isWhitespace
      let closes = scalar == ">" || scalar == "＞" || scalar == "〉"
      if isSoft, depth == 0, !quoted, hasAt, hasDomain { endAddress() }
      current.append(scalar)
      if hasAt, !scalar.properties.isWhitespace { hasDomain = true }
      if scalar == "@" || scalar == "＠" || scalar == "﹫" || Self.endsInAtWord(current) {
        hasAt = true
        hasDomain = false
      }
      if closes, hasAt { endAddress() }
    }
    endPiece(separator: nil)
    if let last = pieces.last, !waiting.isEmpty {
      // What follows the last address is a remark on it.
      pieces[pieces.count - 1] = last + " " + String(waiting)
    }
    pieces = pieces.map { $0.drop(while: { "/ ".contains($0) }).description }
  }

  /// “(at)”, “[at]” and the like, as web pages write it.
  static func endsInAtWord(_ text: String.UnicodeScalarView) -> Bool {
    guard let last = text.last, closing.contains(last) else { return false }
    let word = text.suffix(4)
    guard word.count == 4, let first = word.first, opening.contains(first) else { return false }
    return String(word.dropFirst().dropLast()).lowercased() == "at"
  }

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "（", "［"]
  private static let closing: Set<Unicode.Scalar> = [")", "]", "}", "）", "］"]

  private static let hard: Set<Unicode.Scalar> = [
    ",", ";", "|", "\n", "\r", "、", "，", "；", "｜", "،", "\u{2028}", "\u{2029}",
  ]

  private mutating func endAddress() {
    waiting.append(contentsOf: current)
    pieces.append(pieces.isEmpty ? String(waiting) : Self.withoutJoiner(waiting))
    waiting = String.UnicodeScalarView()
    current = String.UnicodeScalarView()
    hasAt = false
    hasDomain = false
  }

  /// “a@kgpn.example und b@…”: the word between two addresses belongs to neither.
  private static func withoutJoiner(_ piece: String.UnicodeScalarView) -> String {
    let piece = piece.drop { $0.properties.isWhitespace }
    let word = piece.prefix { !$0.properties.isWhitespace }
    let rest = piece[word.endIndex...]
    let isJoiner = !rest.isEmpty && joiners.contains(String(word).lowercased())
    return String(isJoiner ? rest : piece)
  }

  /// “And” and “or” in the languages of the networks that write them in Latin letters.
  private static let joiners: Set<String> = [
    "and", "or", "und", "oder", "bzw.", "et", "ou", "y", "e", "o", "u", "dan", "atau", "và", "hoặc",
  ]

  private mutating func endPiece(separator: Unicode.Scalar?) {
    if hasAt {
      endAddress()
      return
    }
    defer { current = String.UnicodeScalarView() }
    let word = String(current).lowercased().filter { !$0.isWhitespace }
    // “a@kgpn,example; b@…”: a bare top-level domain belongs to the domain before it.
    if let last = pieces.last, waiting.isEmpty, !word.isEmpty,
      TopLevelDomains.contains(word) || SpecialUse.reserved.contains(Substring(word)),
      !Self.isComplete(last)
    {
      pieces[pieces.count - 1] = "\(last).\(word)"
      return
    }
    guard current.contains(where: { !$0.properties.isWhitespace }) else { return }
    waiting.append(contentsOf: current)
    if let separator { waiting.append(separator) }
  }

  private static func isComplete(_ piece: String) -> Bool {
    guard let at = piece.lastIndex(of: "@") else { return false }
    let domain = Array(piece[piece.index(after: at)...].unicodeScalars)
    return RepairStep.endsInKnownTopLevel(domain)
  }
}
