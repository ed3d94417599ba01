import Contacts
import Foundation

/// Looks which files of a workspace hold a person.
struct PersonSearch {
  /// A file with the first lines, or rows of a table, that hold the person.
  struct Place: Sendable {
    let file: String
    var lines: [Int]
    var count: Int
  }

  let workspace: Workspace
  let finder: PersonFinder

  /// Pictures and the like hold a short name by chance only.
  private static let withoutText: Set<String> = [
    "gif", "ico", "jpeg", "jpg", "pdf", "png", "svg", "webp", "woff", "woff2",
  ]

  /// All files but the databases, secrets and what git keeps, by name.
  func places() -> [Place] {
    guard !finder.isEmpty,
      let files = FileManager.default.enumerator(atPath: Files.path(workspace.directory))
    else { return [] }
    var found: [Place] = []
    while let path = files.nextObject() as? String {
      guard isToRead(path) else { continue }
      let url = workspace.directory.appending(path: path)
      if let place = rows(url, path) ?? lines(url, path), place.count > 0 { found.append(place) }
    }
    return found.sorted { $0.file < $1.file }
  }

  private func isToRead(_ path: String) -> Bool {
    let top = path.split(separator: "/").first.map(String.init) ?? path
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ![".git", "secrets"].contains(top) && !path.hasPrefix("solstice.db")
      && !path.hasPrefix("trial.db") && !Self.withoutText.contains(ending)
  }

  /// A spreadsheet is read as one: it may be packed, or in an encoding of its country.
  private func rows(_ url: URL, _ path: String) -> Place? {
    let isFolder = url.hasDirectoryPath || (try? FileHandle(forReadingFrom: url)) == nil
    guard !isFolder, ListFile.endings.contains(url.pathExtension.lowercased()) else { return nil }
    do {
      var rows = try ListFile(url, in: workspace, encoding: nil).open()
      var place = Place(file: path, lines: [], count: 0)
      while let row = try rows.next() {
        guard row.cells.contains(where: finder.finds) else { continue }
        place.count += 1
        if place.lines.count < PersonLines.mostLines { place.lines.append(row.line) }
      }
      return place
    } catch {
      // What is no table after all is looked through as it stands.
      return nil
    }
  }

  private func lines(_ url: URL, _ path: String) -> Place? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? handle.close() }
    var lines = PersonLines(finder: finder)
    while let piece = try? handle.read(upToCount: 1 << 18), !piece.isEmpty {
      lines.take(Array(piece)[...])
    }
    lines.finish()
    return Place(file: path, lines: lines.lines, count: lines.count)
  }
}
