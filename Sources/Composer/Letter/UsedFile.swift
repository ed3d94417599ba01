/// A file to lie beside an edition's page.
package struct UsedFile: Hashable, Sendable {
  /// The path beside the page, such as `images/hills.png`.
  package let path: String
  package let bytes: [UInt8]
}
