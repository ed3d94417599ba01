import Foundation

/// Writes and reads the workspace's files, turning failures into problems with what to do.
enum Files {
  static func makeFolder(_ url: URL) throws(Problem) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw Problem(
        .cannotWrite, "\(path(url)) can't be made (\(words(error))). Check the folder's rights.")
    }
  }

  /// Writes a whole file, in place at once.
  static func write(_ bytes: some Sequence<UInt8>, to url: URL) throws(Problem) {
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw Problem(
        .cannotWrite,
        "\(path(url)) can't be written (\(words(error))). Check the folder's rights.")
    }
  }

  /// Writes a file that is not there yet; gives false, and leaves it alone, where there is one.
  static func writeNew(_ bytes: some Sequence<UInt8>, to url: URL) throws(Problem) -> Bool {
    do {
      try Data(bytes).write(to: url, options: .withoutOverwriting)
      return true
    } catch {
      if (error as? CocoaError)?.code == .fileWriteFileExists { return false }
      throw Problem(
        .cannotWrite,
        "\(path(url)) can't be written (\(words(error))). Check the folder's rights.")
    }
  }

  /// Writes a file that only its owner may read.
  static func writeSecret(_ bytes: [UInt8], to url: URL) throws(Problem) {
    let made = FileManager.default.createFile(
      atPath: path(url), contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    guard made else {
      throw Problem(.cannotWrite, "\(path(url)) can't be written. Check the folder's rights.")
    }
  }

  static func read(_ url: URL, what: String) throws(Problem) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      let exists = FileManager.default.fileExists(atPath: path(url))
      throw Problem(
        exists ? .noPermission : .missingInput,
        "\(what) \(path(url)) can't be read (\(words(error))).")
    }
  }

  static func path(_ url: URL) -> String { url.path(percentEncoded: false) }

  static func modified(_ url: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path(url))
    return attributes?[.modificationDate] as? Date
  }

  /// The system's short reason.
  private static func words(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    if let cause = error.underlying as? POSIXError {
      return String(cString: strerror(cause.code.rawValue))
    }
    switch error.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
    case .fileWriteNoPermission, .fileReadNoPermission: return "no permission"
    case .fileWriteVolumeReadOnly: return "the disk is read-only"
    case .fileWriteOutOfSpace: return "the disk is full"
    case .fileWriteFileExists: return "a file of that name is in the way"
    default: return "error \(error.code.rawValue)"
    }
  }
}
