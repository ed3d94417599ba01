import Contacts
import Foundation

/// Takes the rows of a combed list's tables section by section, and joins them into files at the
/// end: a list of a million people has tables that are too large to be held.
final class SectionFiles {
  private let folder: URL
  private var handles: [Worksheet.Section: FileHandle] = [:]
  private var pending: [Worksheet.Section: [UInt8]] = [:]

  /// Sections wait in hidden files of this folder.
  init(folder: URL) {
    self.folder = folder
  }

  deinit {
    for section in handles.keys { try? FileManager.default.removeItem(at: place(section)) }
  }

  func take(_ section: Worksheet.Section, _ bytes: [UInt8]) throws(Problem) {
    pending[section, default: []] += bytes
    if (pending[section]?.count ?? 0) > 1 << 16 { try flush(section) }
  }

  /// Writes the sections that have rows, one after the other, below the headings.
  ///
  /// Gives false, and writes nothing, where none has.
  func join(_ sections: [Worksheet.Section], head: [UInt8], to file: URL) throws(Problem) -> Bool {
    guard sections.contains(where: { handles[$0] != nil || pending[$0] != nil }) else {
      return false
    }
    let part = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).part")
    try Files.write(head, to: part)
    do {
      let target = try FileHandle(forWritingTo: part)
      defer { try? target.close() }
      try target.seekToEnd()
      for section in sections {
        if handles[section] != nil {
          try flush(section)
          let source = try FileHandle(forReadingFrom: place(section))
          defer { try? source.close() }
          while let piece = try source.read(upToCount: 1 << 18), !piece.isEmpty {
            try target.write(contentsOf: piece)
          }
        } else if let bytes = pending[section] {
          try target.write(contentsOf: Data(bytes))
        }
      }
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.cannotWrite, "\(Files.path(part)) can't be written. Is the disk full?")
    }
    guard rename(Files.path(part), Files.path(file)) == 0 else {
      throw Problem(
        .cannotWrite, "\(Files.path(file)) can't be written. Check the folder's rights.")
    }
    return true
  }

  private func flush(_ section: Worksheet.Section) throws(Problem) {
    guard let bytes = pending.removeValue(forKey: section) else { return }
    do {
      let handle = try handles[section] ?? make(section)
      handles[section] = handle
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw Problem(
        .cannotWrite, "\(Files.path(place(section))) can't be written. Is the disk full?")
    }
  }

  private func make(_ section: Worksheet.Section) throws -> FileHandle {
    try Files.makeFolder(folder)
    try Files.write([], to: place(section))
    return try FileHandle(forWritingTo: place(section))
  }

  private func place(_ section: Worksheet.Section) -> URL {
    folder.appending(path: ".comb-\(getpid())-\(section.rawValue)")
  }
}
