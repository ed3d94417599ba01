import Foundation
import TestSupport

extension TemporaryFolder {
  /// Writes bytes to a file in it and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: path(of: name)))
    return path(of: name)
  }
}
