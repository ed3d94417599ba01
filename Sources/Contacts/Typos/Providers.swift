import Mail

/// Well-known mail providers, and names that only look like them.
enum Providers {
  /// A provider's name with the endings under which it gives out mailboxes.
  struct Family: Sendable {
    let name: Substring
    let endings: [Substring]
    let letters: LetterSet
    /// Whether so many people are there that even a far slip is likelier than another domain.
    let isLarge: Bool
    /// What slips in the name may cost together: for short names, which are one slip away from
    /// many others, only swapped or doubled letters, or none.
    let bearable: Double

    init(_ word: Substring, endings: [Substring]) {
      let mark = word.first
      name = mark == "+" || mark == "=" || mark == "~" ? word.dropFirst() : word
      isLarge = mark == "+"
      bearable =
        mark == "=" ? 0 : mark == "~" ? 0.61 : TypingDistance.oneSlip + (isLarge ? 0.2 : 0)
      self.endings = endings
      letters = LetterSet(name, slips: isLarge && name.utf8.count >= 7 ? 2 : 1)
    }

    var domains: [String] { endings.map { "\(name).\($0)" } }
  }

  /// The providers whose misspellings are recognised; what people mistype most comes first.
  ///
  /// In the list, `+` is a large one, `~` bears only swapped or doubled letters in the name, `=`
  /// none.
  static let families: [Family] = list.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let name = words.first else { return nil }
    return Family(name, endings: Array(words.dropFirst()))
  }

  static let endingsByName = Dictionary(
    families.map { ($0.name, $0.endings) }, uniquingKeysWith: +)

  /// Whether it is a domain under which one of them gives out mailboxes.
  static func offers(_ domain: Domain) -> Bool { isDomain(domain.ascii) }

  /// The providers' domains by how they are written without one of the dots, or without any:
  /// `gmailcom`, `yahooco.jp`, `yahoocojp`.
  static let domainsWithoutDots: [String: String] = {
    var domains: [String: String] = [:]
    for domain in families.flatMap(\.domains) {
      let labels = domain.split(separator: ".")
      domains[labels.joined()] = domain
      guard let first = labels.first, let last = labels.last, labels.count > 2 else { continue }
      let middle = labels.dropFirst().dropLast().joined()
      domains["\(first)\(middle).\(last)"] = domain
      domains["\(first).\(middle)\(last)"] = domain
    }
    return domains
  }()

  static func isDomain(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return false }
    return endingsByName[name[..<dot]]?.contains(name[name.index(after: dot)...]) == true
  }

  /// Where an @ that was left out is looked for.
  static let commonDomains = [
    "googlemail.com", "hotmail.com", "outlook.com", "rediffmail.com", "hanmail.net", "gmail.com",
    "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "icloud.com", "naver.com", "foxmail.com",
  ]

  /// Real domains, or words, one slip away from a provider: never touched, under any ending, or
  /// under the one that stands there.
  static let lookalikes: Set<Substring> = Set(
    """
    mail email gail ymail e-mail amail bmail cmail dmail fmail hmail imail jmail kmail lmail nmail \
    omail pmail qmail rmail smail tmail umail vmail wmail xmail zmail gmx gmal-inc grail gmaj \
    cloud icloudy cloudy never nave nova naver-corp waver raver mailer nate nato date gate \
    hotel hotmall hostmail hottmail-inc faxmail fogmail boxmail foamail comcash horizon \
    handmail hangmail hanmall gomail rockmail yahoos outlooks yandexx inlook outdoor daum baum \
    yahya yoho yaho-inc tahoe wahoo yahoa googlemaps credimail rapidmail photonmail \
    libera liber earthling maver haver baver aver gotmail hitmail jcloud oranje range \
    olive oliver yhoo.it
    """.split(separator: " "))

  private static let list = """
    +gmail com
    +yahoo com co.jp co.uk co.in co.id co.kr co.th co.nz co.za co.il com.br com.ar com.mx com.au \
    com.cn com.hk com.tw com.sg com.ph com.my com.vn com.tr com.co com.pe com.ve fr de it es ca in \
    ie gr ro pl se no dk nl be at ch pt fi hu cz cn jp hk
    +hotmail com co.uk co.jp co.th co.kr co.id co.nz co.za com.br com.ar com.tr com.au com.mx com.tw \
    com.hk com.vn com.my com.ph fr de it es ca nl be se dk no ch at gr ru jp my sg ph cz fi cl ie in
    +outlook com co.th co.id com.br com.ar com.au com.tr com.vn com.gr fr de it es jp kr in ie at be \
    dk pt cl cz hu my ph sg sa lv sk co.nz co.il
    +icloud com
    googlemail com
    protonmail com ch
    rediffmail com
    foxmail com
    hanmail net
    naver com
    yandex ru com by kz ua com.tr uz
    rocketmail com
    fastmail com fm
    comcast net
    verizon net
    sbcglobal net
    bellsouth net
    btinternet com
    earthlink net
    wanadoo fr
    laposte net
    libero it
    virgilio it
    freenet de
    t-online de
    bigpond com net.au
    singnet com.sg
    netvigator com
    docomo ne.jp
    ezweb ne.jp
    softbank ne.jp
    biglobe ne.jp
    ~nifty com
    ~hinet net
    tutanota com de
    aliyun com
    ~live com fr de it nl be ca jp cn hk ie in no se dk fi ru at cl co.uk com.au com.mx com.my com.ph \
    com.pt com.sg co.kr co.za
    orange fr com net es pl
    ~gmx de net at ch com us fr es eu org info co.uk
    =msn com cn
    =aol com co.uk fr de it jp
    =qq com
    =163 com
    =126 com
    """
}
