import CArchive
import Contacts

/// One pass over a zip archive, through libarchive; no C pointer leaves this file.
final class ZipReading {
  struct Entry {
    var name: String
    var isRegular: Bool
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let workbook: WorkbookFile
  private var copy: UnsafeMutableRawPointer?
  private var entries = 0
  private static let mostEntries = 10_000
  /// Small, so that rows are given on soon.
  private static let chunk = 8_192

  init(_ workbook: WorkbookFile) throws(SheetError) {
    guard let archive = archive_read_new() else { throw workbook.broken("no memory") }
    self.archive = archive
    self.workbook = workbook
    archive_read_support_format_zip(archive)
    let status: Int32
    switch workbook.content {
    case .path(let path): status = archive_read_open_filename(archive, path, 65_536)
    case .bytes(let bytes):
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
      bytes.withUnsafeBytes {
        copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
      }
      self.copy = copy
      status = archive_read_open_memory(archive, copy, bytes.count)
    }
    guard status == ARCHIVE_OK else { throw failure }
  }

  deinit {
    archive_read_free(archive)
    copy?.deallocate()
  }

  /// The next entry; nil at the end.
  func next() throws(SheetError) -> Entry? {
    var pointer: OpaquePointer?
    let status = archive_read_next_header(archive, &pointer)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let pointer else { throw failure }
    entries += 1
    guard entries <= Self.mostEntries else {
      throw workbook.broken("more than \(Self.mostEntries) parts")
    }
    let name = archive_entry_pathname(pointer).map { String(cString: $0) } ?? ""
    return Entry(
      name: Self.plain(name), isRegular: archive_entry_filetype(pointer) & 0o170000 == 0o100000,
      isEncrypted: archive_entry_is_encrypted(pointer) != 0)
  }

  /// The next octets of the entry; none at its end.
  func read() throws(SheetError) -> [UInt8] {
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, filled in
      count = archive_read_data(archive, buffer.baseAddress, Self.chunk)
      filled = max(0, count)
    }
    // Also a warning is damage here: the checksum does not fit.
    guard count >= 0 else { throw failure }
    try workbook.unpacked(count)
    return chunk
  }

  /// Names as programs write them: `xl\workbook.xml`, `/xl/workbook.xml`.
  static func plain(_ name: String) -> String {
    let slashed = name.replacing("\\", with: "/").lowercased()
    return String(slashed.drop { $0 == "/" })
  }

  private var failure: SheetError {
    let text = archive_error_string(archive).map { String(cString: $0) } ?? "no zip archive"
    return workbook.broken(text)
  }
}
