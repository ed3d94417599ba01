import Foundation

/// Contrast of two colours such as `#1d2b24` (WCAG 2.1, 1.4.3).
enum Contrast {
  static func ratio(_ one: String, _ other: String) -> Double {
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
    return weights.reduce(0) { sum, part in
      let channel = Double(value >> part.0 & 255) / 255
      let linear = channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      return sum + part.1 * linear
    }
  }
}
