import CArchive

/// Zip archives for tests, made by libarchive in memory.
enum ZipWriting {
  enum Content {
    case text(String)
    /// One octet, so many times.
    case filled(UInt8, Int)
    /// A piece of text, so many times, between two others.
    case repeated(String, String, Int, String)
    case link(String)
  }

  static func archive(_ parts: [(String, Content)], password: String? = nil) -> [UInt8] {
    guard let archive = archive_write_new() else { return [] }
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    if let password {
      archive_write_set_options(archive, "zip:encryption=zipcrypt")
      archive_write_set_passphrase(archive, password)
    }
    var room = [UInt8](repeating: 0, count: 1 << 20)
    var used = 0
    room.withUnsafeMutableBytes { buffer in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for (name, content) in parts { add(name, content, to: archive) }
      archive_write_close(archive)
    }
    return Array(room[..<used])
  }

  private static func add(_ name: String, _ content: Content, to archive: OpaquePointer) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_perm(entry, 0o644)
    let isLink = if case .link = content { true } else { false }
    archive_entry_set_filetype(entry, isLink ? 0o120000 : 0o100000)
    if case .link(let target) = content { archive_entry_set_symlink(entry, target) }
    archive_write_header(archive, entry)
    switch content {
    case .text(let text): write(Array(text.utf8), to: archive)
    case .filled(let octet, var count):
      let piece = [UInt8](repeating: octet, count: 1 << 20)
      while count > 0 {
        write(Array(piece.prefix(count)), to: archive)
        count -= piece.count
      }
    case .repeated(let begin, let middle, let count, let end):
      write(Array(begin.utf8), to: archive)
      let piece = Array(String(repeating: middle, count: 1_000).utf8)
      for _ in 0..<count / 1_000 { write(piece, to: archive) }
      write(Array(end.utf8), to: archive)
    case .link: break
    }
    archive_write_finish_entry(archive)
  }

  private static func write(_ bytes: [UInt8], to archive: OpaquePointer) {
    _ = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
  }
}
