import FoundationEssentials

/// Files as bytes, with words for what went wrong.
enum FileBytes {
  static func read(_ path: String, limit: Int) throws(InboxError) -> [UInt8] {
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      return [UInt8](data.prefix(limit))
    } catch {
      throw InboxError(place: path, reason: "can't read it (\(error)); check that it may be read")
    }
  }
}
