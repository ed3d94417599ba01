/// Writes the few JSON lines that are streamed; whole documents go through JSONEncoder.
package enum JSONText {
  package static func field(_ key: String, _ value: String?) -> String {
    "\(string(key)):\(value.map(string) ?? "null")"
  }

  package static func field(_ key: String, _ value: Int) -> String { "\(string(key)):\(value)" }

  package static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value) {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
