/// Finds what people write where a text is still to come.
enum Placeholder {
  /// The first sign of it; `{{` and `}}` are one where nothing personal is read.
  static func find(in text: String, braces: Bool = true) -> String? {
    // Bytes, not characters: every text of every language is looked through for each sign.
    let lowered = Array(text.lowercased().utf8)
    for sign in ["lorem ipsum"] + (braces ? ["{{", "}}"] : []) where holds(lowered, sign) {
      return sign
    }
    if let word = word(in: text) { return word }
    for sign in forms where holds(lowered, sign) { return sign }
    return circles(in: text)
  }

  private static func holds(_ text: [UInt8], _ sign: String) -> Bool {
    let sign = Array(sign.utf8)
    guard let first = sign.first, text.count >= sign.count else { return false }
    return (0...text.count - sign.count).contains { start in
      text[start] == first && text[start...].starts(with: sign)
    }
  }

  /// TODO and its like, in capitals, where the words beside it aren't: "TODO SOBRE COMPRAS" and
  /// "Volume XXX" are not.
  private static func word(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() where signs.contains(word) {
      let beside = words[max(0, index - 2)...min(words.count - 1, index + 2)]
      let isInRoman = word == "XXX" && beside.contains { numbered.contains($0.lowercased()) }
      let isInCapitals = beside.count(where: isLoud) > 1 && text[word.endIndex...].first != ":"
      if !isInRoman, !isInCapitals { return String(word) }
    }
    return nil
  }

  private static let signs: Set<Substring> = ["TODO", "FIXME", "XXX", "TBD", "TBC"]

  /// What is counted in Roman figures.
  private static let numbered: Set<String> = [
    "volume", "vol", "chapter", "part", "book", "annex", "congress", "conference", "assembly",
    "session", "olympiad", "olympics", "edition", "band", "kapitel", "congreso", "capítulo",
  ]

  private static func isLoud(_ word: Substring) -> Bool {
    word.count > 3 && !signs.contains(word) && word.contains(where: \.isLetter)
      && word.allSatisfy { !$0.isLowercase && $0.isASCII }
  }

  /// Circles and crosses as in Eastern Asia; 二〇〇〇年 is a year.
  private static func circles(in text: String) -> String? {
    for sign in ["○○○", "〇〇〇", "×××"] {
      guard let range = text.firstRange(of: sign) else { continue }
      let before = range.lowerBound > text.startIndex ? text[..<range.lowerBound].last : nil
      let isNumber = before.map { "一二三四五六七八九〇零".contains($0) } ?? false
      if !isNumber { return sign }
    }
    return nil
  }

  /// Words that forms and drafts in several languages leave where a text goes.
  private static let forms = [
    "your text here", "text goes here", "insert text", "[title]", "[date]", "[name]", "[text]",
    "hier text einfügen", "texto aquí", "votre texte ici", "ここに入力", "ここに本文", "在此输入",
    "此处填写", "在此輸入", "此處填寫", "여기에 입력", "내용을 입력", "ใส่ข้อความ", "nhập nội dung",
    "isi teks di sini", "tulis di sini", "dd/mm/yyyy", "yyyy-mm-dd",
  ]
}
