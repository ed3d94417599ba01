import Mail

/// What languages are called in the spreadsheets of the networks.
enum LanguageNames {
  /// Lower case, plain forms, hyphens for underscores, no brackets or spaces.
  static func normalized(_ text: some StringProtocol) -> String {
    guard text.utf8.count <= 100 else { return "" }
    var view = String.UnicodeScalarView()
    for scalar in Normalization.nfc(String(text)).unicodeScalars {
      for plain in CharacterForms.plain(scalar) {
        switch plain {
        case "_", "-": view.append("-")
        case "(", ")", ".", ",", ";", "/", ":", "·", "'": continue
        default:
          if !plain.properties.isWhitespace { view.append(plain) }
        }
      }
    }
    return String(view).lowercased()
  }

  /// ISO 639-1 codes that may open a tag.
  static let codes: Set<Substring> = Set(
    """
    af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy \
    id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru \
    si sk sl sq sr sv sw ta te tg th tk tl tr uk ur uz vi yue zh zu
    """.split(separator: " "))

  static let tags: [String: String] = {
    var tags: [String: String] = [:]
    for line in names.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let tag = words.first else { continue }
      for word in words.dropFirst() { tags[normalized(word)] = String(tag) }
    }
    return tags
  }()

  /// A tag, then the names; codes of countries and old codes that people take for languages.
  private static let names = """
    en english eng anglais englisch inglés inglese inggris bahasainggris 英語 英文 英语 영어 \
    อังกฤษ ภาษาอังกฤษ tiếnganh anh
    ja japanese jpn jp japonais japanisch japonés 日本語 日文 日语 日語 일본어 일어 ญี่ปุ่น ภาษาญี่ปุ่น \
    tiếngnhật nihongo jepang bahasajepang にほんご 和文
    ko korean kor kr coréen koreanisch coreano 한국어 한국말 조선말 韓国語 韓語 韩语 韩文 朝鲜语 韓文 \
    เกาหลี ภาษาเกาหลี tiếnghàn hangul korea
    zh chinese chi zho mandarin chinois chinesisch chino 中文 中国語 汉语 漢語 华语 華語 普通话 國語 \
    중국어 จีน ภาษาจีน tiếngtrung cina
    zh-Hans chinesesimplified simplifiedchinese simplified 简体中文 簡体字 简体 中文简体 中文-简体 中文简 \
    简体字 zh-chs cn 簡体中国語 간체 gb
    zh-Hant chinesetraditional traditionalchinese traditional 繁體中文 繁体字 繁體 中文繁體 中文繁体 中文-繁體 \
    繁体中文 正體中文 中文正體 zh-cht tw 繁體字 繁体 번체 中文繁 big5 taiwanese
    yue cantonese 粵語 广东话 廣東話
    th thai tha thaï thailändisch tailandés ไทย ภาษาไทย タイ語 泰语 泰文 태국어 tiếngthái
    vi vietnamese vie vn vietnamien vietnamesisch vietnamita tiếngviệt việt tiengviet ベトナム語 \
    越南语 越南文 베트남어 เวียดนาม
    id indonesian ind indonésien indonesisch indonesio bahasaindonesia bahasa インドネシア語 印尼语 印尼文 \
    인도네시아어 in
    ms malay msa malais malaiisch malayo bahasamelayu bahasamalaysia melayu マレー語 马来语 马来文 말레이어
    hi hindi hin हिन्दी हिंदी ヒンディー語 印地语
    fil filipino tagalog pilipino フィリピン語 菲律宾语
    de german deutsch ger deu allemand alemán ドイツ語 德语 德文 독일어
    fr french français francais fre fra französisch francés フランス語 法语 法文 프랑스어
    es spanish español espanol spa espagnol spanisch castellano スペイン語 西班牙语 스페인어
    pt portuguese português portugues
    it italian italiano
    ru russian русский
    nl dutch nederlands
    ta tamil தமிழ்
    """
}
