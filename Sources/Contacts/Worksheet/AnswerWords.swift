import Mail

/// The words that people write into the column “decision”, in many languages and every spelling.
struct AnswerWords: Sendable {
  private var choices: [String: WorksheetAnswer.Choice]
  private var languages: [String: Language]

  /// Knows the common words, and those of the files of phrases.
  init(_ phrases: [WorksheetPhrases]) {
    choices = [:]
    languages = [:]
    for (choice, words) in Self.common {
      for word in words.split(separator: " ") { choices[Self.plain(word)] = choice }
    }
    for file in phrases {
      choices[Self.plain(file["word_accept"])] = .accept
      choices[Self.plain(file["word_keep"])] = .keep
      choices[Self.plain(file["word_remove"])] = .remove
      choices[Self.plain(file["word_swap"])] = .swap
      for (name, tag) in file.languages { languages[Self.plain(name)] = Language(tag) }
    }
  }

  func choice(_ cell: String) -> WorksheetAnswer.Choice? { choices[Self.plain(cell)] }

  /// A tag, or a name in any of our languages; also “Korean (ko)”, as suggestions have it.
  func language(_ cell: String) -> Language? {
    let plain = Self.plain(cell)
    if let known = languages[plain] ?? Language(parsing: plain) { return known }
    guard let open = cell.lastIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    return Language(parsing: Self.plain(cell[open...]))
  }

  /// Case, width, blanks and the quotes of the explanation do not matter.
  private static func plain(_ text: some StringProtocol) -> String {
    LanguageNames.normalized(String(text.filter { !"“”\"‘’„‚«»「」『』!！".contains($0) }))
  }

  private static let common: [(WorksheetAnswer.Choice, String)] = [
    (
      .accept,
      """
      accept accepted ok okay yes y ja oui sí si はい 是 예 네 ใช่ có ya 承認 承认 接受 수락 승인 ยอมรับ \
      chấpnhận terima setuju annehmen akzeptieren accepter aceptar
      """
    ),
    (.swap, "swap"),
    (.keep, "keep leave behalten garder conserver mantener そのまま 保留 保持 유지 เก็บไว้ giữ simpan"),
    (
      .remove,
      """
      remove delete no n löschen entfernen nein supprimer retirer non eliminar borrar 削除 いいえ 删除 \
      刪除 否 삭제 아니요 ลบ ไม่ xóa không hapus tidak
      """
    ),
  ]
}
