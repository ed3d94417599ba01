import Mail

/// The language that somebody probably reads, only ever as a suggestion to a person.
enum LanguageGuess {
  /// By the script of the name, or else the member's own language.
  static func of(name: String, member: Member?) -> Language? {
    let own = member?.languages ?? []
    var isHan = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xAC00...0xD7A3: return Language("ko")
      case 0x3041...0x30FF: return Language("ja")
      case 0x0E00...0x0E7F: return Language("th")
      case 0x0900...0x097F: return Language("hi")
      case 0x4E00...0x9FFF: isHan = true
      default: continue
      }
    }
    // Han letters alone are Chinese, Japanese or Korean: the member tells which.
    return isHan ? own.first { ["zh", "ja", "ko"].contains($0.primary) } : own.first
  }
}
