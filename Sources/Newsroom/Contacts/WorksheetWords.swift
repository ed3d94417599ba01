package import Contacts
import Foundation
import Mail
import Yams

/// The worksheet's words, out of `templates/worksheet/`: one file for each language.
package struct WorksheetWords: Sendable {
  /// In the language that is written.
  package let written: WorksheetPhrases
  /// In every language, for reading what comes back; the written one first.
  package let all: [WorksheetPhrases]

  /// Reads all of them; fails at a file that can't be used, or where the language has none.
  package init(_ office: Office, language: String = "en") throws(Problem) {
    let folder = try Self.folder(office)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Files.path(folder))) ?? []
    let tags = names.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
    guard tags.contains(language) else {
      throw Problem(
        .usage,
        "There is no worksheet in “\(language)”: templates/worksheet/ has "
          + "\(tags.joined(separator: ", ")). Its README.md tells how to add a language.")
    }
    written = try Self.read(folder.appending(path: "\(language).yml"), office)
    var all = [written]
    for tag in tags where tag != language {
      all.append(try Self.read(folder.appending(path: "\(tag).yml"), office))
    }
    self.all = all
  }

  /// The workspace's own words, else those that come with the program: older workspaces have none.
  private static func folder(_ office: Office) throws(Problem) -> URL {
    let own = office.workspace.templates.appending(path: "worksheet")
    let file = Files.path(own.appending(path: "en.yml"))
    if FileManager.default.fileExists(atPath: file) { return own }
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return try Share.find(program: program, environment: office.environment)
      .appending(path: "templates/worksheet")
  }

  private static func read(_ file: URL, _ office: Office) throws(Problem) -> WorksheetPhrases {
    let shown = office.workspace.shown(file)
    let text = String(decoding: try Files.read(file, what: "The phrase file"), as: UTF8.self)
    let reader = try YAMLReader(text: text, file: shown)
    var texts: [String: String] = [:]
    for key in reader.keys { texts[key] = reader.exactText(key) ?? "" }
    do {
      return try WorksheetPhrases(texts, file: shown)
    } catch {
      throw Problem(.configuration, error.description)
    }
  }
}
