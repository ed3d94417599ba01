/// Days and months as people write them out, Monday and January first.
enum DateWords {
  private static let weekdayLists = [
    "monday tuesday wednesday thursday friday saturday sunday", "mon tue wed thu fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "senin selasa rabu kamis jumat sabtu minggu",
    "thứ·hai thứ·ba thứ·tư thứ·năm thứ·sáu thứ·bảy chủ·nhật",
    "วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์",
  ]

  private static let monthLists = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "tháng·1 tháng·2 tháng·3 tháng·4 tháng·5 tháng·6 tháng·7 tháng·8 tháng·9 tháng·10 tháng·11 tháng·12",
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
  ]

  static let weekdays = numbered(weekdayLists)
  static let months = numbered(monthLists)

  /// Words that stand between the parts of a date.
  static let fillers: Set<String> = [
    "the", "of", "de", "del", "der", "den", "le", "st", "nd", "rd", "th", "ngày", "năm", "tanggal",
    "ที่", "พ", "ศ",
  ]

  /// Words after which a number counts something, and is no day.
  static let counted: Set<String> = [
    "room", "hall", "page", "pages", "p", "pp", "no", "nos", "nr", "number", "article", "section",
    "chapter", "clause", "table", "figure", "box", "booth", "stand", "building", "floor", "gate",
    "item", "issue", "vol", "volume", "part", "annex", "resolution", "decision", "directive",
    "line", "level", "session", "group", "lot", "phase", "goal", "target", "case", "version",
    "raum", "halle", "seite", "artikel", "heft", "ausgabe", "salle", "numéro", "sala", "página",
    "artículo", "número", "phòng", "trang", "số", "điều", "ruang", "halaman", "pasal", "nomor",
    "ห้อง", "หน้า", "ฉบับ", "ข้อ",
  ]

  /// The days' letters in Japanese, Chinese and Korean.
  static let letters: [Character: Int] = [
    "月": 0, "火": 1, "水": 2, "木": 3, "金": 4, "土": 5, "日": 6, "一": 0, "二": 1, "三": 2, "四": 3,
    "五": 4, "六": 5, "天": 6, "월": 0, "화": 1, "수": 2, "목": 3, "금": 4, "토": 5, "일": 6,
  ]

  private static func numbered(_ lists: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for list in lists {
      for (index, word) in list.split(separator: " ").enumerated() { numbers[String(word)] = index }
    }
    return numbers
  }
}
