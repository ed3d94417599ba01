/// Repairs of an @ and of dots that were put into words, as web pages do against harvesters.
extension RepairStep {
  static let atWord = RepairStep(
    repair: .atWord, before: "suk (at) kgpn [dot] example", after: "suk@kgpn.example"
  ) { draft in
    var changed = takeNamedSign(&draft)
    tightenBrackets(&draft)
    if draft.firstAt == nil {
      for word in atWords {
        guard let place = draft.find(word) else { continue }
        guard place.lowerBound > 0, draft.find(word, from: place.upperBound) == nil else {
          return false
        }
        draft.scalars.replaceSubrange(place, with: ["@"])
        changed = true
        break
      }
    }
    guard draft.firstAt != nil else { return changed }
    if changed || draft.scalars.contains(where: dotHints.contains),
      draft.holds([.openedWord, .signWord])
    {
      for word in dotWords where draft.replace(word, with: ".") { changed = true }
    }
    if joinAtDotWords(&draft, afterAtWord: changed) { changed = true }
    if dotBetweenLetters(&draft) { changed = true }
    return changed
  }

  private static let dotHints: ScalarSet = "([{<_"

  /// How the @ is called in the languages of the networks.
  private static let atNames = [
    "at", "a", "ät", "klammeraffe", "arroba", "arobase", "arobas", "chiocciola", "a còng",
    "a keong", "アットマーク", "アット", "あっと", "골뱅이", "앳", "艾特", "小老鼠", "แอท", "ऐट", "@マーク",
  ]
  /// How the dot is called.
  private static let dotNames = [
    "dot", "punkt", "punto", "point", "ponto", "chấm", "titik", "ドット", "点", "點", "점", "닷", "จุด",
    "डॉट",
  ]

  private static let atWords: [[Unicode.Scalar]] = {
    let bracketed = atNames.flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
    let framed = ["|", "*", "\"", "/", "~", "="].map { "\($0)at\($0)" }
    let spaced = [" at ", " arroba ", " arobase ", " klammeraffe ", "_at_", " -at- ", "-at-"]
    let bare = ["_アットマーク_", "アットマーク", "アット", "あっと", " 골뱅이 ", "골뱅이"]
    let signs = ["★", "☆", "◎", "●", "■", "◆"]
    var all = bracketed.flatMap { [" \($0) ", $0] }
    all += spaced + framed.flatMap { [" \($0) ", $0] } + bare + signs
    return all.map { Array($0.unicodeScalars) }
  }()

  private static let dotWords: [[Unicode.Scalar]] = {
    let bracketed = (dotNames + ["."]).flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
    let all = bracketed.flatMap { [" \($0) ", $0] } + ["_dot_", "-dot-"]
    return all.map { Array($0.unicodeScalars) }
  }()

  private static let allNames = Set(atNames + dotNames + ["."])
  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "<": ">",
  ]

  /// “( at )” is “(at)”.
  private static func tightenBrackets(_ draft: inout AddressDraft) {
    guard draft.scalars.contains(" "), draft.scalars.contains(where: dotHints.contains) else {
      return
    }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < draft.scalars.count {
      let opener = draft.scalars[index]
      let rest = draft.scalars[(index + 1)...].prefix(16)
      index += 1
      result.append(opener)
      guard let close = closing[opener], let end = rest.firstIndex(of: close) else { continue }
      let inside = rest[..<end]
      guard inside.first == " " || inside.last == " " else { continue }
      let word = AddressDraft.string(inside.drop { $0 == " " }).lowercased()
      let bare = String(word.reversed().drop { $0 == " " }.reversed())
      guard allNames.contains(bare) else { continue }
      result.append(contentsOf: bare.unicodeScalars)
      index = end
    }
    draft.scalars = result
  }

  /// “suk☆kgpn.example (☆を@に)”: a remark says which sign stands for the @.
  private static func takeNamedSign(_ draft: inout AddressDraft) -> Bool {
    let all = draft.scalars
    guard all.last == ")", let at = draft.lastAt,
      let open = all[..<at].lastIndex(of: "("), open > 0, all.count - open <= 60,
      !isPlainLetter(all[at - 1]), !isPlainLetter(all[at + 1])
    else { return false }
    let before = all[..<open]
    if before.contains("@") {
      // “suk@kgpn.example (@は半角)”: a remark about the sign.
      draft.scalars.removeSubrange(open...)
      draft.trim()
      return false
    }
    let named = Set(all[open...].filter(isSign)).filter(before.contains)
    guard named.count == 1, let sign = named.first, before.count(where: { $0 == sign }) == 1,
      let place = before.firstIndex(of: sign), place > 0
    else { return false }
    draft.scalars.removeSubrange(open...)
    draft.scalars[place] = "@"
    draft.trim()
    return true
  }

  private static func isPlainLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 && (scalar.properties.isAlphabetic || isDigit(scalar))
  }

  private static let plainSigns: ScalarSet = "#$%&*!=^~|/"

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return plainSigns.contains(scalar) }
    return switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .otherPunctuation: true
    default: false
    }
  }

  /// “kgpn dot or dot kr”: words between spaces; “dot” even where the @ is a sign, the others only
  /// where it was a word and no dot is written as one.
  ///
  /// A dot without labels on both sides is no dot: nothing is joined then.
  private static func joinAtDotWords(_ draft: inout AddressDraft, afterAtWord: Bool) -> Bool {
    guard let at = draft.firstAt, draft.scalars[at...].contains(" ") else { return false }
    let domain = draft.scalars[(at + 1)...]
    let names = afterAtWord && !domain.contains(".") ? dotNames : ["dot"]
    var result: [Unicode.Scalar] = []
    var wasDot = true
    var joined = false
    for word in domain.split(separator: " ") {
      let isDot = names.contains(AddressDraft.string(word).lowercased())
      if isDot {
        guard !wasDot else { return false }
        result.append(".")
        joined = true
      } else {
        if !wasDot { result.append(" ") }
        result.append(contentsOf: word)
      }
      wasDot = isDot
    }
    guard joined, !wasDot else { return false }
    draft.scalars.replaceSubrange((at + 1)..., with: result)
    draft.hasJoinedLabels = true
    return true
  }

  /// “kgpn点kr”: between ASCII letters, in a domain that has no other dot.
  private static func dotBetweenLetters(_ draft: inout AddressDraft) -> Bool {
    guard let at = draft.firstAt, draft.scalars[at...].contains(where: { $0.value >= 0x80 }) else {
      return false
    }
    let domain = Array(draft.scalars[(at + 1)...].prefix { $0 != " " })
    guard !domain.contains(".") else { return false }
    for name in dotNames.map({ Array($0.unicodeScalars) }) where (name.first?.value ?? 0) >= 0x2E80
    {
      let labels = domain.split(separator: name)
      let dotted = Array(labels.joined(separator: ["."]))
      guard labels.count > 1, dotted.count + (labels.count - 1) * (name.count - 1) == domain.count,
        dotted.allSatisfy({ $0.value < 0x80 }), endsInKnownTopLevel(dotted)
      else { continue }
      draft.scalars.replaceSubrange((at + 1)..<(at + 1 + domain.count), with: dotted)
      return true
    }
    return false
  }
}
