import Contacts

/// Files in the container of old Office programs: `.xls`, and workbooks with a password.
enum OldWorkbook {
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What to say about one, by the names of the streams in it.
  static func refusal(
    _ file: String, _ head: [UInt8], _ rest: SheetOctets
  ) throws(SheetError) -> SheetError {
    let names = [wide("EncryptedPackage"), wide("WordDocument"), wide("PowerPoint Document")]
    var found = [false, false, false]
    var tail = head
    while true {
      for (index, name) in names.enumerated() where !found[index] {
        found[index] = contains(tail, name)
      }
      let chunk = try rest()
      if chunk.isEmpty { break }
      tail = tail.suffix(64) + chunk
    }
    if found[0] { return locked(file) }
    if found[1] || found[2] { return .notText(file: file, kind: "another program's document") }
    return .unreadable(
      file: file, why: "this is an old Excel workbook (.xls)",
      advice: "open it in the spreadsheet program and save it as .xlsx or CSV")
  }

  static func locked(_ file: String) -> SheetError {
    .unreadable(
      file: file, why: "the workbook is protected by a password",
      advice: "open it in the spreadsheet program, take the password off and save it again")
  }

  private static func wide(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count, let first = wanted.first else { return false }
    return (0...bytes.count - wanted.count).contains { place in
      bytes[place] == first && bytes[place..<place + wanted.count].elementsEqual(wanted)
    }
  }
}
