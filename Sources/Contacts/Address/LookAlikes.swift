import Mail

/// Letters that are taken for a Latin one, with that one.
///
/// The letters of Greek, Cyrillic, Armenian and Latin in Unicode's confusables.txt 15.0 whose
/// look-alike is an ASCII letter (UTS 39; as in the PyPI package confusable-homoglyphs 3.3.1 of
/// 2024-01-30, looked through by hand on 2026-11-24).
enum LookAlikes {
  private static let pairs = """
    ıi ɑa ɡg ɩi ɪi ʋu ʏy ɣy ᴄc ᴏo ᴜu ᴠv ᴡw ᴢz \
    ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa γy ιi κk νv οo ρp σo υu χx ϳj \
    ЅS ІI ЈJ АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX аa еe кk оo рp сc уy хx ѕs іi јj ѵv һh ԁd ԛq ԝw \
    ҮY үy Ӏl ՍU ՏS ՕO հh ոn սu օo ցg զq աw
    """

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(separator: " ") {
      if let strange = pair.unicodeScalars.first, let plain = pair.unicodeScalars.last {
        table[strange] = plain
      }
    }
    return table
  }()

  /// Puts the Latin letter for each that is taken for it.
  static func plain(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append(scalar.value < 0x80 ? scalar : table[scalar] ?? scalar)
    }
    return String(view)
  }

  /// The same without accents, as a glance takes it: `gmáıl` is `gmail`.
  static func glance(_ text: String) -> String {
    guard text.unicodeScalars.allSatisfy({ $0.value < latin.count }) else {
      return AddressDraft.string(seen(text)[...])
    }
    var letters: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { letters += latin[Int(scalar.value)] }
    return AddressDraft.string(letters[...])
  }

  /// What is seen of each Latin letter below the combining marks.
  private static let latin = (0..<UInt32(0x250)).map { value in
    Unicode.Scalar(value).map { seen(String($0)) } ?? []
  }

  private static func seen(_ text: String) -> [Unicode.Scalar] {
    Normalization.nfd(text).unicodeScalars.compactMap { scalar in
      if scalar.value < 0x80 { return scalar }
      return scalar.properties.generalCategory == .nonspacingMark ? nil : table[scalar] ?? scalar
    }
  }
}
