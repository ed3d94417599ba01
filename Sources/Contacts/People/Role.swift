import Mail

/// What a contact is to the network: one of the seed's five, or as written.
package enum Role: Hashable, Sendable, CustomStringConvertible {
  case chairman
  case council
  case advisory
  case gpn
  case secretariat
  /// Any other, as the spreadsheet has it.
  case other(String)

  package static let known: [Role] = [.chairman, .council, .advisory, .gpn, .secretariat]

  /// The stable word: `chairman`, `council`, `advisory`, `gpn`, `secretariat`, or as written.
  package var word: String {
    switch self {
    case .chairman: "chairman"
    case .council: "council"
    case .advisory: "advisory"
    case .gpn: "gpn"
    case .secretariat: "secretariat"
    case .other(let text): text
    }
  }

  package var description: String { word }

  /// Reads one role by its meaning; nil for an empty text.
  package init?(parsing text: some StringProtocol) {
    let word = LanguageNames.normalized(text)
    guard !word.isEmpty else { return nil }
    for (role, names) in Self.names where names.contains(word) {
      self = role
      return
    }
    self = .other(String(text).trimmed())
  }

  /// Reads a cell of roles, separated by any of `, ; / | 、` or a new line.
  package static func list(in cell: some StringProtocol) -> [Role] {
    var roles: [Role] = []
    for part in cell.split(whereSeparator: { ",;/|、，；・\n\r".contains($0) }) {
      guard let role = Role(parsing: part), !roles.contains(role) else { continue }
      roles.append(role)
    }
    return roles
  }

  private static let names: [(Role, Set<String>)] = [
    (
      .chairman,
      words("chairman chair chairperson chairwoman president 会長 議長 主席 理事長 理事长 의장 회장 ประธาน")
        .union(words("ketua chủtịch vorsitzender vorsitzende président presidente 會長"))
    ),
    (
      .council,
      words("council councilmember councillor memberofcouncil councilmembers 理事 评议员 評議員 이사")
        .union(
          words(
            "กรรมการ anggotadewan dewan ủyviên ratsmitglied conseil consejo 理事会成员 council-member"))
    ),
    (
      .advisory,
      words("advisory advisoryboard advisor adviser advisoryboardmember advisory-board 顧問 顾问 고문")
        .union(words("ที่ปรึกษา penasihat cốvấn beirat consultatif asesor 諮問委員"))
    ),
    (.gpn, words("gpn gpns network nationalgpn member 会員 会员 회원 สมาชิก anggota thànhviên")),
    (
      .secretariat,
      words("secretariat secretary office secretariatstaff 事務局 秘书处 秘書處 사무국 สำนักงานเลขาธิการ")
        .union(words("เลขาธิการ sekretariat banthưký secrétariat secretaría 事務局長"))
    ),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(LanguageNames.normalized))
  }
}
