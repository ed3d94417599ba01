/// The digits that MIME's encodings are written with.
enum HexDigits {
  static let upper = Array("0123456789ABCDEF".utf8)
}
