import Composer

/// Outside text for the preview page.
///
/// In a file of its own, because reading mail has an `HTMLText`, too.
enum PageText {
  static func escape(_ text: String) -> String { HTMLText.escape(text) }
}
