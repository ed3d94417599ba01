import Mail

/// A written address while it is being put right: scalars, what was done, and the name beside it.
struct AddressDraft: Sendable {
  var scalars: [Unicode.Scalar] {
    didSet { knowsSigns = false }
  }
  private(set) var repairs: [Repair] = []
  private(set) var name: String?
  /// Whether words between spaces were read as the domain’s dots: what follows may belong to it.
  var hasJoinedLabels = false
  /// Whether a number before the address was taken off: it could be a part of the name.
  var hasListNumber = false

  private var signs: DraftSigns
  private var knowsSigns = true

  private static let edges: ScalarSet = " \"'`,;:-•·*|"

  init(_ text: String) {
    scalars = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    signs = DraftSigns(of: scalars)
  }

  /// Does every repair that the text needs.
  mutating func repair() {
    for (step, anyOf) in RepairStep.order where holds(anyOf) && step.apply(&self) {
      note(step.repair)
    }
    if repairs.count > 1 { repairs = Repair.allCases.filter(repairs.contains) }
  }

  /// Whether the text, as it stands now, has one of the signs.
  mutating func holds(_ anyOf: DraftSigns) -> Bool {
    if !knowsSigns {
      signs = DraftSigns(of: scalars)
      knowsSigns = true
    }
    return !signs.isDisjoint(with: anyOf)
  }

  var text: String { Self.string(scalars[...]) }

  var firstAt: Int? { scalars.firstIndex(of: "@") }
  var lastAt: Int? { scalars.lastIndex(of: "@") }
  var countOfAts: Int { scalars.count { $0 == "@" } }

  mutating func note(_ repair: Repair) {
    if !repairs.contains(repair) { repairs.append(repair) }
  }

  /// Keeps what stood beside the address as a name, if there is a letter in it and none is known.
  mutating func keepName(_ part: ArraySlice<Unicode.Scalar>) {
    var part = part
    while let first = part.first, Self.edges.contains(first) { part.removeFirst() }
    while let last = part.last, Self.edges.contains(last) { part.removeLast() }
    guard name == nil, part.contains(where: \.properties.isAlphabetic), !part.contains("@") else {
      return
    }
    name = Self.string(part)
  }

  static func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
    let count = part.reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: count) { target in
      var next = 0
      for scalar in part {
        for octet in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          target[next] = octet
          next += 1
        }
      }
      return next
    }
  }

  /// Where the pattern, lower case, begins; letters of the text are compared without case.
  func find(_ pattern: String, from start: Int = 0) -> Range<Int>? {
    find(Array(pattern.unicodeScalars), from: start)
  }

  func find(_ wanted: [Unicode.Scalar], from start: Int = 0) -> Range<Int>? {
    guard !wanted.isEmpty, scalars.count >= start + wanted.count else { return nil }
    for begin in start...(scalars.count - wanted.count) {
      var same = 0
      while same < wanted.count, Self.lower(scalars[begin + same]) == wanted[same] { same += 1 }
      if same == wanted.count { return begin..<(begin + same) }
    }
    return nil
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("A"..."Z").contains(scalar) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value) + 32)
  }

  /// Puts the new text for every place where the pattern stands.
  mutating func replace(_ pattern: String, with new: String) -> Bool {
    replace(Array(pattern.unicodeScalars), with: new)
  }

  mutating func replace(_ pattern: [Unicode.Scalar], with new: String) -> Bool {
    var start = 0
    var changed = false
    while let range = find(pattern, from: start) {
      scalars.replaceSubrange(range, with: new.unicodeScalars)
      start = range.lowerBound + new.unicodeScalars.count
      changed = true
    }
    return changed
  }

  /// Puts something else for characters, as a rule appends it, and says whether anything changed.
  mutating func map(_ append: (Unicode.Scalar, inout [Unicode.Scalar]) -> Bool) -> Bool {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var changed = false
    for scalar in scalars {
      if append(scalar, &result) { changed = true } else { result.append(scalar) }
    }
    if changed { scalars = result }
    return changed
  }

  /// Drops the spaces on both sides of such characters; says whether there were any.
  mutating func dropSpaces(beside isSign: (Unicode.Scalar) -> Bool) -> Bool {
    guard scalars.contains(" ") else { return false }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar == " ", let last = result.last, isSign(last) { continue }
      if isSign(scalar) { while result.last == " " { result.removeLast() } }
      result.append(scalar)
    }
    defer { scalars = result }
    return result.count != scalars.count
  }

  mutating func trim() {
    while scalars.last == " " { scalars.removeLast() }
    if let first = scalars.firstIndex(where: { $0 != " " }), first > 0 {
      scalars.removeFirst(first)
    }
  }
}
