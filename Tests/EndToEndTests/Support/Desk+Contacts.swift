import Foundation
import TestSupport

/// The contacts' side of a desk: lists of the test's own in the sample's workspace, whose clock can
/// be played.
extension Desk {
  /// The sample with this list instead of its own, as old as the moment says; not imported.
  static func with(_ list: String, as name: String = "readers", of moment: String) throws -> Desk {
    let desk = try Desk(sample: true)
    for file in desk.names(in: "lists") {
      try FileManager.default.removeItem(atPath: desk.path(of: "lists/" + file))
    }
    try desk.list(list, as: name, of: moment)
    return desk
  }

  /// Writes a list; the moment is when a person saved it last.
  func list(_ text: String, as name: String = "readers", of moment: String) throws {
    try write(text, to: "lists/\(name).csv")
    try touch("lists/\(name).csv", moment)
  }

  func touch(_ name: String, _ moment: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: try Date(moment, strategy: .iso8601)], ofItemAtPath: path(of: name))
  }

  /// Runs a command that reports, with `--json`; one object a line.
  func json(
    _ arguments: String..., now: String? = nil, status: Int32? = 0
  ) throws -> [[String: String]] {
    let result = try run(arguments + ["--json"], now: now, status: status)
    return try result.output.split(separator: "\n").map { line in
      guard
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      else { throw SupportError("no JSON object: \(line)") }
      return object.mapValues { $0 is NSNull ? "null" : "\($0)" }
    }
  }

  /// Imports a list of the folder and gives its figures.
  @discardableResult
  func imported(
    _ name: String = "readers", _ options: String..., now: String? = nil, status: Int32? = 0
  ) throws -> [String: String] {
    let file = name.contains(".") ? name : "lists/\(name).csv"
    let result = try run(
      ["contacts", "import", file, "--json"] + options, now: now, status: status)
    let object = try JSONSerialization.jsonObject(with: Data(result.outputBytes))
    return (object as? [String: Any] ?? [:]).mapValues { $0 is NSNull ? "null" : "\($0)" }
  }

  /// Everybody of `contacts list`, by the columns' names.
  func people() throws -> [[String: String]] {
    CSVText.table(try run("contacts", "list", "--format", "csv").output)
  }

  func person(_ address: String) throws -> [String: String]? {
    try people().first { $0["email"] == address }
  }

  /// Each contact in one line: address, name, language, member and lists.
  func summary() throws -> [String] {
    try people().map { row in
      ["email", "name", "language", "member", "lists"].map { row[$0] ?? "?" }
        .joined(separator: " | ")
    }.sorted()
  }

  /// The whole database as statements, as Python's SQLite, which is not ours, sees it.
  ///
  /// Without the number that all letters begin with: the first command that could plan one draws it.
  func dump() throws -> String {
    let script =
      "import sqlite3,sys\n"
      + "for l in sqlite3.connect(sys.argv[1]).iterdump():\n"
      + "  if \"VALUES('epoch'\" not in l: print(l)"
    return try Program(try Tool.python.require())
      .run(["-c", script, path(of: "solstice.db")]).expecting().output
  }

  /// Every file below the workspace that people see, with what it holds.
  func files() throws -> [String: Data] {
    var found: [String: Data] = [:]
    let all = FileManager.default.enumerator(atPath: workspace)
    while let name = all?.nextObject() as? String {
      if name.hasPrefix("solstice.db") { continue }
      found[name] = FileManager.default.contents(atPath: path(of: name)) ?? Data()
    }
    return found
  }
}

extension Moment {
  static let spring = "2019-03-01T09:00:00+08:00"
  static let may = "2019-05-02T09:00:00+08:00"
  static let autumn = "2019-09-03T09:00:00+08:00"
}
