import Foundation
import Mail

/// A colour of a style sheet, with its contrast to another (WCAG 2.1, 1.4.3).
struct Colour: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double
  var alpha: Double

  static let black = Self(red: 0, green: 0, blue: 0, alpha: 1)
  static let white = Self(red: 255, green: 255, blue: 255, alpha: 1)

  init(red: Double, green: Double, blue: Double, alpha: Double) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Reads `#rgb`, `#rrggbb`, both with alpha, `rgb(…)`, `rgba(…)` and the common names.
  init?(_ written: some StringProtocol) {
    let text = String(written).trimmed().lowercased()
    if text.hasPrefix("#") {
      var digits = text.dropFirst().compactMap(\.hexDigitValue)
      guard digits.count == text.count - 1 else { return nil }
      if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
      guard digits.count == 6 || digits.count == 8 else { return nil }
      let parts = stride(from: 0, to: digits.count, by: 2).map {
        Double(digits[$0] * 16 + digits[$0 + 1])
      }
      self.init(
        red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count > 3 ? parts[3] / 255 : 1)
      return
    }
    if text.hasPrefix("rgb"), let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let inside = text[text.index(after: open)...].dropLast()
      let parts = inside.split { " ,/".contains($0) }.map { part in
        part.hasSuffix("%") ? Double(part.dropLast()).map { $0 * 2.55 } : Double(part)
      }
      guard parts.count == 3 || parts.count == 4, let red = parts[0], let green = parts[1],
        let blue = parts[2]
      else { return nil }
      self.init(
        red: min(max(red, 0), 255), green: min(max(green, 0), 255), blue: min(max(blue, 0), 255),
        alpha: parts.count > 3 ? min(max(parts[3] ?? 1, 0), 1) : 1)
      return
    }
    guard let value = Self.names[text] else { return nil }
    self = value
  }

  private static let names: [String: Self] = {
    let written = """
      black 000000 white ffffff red ff0000 green 008000 blue 0000ff gray 808080 grey 808080
      silver c0c0c0 maroon 800000 purple 800080 fuchsia ff00ff lime 00ff00 olive 808000
      yellow ffff00 navy 000080 teal 008080 aqua 00ffff orange ffa500 pink ffc0cb brown a52a2a
      gold ffd700 lightgray d3d3d3 lightgrey d3d3d3 darkgray a9a9a9 darkgrey a9a9a9
      dimgray 696969 dimgrey 696969 whitesmoke f5f5f5 crimson dc143c tomato ff6347
      darkgreen 006400 seagreen 2e8b57 steelblue 4682b4 royalblue 4169e1 indigo 4b0082
      """
    let parts = written.split(whereSeparator: \.isWhitespace)
    var names = ["transparent": Self(red: 0, green: 0, blue: 0, alpha: 0)]
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      names[String(parts[index])] = Self("#\(parts[index + 1])")
    }
    return names
  }()

  /// As it looks on an opaque ground.
  func on(_ ground: Self) -> Self {
    func mixed(_ one: Double, _ other: Double) -> Double { one * alpha + other * (1 - alpha) }
    return Self(
      red: mixed(red, ground.red), green: mixed(green, ground.green),
      blue: mixed(blue, ground.blue), alpha: 1)
  }

  func contrast(with other: Self) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private var luminance: Double {
    [(red, 0.2126), (green, 0.7152), (blue, 0.0722)].reduce(0) { sum, part in
      let channel = part.0 / 255
      let linear = channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      return sum + part.1 * linear
    }
  }

  var hex: String {
    "#"
      + [red, green, blue].map { value in
        let text = String(Int(value.rounded()), radix: 16)
        return text.count < 2 ? "0" + text : text
      }.joined()
  }
}
