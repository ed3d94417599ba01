/// Why a file of the workspace can't be read.
package enum SourceFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing
  case brokenLink
  case outside(isLink: Bool)
  case folder
  case noFile
  case tooLarge(UInt64, limit: Int)
  case unreadable

  package var description: String {
    switch self {
    case .missing: "there is no such file"
    case .brokenLink: "this is a link to a file that is not there; put the file itself here"
    case .outside(isLink: true):
      "this is a link to a file outside the folder; put the file itself here"
    case .outside(isLink: false): "this file is outside the folder; put it inside"
    case .folder: "this is a folder, but its name is a file's; rename it"
    case .noFile: "this is no file that can be read to its end; put the file itself here"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes; at most \(limit) are read"
    case .unreadable: "the file can't be read; check its rights"
    }
  }
}
