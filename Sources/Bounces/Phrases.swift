import Mail

/// What mailers and people write in reports, in the languages of a worldwide list.
///
/// Each stands for what several mailers write. Lower case, as `FoldedText` gives it.
enum Phrases {
  struct Found: OptionSet, Sendable {
    let rawValue: UInt64
    /// A message or address failed.
    static let failure = Found(rawValue: 1 << 0)
    /// It has not failed yet.
    static let delay = Found(rawValue: 1 << 1)
    /// The writer is away, or a machine answers for them.
    static let away = Found(rawValue: 1 << 2)
    /// The report says that it is final.
    static let permanent = Found(rawValue: 1 << 3)
    /// A report's subject.
    static let subject = Found(rawValue: 1 << 4)
    /// Somebody complains of spam.
    static let complaint = Found(rawValue: 1 << 5)
    /// Words of receipts: read, displayed, deleted.
    static let receipt = Found(rawValue: 1 << 6)
    /// A subject that speaks of an end, not of waiting.
    static let final = Found(rawValue: 1 << 7)
  }

  static func found(in folded: ByteSlice) -> Found { Found(rawValue: table.groups(in: folded)) }

  private static let table = PhraseTable([
    FailurePhrases.all, DelayPhrases.all, AwayPhrases.all, permanent, SubjectPhrases.all, complaint,
    receipt, final,
  ])

  private static let permanent = [
    "permanent error", "permanent fatal error", "failed permanently", "permanent failure",
    "permanent delivery error", "permanently failed", "i've given up", "permanently rejected",
    "permanent problem", "permanenter fehler", "dauerhaft", "erreur permanente", "error permanente",
    "erro permanente", "errore permanente", "恒久的", "永久", "영구", "постоянная ошибка",
    "could not be delivered to any", "will not be retried", "no further attempts",
    "has been abandoned", "giving up on", "will not continue trying", "not recognized",
    "name not found", "n'existe pas",
    "existiert nicht", "no existe", "não existe", "non esiste", "bestaat niet", "nie istnieje",
    "не существует", "存在しません", "見つかりません", "不存在", "존재하지 않", "does not exist", "no such",
  ]

  private static let final = [
    "undeliverable", "failure", "failed", "returned mail", "returned to sender", "rejected",
    "returning message", "mail system error", "user unknown", "unzustellbar", "退信", "失败", "失敗",
    "エラー", "반송", "недоставлен",
  ]

  private static let complaint = [
    "abuse report for an email", "abuse report for a message", "complaint about message from",
    "this is an email abuse report", "this is a spam report",
  ]

  private static let receipt = [
    "this is a receipt for", "was displayed on", "return receipt", "your message was read on",
    "was read on", "read receipt", "has been successfully delivered", "successfully delivered to",
    "successful mail delivery report", "lesebestätigung", "accusé de réception",
    "confirmación de lectura", "confirmação de leitura", "conferma di lettura", "開封済み", "已读回执",
  ]
}
