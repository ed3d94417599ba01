import Foundation
import Mail

/// Finds a repaired address again in what was written, by other means than the repairs: every
/// letter and dot of the local part and every letter of the domain, in order, whole words.
struct LetterWitness {
  private let text: [Unicode.Scalar]
  private let decoding: Decoding
  private let written: String

  /// “%40” is a part of the mailbox's name where an @ follows.
  private enum Decoding { case all, ats, references, none }

  private static let ats = [
    "@", "at", "a", "ät", "arroba", "アットマーク", "アット", "あっと", "골뱅이", "@マーク", "★", "☆", "◎", "●", "■",
    "◆",
  ].map { Array($0.unicodeScalars) }
  private static let dots = [
    ".", ",", ";", "dot", "punkt", "punto", "point", "ponto", "ドット", "点",
  ].map { Array($0.unicodeScalars) }
  private static let around = Set(" ()[]{}<>_-*".unicodeScalars)
  private static let references = [
    "&commat;": "@", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&nbsp;": " ",
    "&period;": ".", "&amp;": "&", "&lowbar;": "_", "&hyphen;": "-", "&shy;": "", "&zwnj;": "",
    "<br>": " ", "<br/>": " ", "<br />": " ", "<wbr>": " ",
  ]

  init(_ written: String) {
    self.init(written, .all)
  }

  private init(_ written: String, _ decoding: Decoding) {
    self.written = written
    self.decoding = decoding
    var plain = written
    if decoding != .none, written.contains(where: { "&<".contains($0) }) {
      plain = Self.decoded(plain)
      plain = plain.replacingOccurrences(of: "<a [^>@]*>", with: " ", options: .regularExpression)
    }
    if decoding == .all || decoding == .ats {
      plain = plain.replacingOccurrences(of: "%40", with: "@")
    }
    if decoding == .all { plain = plain.replacingOccurrences(of: "%20", with: " ") }
    var view = String.UnicodeScalarView()
    for scalar in plain.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212: view.append("-")
      case 0x2018...0x201B, 0x2032, 0x2035, 0xB4, 0x2039, 0x203A: view.append("'")
      case 0x3002: view.append(".")
      case 0x3001: view.append(",")
      case 0x5C: continue
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x34F, 0xFFFC, 0x17B4, 0x17B5: continue
      case 0x180B...0x180F, 0xFE00...0xFE0F: continue
      default:
        let properties = scalar.properties
        if properties.isWhitespace || scalar.value == 0x2800 {
          view.append(" ")
        } else if ![.control, .format].contains(properties.generalCategory) {
          view.append(scalar)
        }
      }
    }
    // What was dropped may have stood before an accent.
    text = Array(String(view).precomposedStringWithCompatibilityMapping.unicodeScalars)
  }

  private static func decoded(_ written: String) -> String {
    var plain = written
    for (code, sign) in references {
      plain = plain.replacingOccurrences(of: code, with: sign, options: .caseInsensitive)
    }
    guard plain.contains("&#") else { return plain }
    for value in UInt32(0x20)...0x7E {
      guard let sign = Unicode.Scalar(value) else { continue }
      let hex = String(value, radix: 16)
      let number = "&#(0*\(value)|[xX]0*\(hex)|[xX]0*\(hex.uppercased()));"
      plain = plain.replacingOccurrences(
        of: number, with: sign == "\\" ? "" : String(sign), options: .regularExpression)
    }
    return plain
  }

  func holds(_ address: EmailAddress) -> Bool {
    let local = Self.plain(address.localPart)
    let shown = address.domain.unicode.split(separator: ".")
    let labels = address.domain.ascii.split(separator: ".")
    let domain = zip(shown, labels).map { [Self.plain(String($0)), Self.plain(String($1))] }
    for start in text.indices where start == 0 || !Self.isWord(text[start - 1]) {
      guard let end = localEnd(local, from: start) else { continue }
      for after in atEnds(from: end) where domainIs(domain, from: after) { return true }
    }
    return switch decoding {
    case .all: Self(written, .ats).holds(address)
    case .ats: Self(written, .references).holds(address)
    case .references: Self(written, .none).holds(address)
    case .none: false
    }
  }

  private static func plain(_ text: String) -> [Unicode.Scalar] {
    Array(text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Spaces stand only beside dots.
  private func localEnd(_ local: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    for (position, wanted) in local.enumerated() {
      let isBesideDot = wanted == "." || position > 0 && local[position - 1] == "."
      while isBesideDot, index < text.count, text[index] == " " { index += 1 }
      if index < text.count, text[index] == wanted {
        index += 1
      } else if wanted == ".", let next = word(Self.dots, at: skip(index)) {
        index = skip(next)
      } else {
        return nil
      }
    }
    return index
  }

  /// Every place where what stands for the @ may end.
  private func atEnds(from start: Int) -> [Int] {
    var ends: [Int] = []
    let first = skip(start)
    for at in Self.ats where text[first...].starts(with: at) {
      var end = skip(first + at.count)
      ends.append(end)
      while let next = word(Self.dots + [["@"]], at: end) {
        end = skip(next)
        ends.append(end)
      }
    }
    return ends
  }

  /// Each label in either of its forms.
  private func domainIs(_ domain: [[[Unicode.Scalar]]], from start: Int) -> Bool {
    var index = start
    for (position, forms) in domain.enumerated() {
      if position > 0 {
        var next = index
        while let end = word(Self.dots, at: skip(next)) { next = skip(end) }
        guard next > index else { return false }
        index = next
      }
      guard let end = forms.compactMap({ labelEnd($0, from: index) }).first else { return false }
      index = end
    }
    return index == text.count || !Self.isWord(text[index])
  }

  private func labelEnd(_ label: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    for wanted in label {
      while index < text.count, text[index] == " " { index += 1 }
      guard index < text.count, text[index] == wanted else { return nil }
      index += 1
    }
    return index
  }

  private func word(_ words: [[Unicode.Scalar]], at index: Int) -> Int? {
    words.first { index <= text.count && text[index...].starts(with: $0) }.map { index + $0.count }
  }

  private func skip(_ index: Int) -> Int {
    var index = index
    while index < text.count, Self.around.contains(text[index]) { index += 1 }
    return index
  }
}
