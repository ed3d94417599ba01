import TestSupport
import Testing

/// A list with one question of each kind, and its worksheet as a secretary fills it in.
enum FilledWorksheet {
  static let path = "reports/readers-worksheet.csv"

  /// One row for each kind of question; semicolons, as a European Excel writes them.
  static let list = """
    name;email;language;member
    Ann;ann@gmial.com;en;GPN
    Bo;bo@yaho.co.jp;en;GPN
    Cy;cy at the office;en;GPN
    Dee;dee at home;en;GPN
    Eve;eve@readers.test;;GPN
    Flo;flo@readers.test;Klingonish;GPN
    Gus;gus@readers.test;en;Gardeners of Ulm
    Suk Kim;suk.kim@kgpn.example;ko;KGPN
    Suk Kim;suk.kim@mail.kgpn.example;ko;KGPN
    Hal Ito;hal.ito@gpn.example;ja;GPN
    Hal Ito;hal.ito@mail.gpn.example;ja;GPN
    Ina Ono;ina.ono@gpn.example;ja;GPN
    Ina Ono;ina.ono@mail.gpn.example;ja;GPN
    Jo;jo@readers.test;en;GPN
    Jo;jo@readers.test;ja;GPN
    Kai;kai@readers.test;en;GPN
    Kai;kai@readers.test;en;KGPN

    """

  /// What a secretary decides, by the list's line.
  static let decisions = [
    2: "Accept", 3: "keep", 4: "REMOVE", 5: "dee@readers.test", 6: "Japanese", 7: "de", 8: "KGPN",
    10: "accept", 12: "keep", 14: "swap", 16: "Japanese", 18: "accept",
  ]

  static func rows(_ desk: Desk) throws -> [[String]] {
    CSVText.rows(try desk.read(path), separator: ";").filter { $0.count > 1 }
  }

  /// The worksheet with its column filled in.
  static func filled(_ desk: Desk, _ decisions: [Int: String]) throws -> [[String]] {
    let all = try rows(desk)
    let header = try #require(all.first)
    let line = try #require(header.firstIndex(of: "line"))
    let decision = try #require(header.firstIndex(of: "decision"))
    return [header]
      + all.dropFirst().map { row in
        var row = row
        row[decision] = decisions[Int(row[line]) ?? 0] ?? ""
        return row
      }
  }

  /// As a spreadsheet program writes it.
  static func text(_ rows: [[String]], separator: String, bom: Bool) -> String {
    (bom ? "\u{FEFF}" : "")
      + rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
      }.joined(separator: "\r\n") + "\r\n"
  }

  static func desk() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.run("contacts", "comb", "lists/readers.csv", now: Moment.spring)
    return desk
  }
}
