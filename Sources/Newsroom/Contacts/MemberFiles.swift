package import Contacts
import Foundation
import Mail
import Yams

/// Reads `members/*.md`: one file for each member network, front matter and text.
package enum MemberFiles {
  /// All members in the order of their file names; fails at the first file that can't be read.
  package static func read(_ workspace: Workspace) throws(Problem) -> [Member] {
    let all =
      (try? FileManager.default.contentsOfDirectory(
        at: workspace.members, includingPropertiesForKeys: nil)) ?? []
    let files = all.filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var members: [Member] = []
    for file in files { members.append(try member(file, workspace)) }
    return members
  }

  private static func member(_ file: URL, _ workspace: Workspace) throws(Problem) -> Member {
    let shown = workspace.shown(file)
    let bytes = try Files.read(file, what: "The member file")
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first?.trimmingCharacters(in: .whitespaces) == "---",
      let end = lines.dropFirst().firstIndex(where: {
        $0.trimmingCharacters(in: .whitespaces) == "---"
      })
    else {
      throw Problem(
        .badData, "\(shown):1: a member file begins with “---”, its front matter, and “---”.")
    }
    // The first line keeps its place, so that messages name the file's own lines.
    let head = "\n" + lines[1..<end].joined(separator: "\n")
    let reader = try YAMLReader(text: head, file: shown)
    let languages = try reader.list("languages")
    let name = try reader.required("name", "the network's name")
    return Member(
      key: file.deletingPathExtension().lastPathComponent,
      name: name, short: try reader.text("short") ?? name,
      country: try reader.text("country") ?? "",
      languages: languages.compactMap { Language(parsing: $0) },
      site: try reader.text("site"), activities: try reader.list("activity"),
      text: lines[(end + 1)...].joined(separator: "\n"))
  }
}
