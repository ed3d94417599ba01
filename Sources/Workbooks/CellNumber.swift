/// Numbers of workbooks as people see them.
enum CellNumber {
  /// How a cell's number is shown.
  enum Style: Hashable {
    case plain
    case date
    case time
    case dateAndTime
    /// Filled up with zeros to so many digits, as postcodes and telephone numbers are.
    case digits(Int)

    /// By the number that formats built into Excel have.
    init?(builtIn id: Int) {
      switch id {
      case 14...17, 27...31, 34...36, 50...58: self = .date
      case 18...21, 32, 33, 45...47: self = .time
      case 22: self = .dateAndTime
      default: return nil
      }
    }

    /// By a format's code, such as `yyyy"年"m"月"d"日"` or `00000`.
    init(code: String) {
      let bare = Self.bare(code).lowercased()
      let first = bare.prefix { $0 != ";" }
      if !first.isEmpty, first.allSatisfy({ $0 == "0" }) {
        self = first.count > 1 ? .digits(min(first.count, 30)) : .plain
        return
      }
      let hasTime = first.contains { $0 == "h" || $0 == "s" }
      let hasDay = first.contains { $0 == "y" || $0 == "d" || $0 == "e" && first.contains("m") }
      if first.contains("general") || first.contains("standard") {
        self = .plain
      } else if hasDay || first.contains("m") && !hasTime {
        self = hasTime ? .dateAndTime : .date
      } else {
        self = hasTime ? .time : .plain
      }
    }

    /// Without what is in quotes or brackets or after a backslash.
    private static func bare(_ code: String) -> String {
      var bare = ""
      var closing: Character?
      var isEscaped = false
      for character in code {
        if isEscaped {
          isEscaped = false
        } else if let end = closing {
          if character == end { closing = nil }
        } else if character == "\"" || character == "[" {
          closing = character == "[" ? "]" : "\""
        } else if character == "\\" || character == "_" || character == "*" {
          isEscaped = true
        } else {
          bare.append(character)
        }
      }
      return bare
    }
  }

  /// A number as written in the file; 815012345678 and 8.15012345678E11 are the same.
  static func text(_ written: String, style: Style, from1904: Bool = false) -> String {
    let written = written.filter { !$0.isWhitespace }
    guard let number = Double(written), number.isFinite else { return written }
    switch style {
    case .plain: return plain(number)
    case .digits(let count):
      let digits = plain(number)
      guard number >= 0, digits.allSatisfy(\.isNumber) else { return digits }
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    case .date, .time, .dateAndTime:
      return moment(number, style, from1904: from1904) ?? plain(number)
    }
  }

  static func plain(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
    return "\(number)"
  }

  private static func moment(_ serial: Double, _ style: Style, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    let clock = padded(seconds / 3_600) + ":" + padded(seconds / 60 % 60)
    let time = seconds % 60 == 0 ? clock : clock + ":" + padded(seconds % 60)
    if style == .time { return days == 0 ? time : day(days, from1904: from1904) + " " + time }
    let date = day(days, from1904: from1904)
    return style == .date && seconds == 0 || seconds == 0 ? date : date + " " + time
  }

  /// Excel's calendar begins in 1900 and believes in a 29th of February of that year.
  private static func day(_ serial: Int, from1904: Bool) -> String {
    if !from1904, serial == 60 { return "1900-02-29" }
    // Days since 0000-03-01, then the calendar of 400-year eras.
    let epoch = from1904 ? 695_361 : serial < 60 ? 693_900 : 693_899
    let days = serial + epoch
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let date = ofYear - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    let name = "000" + String(year + era * 400 + (civil <= 2 ? 1 : 0))
    return name.suffix(4) + "-" + padded(civil) + "-" + padded(date)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
