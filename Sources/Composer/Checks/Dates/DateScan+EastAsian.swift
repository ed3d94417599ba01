extension DateScan {
  /// 2019年6月24日(月), 2019年6月24日星期一, 2019년 6월 24일 월요일.
  static func eastAsian(_ characters: [Character]) -> [Found] {
    var found: [Found] = []
    var line = 0
    for index in characters.indices {
      if characters[index].isNewline { line += 1 }
      guard "年년".contains(characters[index]) else { continue }
      var start = index
      while start > 0, characters[start - 1].isASCII, characters[start - 1].isNumber { start -= 1 }
      guard index - start == 4, let year = Int(String(characters[start..<index])).flatMap(year)
      else { continue }
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
      found.append(
        Found(
          year: year, month: month, day: day,
          weekday: weekday(String(characters[position...].prefix(5))), line: line))
    }
    return found
  }

  /// The weekday at the start of what follows a date.
  private static func weekday(_ text: String) -> Int? {
    for prefix in ["（星期", "（週", "（周", "(星期", "(週", "(周", "星期", "週", "周", "（", "(", ""]
    where text.hasPrefix(prefix) {
      let after = text.dropFirst(prefix.count)
      guard let letter = after.first, let number = DateWords.letters[letter] else { continue }
      let next = after.dropFirst().first
      let isClosed = next.map { "曜요)）".contains($0) } ?? false
      return prefix.last.map({ "期週周".contains($0) }) == true || isClosed ? number : nil
    }
    return nil
  }
}
