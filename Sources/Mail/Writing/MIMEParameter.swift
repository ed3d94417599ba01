/// Writes a parameter of a MIME header (RFC 2045 section 5.1; RFC 2231 for what is not ASCII).
package enum MIMEParameter {
  /// A parameter as `; name=value`, folded before itself.
  ///
  /// The name is ours and ASCII; the value may be anything. A long value is split in numbered
  /// sections (RFC 2231 section 3).
  package static func write(_ name: String, _ value: String) -> String {
    let clean = HeaderValue.sanitising(value).text
    let isASCII = clean.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isASCII, name.utf8.count + clean.utf8.count < 70 {
      if !clean.isEmpty, clean.utf8.allSatisfy(isTokenByte) { return ";\r\n \(name)=\(clean)" }
      let escaped = clean.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return ";\r\n \(name)=\"\(escaped)\""
    }
    let pieces = percentPieces(clean, limit: max(16, 64 - name.utf8.count))
    guard pieces.count > 1 else { return ";\r\n \(name)*=UTF-8''\(pieces.first ?? "")" }
    var output = ""
    for (index, piece) in pieces.enumerated() {
      output += ";\r\n \(name)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(piece)"
    }
    return output
  }

  private static func percentPieces(_ text: String, limit: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for scalar in text.unicodeScalars {
      var encoded = ""
      for byte in String(scalar).utf8 {
        if isAttributeByte(byte) {
          encoded.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let digits = [HexDigits.upper[Int(byte >> 4)], HexDigits.upper[Int(byte & 15)]]
          encoded += "%" + String(decoding: digits, as: UTF8.self)
        }
      }
      if piece.utf8.count + encoded.utf8.count > limit {
        pieces.append(piece)
        piece = ""
      }
      piece += encoded
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isTokenByte(byte) && !"*'%".utf8.contains(byte)
  }
}
