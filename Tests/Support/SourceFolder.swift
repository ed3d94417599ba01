import Foundation

/// Where this checkout lies, also when a package elsewhere links to its folders.
package enum SourceFolder {
  /// `Tests/Support` of the checkout.
  package static var support: String {
    URL(filePath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath().path
  }

  /// The top of the checkout.
  package static var root: String {
    URL(filePath: support).deletingLastPathComponent().deletingLastPathComponent().path
  }
}
