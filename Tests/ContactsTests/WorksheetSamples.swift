import ContactsSupport
import Foundation
import Mail

@testable import Contacts

/// What the tests of the comb share: the phrases, the members of the samples, lists out of texts.
enum WorksheetSamples {
  static let phraseFile = "templates/worksheet/en.yml"

  /// Reads a file of flat keys, as far as ours go.
  static func texts(_ path: String = phraseFile) throws -> [String: String] {
    let file = SampleListTests.root.appending(path: path)
    var texts: [String: String] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard !line.hasPrefix("#"), let colon = line.firstRange(of: ": ") else { continue }
      let text = line[colon.upperBound...]
      texts[String(line[..<colon.lowerBound])] =
        text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : String(text)
    }
    return texts
  }

  static func english() throws -> WorksheetPhrases { try read.get() }

  private static let read = Result { try WorksheetPhrases(try texts(), file: phraseFile) }

  /// The members of `seeds/members`, as far as combing asks for them.
  static func members() throws -> [Member] {
    let folder = SampleListTests.root.appending(path: "seeds/members")
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }.map { file in
      var head: [String: String] = [:]
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let colon = line.firstRange(of: ": "), head[String(line[..<colon.lowerBound])] == nil
        else { continue }
        head[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
      }
      let languages = (head["languages"] ?? "").split { "[], ".contains($0) }
      return Member(
        key: file.deletingPathExtension().lastPathComponent, name: head["name"] ?? "",
        short: head["short"] ?? "", country: head["country"] ?? "",
        languages: languages.compactMap { Language(parsing: $0) }, site: head["site"])
    }
  }

  static func options(_ file: String = "x.csv", members: [Member] = []) throws -> CombOptions {
    CombOptions(file: file, phrases: try english(), members: members)
  }

  static func sheet(_ text: String) throws -> ContactSheet {
    try ContactSheet(Array(text.utf8), file: "x.csv")
  }

  static func comb(
    _ text: String, answers: [WorksheetAnswer] = [], members: [Member] = []
  ) throws -> CombedList {
    try CombedList(
      try sheet(text).rows, options: try options(members: members), answers: answers)
  }

  static func rows(_ table: [UInt8]?) throws -> [Sheet.Row] {
    guard let table else { return [] }
    return try Sheet(table, file: "x-worksheet.csv").rows
  }

  /// Reads the answers of a worksheet, and what was not understood.
  static func answers(
    _ rows: [Sheet.Row]
  ) throws -> (answers: [WorksheetAnswer], remarks: [SheetRemark]) {
    var reader = try WorksheetReader(
      top: rows, file: "x-worksheet.csv", phrases: [try english()])
    var answers: [WorksheetAnswer] = []
    for row in rows { if let answer = reader.answer(row) { answers.append(answer) } }
    return (answers, reader.remarks)
  }
}
