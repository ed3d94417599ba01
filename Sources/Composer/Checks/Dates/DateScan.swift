/// Dates that are written out in a line of text, with the weekday that is said of them.
struct DateScan {
  struct Found: Hashable {
    let year: Int
    let month: Int
    let day: Int
    /// Monday is 0.
    let weekday: Int?

    /// What is wrong with the date, nil where nothing is.
    var mistake: String? {
      let written = "\(year)-\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))"
      guard let real = CalendarDay(year: year, month: month, day: day) else {
        return "there is no \(written)"
      }
      guard let weekday, weekday != DateScan.weekday(of: real) else { return nil }
      return "\(written) is a \(DateScan.names[DateScan.weekday(of: real)]), not a "
        + DateScan.names[weekday]
    }
  }

  static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private enum Token: Hashable {
    case weekday(Int)
    case month(Int)
    case number(Int, digits: Int)
    case letters(String)
  }

  /// Finds dates with a year in a line, at most the first 4,000 characters.
  static func dates(in line: String) -> [Found] {
    let characters = Array(line.prefix(4000))
    guard characters.contains(where: \.isNumber) else { return [] }
    return written(tokens(characters)) + eastAsian(characters)
  }

  /// Years from 1900 to 2100 and months that a heading names; Thai years count from 543 before.
  static func named(in text: String) -> (years: [Int], months: [Int]) {
    var years: [Int] = []
    var months: [Int] = []
    let characters = Array(text.prefix(400))
    let all = tokens(characters)
    for (index, token) in all.enumerated() {
      switch token {
      case .number(let number, 4):
        if let year = year(number) { years.append(year) }
      case .number(let number, 1...2):
        if index + 1 < all.count, case .letters(let next) = all[index + 1],
          let first = next.first, "月월".contains(first), (1...12).contains(number)
        {
          months.append(number)
        }
      // "May" and "mar" are other words, too.
      case .month(let month) where month != 5 && month != 3: months.append(month)
      default: break
      }
    }
    return (years, months)
  }

  static func weekday(of day: CalendarDay) -> Int {
    let table = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = day.month < 3 ? day.year - 1 : day.year
    let sunday = (year + year / 4 - year / 100 + year / 400 + table[day.month - 1] + day.day) % 7
    return (sunday + 6) % 7
  }

  private static func year(_ number: Int) -> Int? {
    if (1900...2100).contains(number) { return number }
    return (2443...2643).contains(number) ? number - 543 : nil
  }

  private static func tokens(_ characters: [Character]) -> [Token] {
    var words: [String] = []
    var index = 0
    while index < characters.count {
      let isNumber = characters[index].isASCII && characters[index].isNumber
      guard isNumber || characters[index].isLetter else {
        index += 1
        continue
      }
      var word = ""
      while index < characters.count,
        isNumber
          ? characters[index].isASCII && characters[index].isNumber
          : characters[index].isLetter
      {
        word.append(characters[index])
        index += 1
      }
      words.append(word.lowercased())
    }
    var tokens: [Token] = []
    index = 0
    while index < words.count {
      var word = words[index]
      if ["thứ", "chủ", "tháng"].contains(word), index + 1 < words.count {
        let joined = "\(word)·\(words[index + 1])"
        if DateWords.weekdays[joined] != nil || DateWords.months[joined] != nil {
          word = joined
          index += 1
        }
      }
      index += 1
      if let number = DateWords.weekdays[word] {
        tokens.append(.weekday(number))
      } else if let number = DateWords.months[word] {
        tokens.append(.month(number + 1))
      } else if word.hasPrefix("วัน"), word.hasSuffix("ที่"),
        let number = DateWords.weekdays[String(word.dropLast("ที่".count))]
      {
        tokens.append(.weekday(number))
      } else if word.utf8.count <= 4, let number = Int(word) {
        tokens.append(.number(number, digits: word.utf8.count))
      } else if !DateWords.fillers.contains(word) {
        tokens.append(.letters(word))
      }
    }
    return tokens
  }

  /// "Monday 24 June 2019", "Monday, June 24, 2019", "24 June 2019 (Monday)".
  private static func written(_ tokens: [Token]) -> [Found] {
    var found: [Found] = []
    for index in tokens.indices where index + 2 < tokens.count {
      let day: Int
      let month: Int
      switch (tokens[index], tokens[index + 1]) {
      case (.number(let number, 1...2), .month(let name)): (day, month) = (number, name)
      case (.month(let name), .number(let number, 1...2)): (day, month) = (number, name)
      default: continue
      }
      guard case .number(let number, 4) = tokens[index + 2], let year = year(number), day > 0 else {
        continue
      }
      var weekday: Int?
      if index > 0, case .weekday(let before) = tokens[index - 1] { weekday = before }
      if weekday == nil, index + 3 < tokens.count, case .weekday(let after) = tokens[index + 3] {
        // Where another date follows, the weekday is that one's.
        var isNext = false
        if index + 4 < tokens.count {
          switch tokens[index + 4] {
          case .number, .month: isNext = true
          case .weekday, .letters: break
          }
        }
        weekday = isNext ? nil : after
      }
      found.append(Found(year: year, month: month, day: day, weekday: weekday))
    }
    return found
  }

  /// 2019年6月24日(月), 2019年6月24日星期一, 2019년 6월 24일 월요일.
  private static func eastAsian(_ characters: [Character]) -> [Found] {
    var found: [Found] = []
    for index in characters.indices where "年년".contains(characters[index]) {
      var start = index
      while start > 0, characters[start - 1].isASCII, characters[start - 1].isNumber { start -= 1 }
      guard let year = Int(String(characters[start..<index])).flatMap(Self.year) else { continue }
      var position = index + 1
      func blanks() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
      }
      func number(before signs: String) -> Int? {
        blanks()
        var digits = ""
        while position < characters.count, digits.count < 3, characters[position].isASCII,
          characters[position].isNumber
        {
          digits.append(characters[position])
          position += 1
        }
        blanks()
        guard position < characters.count, signs.contains(characters[position]) else { return nil }
        position += 1
        return Int(digits)
      }
      guard let month = number(before: "月월"), let day = number(before: "日일") else { continue }
      blanks()
      let rest = characters[position...].prefix(5)
      var weekday: Int?
      let text = String(rest)
      for prefix in ["（星期", "（週", "（周", "(星期", "(週", "(周", "星期", "週", "周", "（", "(", ""]
      where text.hasPrefix(prefix) {
        let after = text.dropFirst(prefix.count)
        guard let letter = after.first, let number = DateWords.letters[letter] else { continue }
        let next = after.dropFirst().first
        let isClosed = next.map { "曜요)）".contains($0) } ?? false
        if prefix.last.map({ "期週周".contains($0) }) == true || isClosed { weekday = number }
        break
      }
      found.append(Found(year: year, month: month, day: day, weekday: weekday))
    }
    return found
  }
}
