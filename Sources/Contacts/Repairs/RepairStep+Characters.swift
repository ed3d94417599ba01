/// Repairs of single characters.
extension RepairStep {
  static let invisible = RepairStep(
    repair: .invisible, before: "\u{FEFF}su\u{200B}k@kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    let all = draft.scalars
    guard all.contains(where: { isInvisible($0) }) else { return false }
    var kept: [Unicode.Scalar] = []
    for (index, scalar) in all.enumerated() where !isInvisible(scalar) || joins(all, at: index) {
      kept.append(scalar)
    }
    defer { draft.scalars = kept }
    return kept.count != all.count
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85: false
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5: true
    case 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFC, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// Joiners between letters of scripts that need them (RFC 5892 appendix A) are no dirt.
  private static func joins(_ all: [Unicode.Scalar], at index: Int) -> Bool {
    guard (0x200C...0x200D).contains(all[index].value), index > 0, index + 1 < all.count else {
      return false
    }
    return all[index - 1].value >= 0x600 && all[index + 1].value >= 0x600
  }

  static let fullWidth = RepairStep(
    repair: .fullWidth, before: "ｓｕｋ＠ｋｇｐｎ．ｅｘａｍｐｌｅ", after: "suk@kgpn.example"
  ) { draft in
    guard draft.scalars.contains(where: { $0.value >= 0x2460 }) else { return false }
    let hasNumber = dropListNumber(&draft)
    return draft.map { CharacterForms.append($0, to: &$1) } || hasNumber
  }

  /// “２．suk@kgpn.example”: the number of a line, in other letters than the address.
  private static func dropListNumber(_ draft: inout AddressDraft) -> Bool {
    let digits = draft.scalars.prefix { (0xFF10...0xFF19).contains($0.value) }
    let rest = draft.scalars[digits.endIndex...]
    guard (1...3).contains(digits.count), rest.first == "．",
      let next = rest.dropFirst().first, next.value < 0x80
    else { return false }
    draft.scalars.removeSubrange(...digits.endIndex)
    draft.note(.label)
    draft.hasListNumber = true
    return true
  }

  static let typographic = RepairStep(
    repair: .typographic, before: "office–list@kgpn.example", after: "office-list@kgpn.example"
  ) { draft in
    guard draft.scalars.contains(where: { $0.value >= 0xAB }) else { return false }
    return draft.map { scalar, text in
      switch scalar.value {
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: text.append("-")
      case 0x2018...0x201B, 0x2032, 0x2035, 0xB4, 0x2039, 0x203A: text.append("'")
      case 0x201C...0x201F, 0x2033, 0x2036, 0xAB, 0xBB: text.append("\"")
      default: return false
      }
      return true
    }
  }

  static let spaces = RepairStep(
    repair: .spaces, before: " suk@kgpn.example\u{A0}", after: "suk@kgpn.example"
  ) { draft in
    var changed = false
    for index in draft.scalars.indices where isOtherSpace(draft.scalars[index]) {
      draft.scalars[index] = " "
      changed = true
    }
    let count = draft.scalars.count
    draft.trim()
    return changed || draft.scalars.count != count
  }

  /// White space other than the plain space, and the Braille cell without dots.
  private static func isOtherSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? (0x09...0x0D).contains(scalar.value)
      : scalar.properties.isWhitespace || scalar.value == 0x2800
  }
}
