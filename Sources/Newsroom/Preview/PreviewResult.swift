import Composer
package import Foundation
import Mail

/// Where a preview was written, and what it came to.
package struct PreviewResult: Sendable {
  let preview: Preview
  package let page: URL
  /// The page's path as people see it.
  package let shown: String

  package var json: String {
    let languages = preview.letters.map { JSONText.string($0.language) }.joined(separator: ",")
    return "{"
      + [
        JSONText.field("mailing", preview.source.name),
        JSONText.field("standing", preview.source.standing.rawValue),
        JSONText.field("page", Files.path(page)), "\"languages\":[\(languages)]",
        JSONText.field("errors", preview.errors.count),
        JSONText.field("warnings", preview.warnings.count),
      ].joined(separator: ",") + "}"
  }
}
