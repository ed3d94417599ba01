/// One sentence that a text lost, gained, or has in other words.
package struct TextChange: Hashable, Sendable {
  /// The sentence as it was; nil where it is new.
  package let before: String?
  /// The sentence as it is; nil where it is gone.
  package let after: String?

  package init(before: String?, after: String?) {
    self.before = before
    self.after = after
  }

  /// Both sentences with marks around the words that differ.
  package var marked: (before: String?, after: String?) {
    guard let before, let after else { return (before, after) }
    let old = Sentences.words(before)
    let new = Sentences.words(after)
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    return (Self.mark(old, gone), Self.mark(new, come))
  }

  private static func mark(_ words: [String], _ changed: Set<Int>) -> String {
    var output = ""
    var isOpen = false
    for (index, word) in words.enumerated() {
      // A blank between two changed words does not part them.
      let isInside =
        changed.contains(index)
        || isOpen && word.allSatisfy(\.isWhitespace) && changed.contains(index + 1)
      if isInside != isOpen { output += isInside ? "[" : "]" }
      isOpen = isInside
      output += word
    }
    return isOpen ? output + "]" : output
  }

  /// What happened to a text, sentence by sentence.
  ///
  /// Pure. Of what stands at one place, alike sentences are told as one that changed.
  package static func between(_ old: String, _ new: String) -> [Self] {
    let before = Sentences.of(old)
    let after = Sentences.of(new)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var changes: [Self] = []
    var left: [String] = []
    var right: [String] = []
    func flush() {
      changes += paired(left, right)
      left = []
      right = []
    }
    var old = 0
    var new = 0
    while old < before.count || new < after.count {
      if old < before.count, gone.contains(old) {
        left.append(before[old])
        old += 1
      } else if new < after.count, come.contains(new) {
        right.append(after[new])
        new += 1
      } else {
        flush()
        old += 1
        new += 1
      }
    }
    flush()
    return changes
  }

  private static func paired(_ old: [String], _ new: [String]) -> [Self] {
    var rest = new[...]
    var changes: [Self] = []
    for sentence in old {
      guard let index = rest.firstIndex(where: { isAlike(sentence, $0) }) else {
        changes.append(Self(before: sentence, after: nil))
        continue
      }
      changes += rest[..<index].map { Self(before: nil, after: $0) }
      changes.append(Self(before: sentence, after: rest[index]))
      rest = rest[(index + 1)...]
    }
    return changes + rest.map { Self(before: nil, after: $0) }
  }

  /// Whether a good third of the words is common to both.
  private static func isAlike(_ old: String, _ new: String) -> Bool {
    let letters = { (words: [String]) in words.filter { $0.contains { !$0.isWhitespace } } }
    let one = letters(Sentences.words(old))
    let other = letters(Sentences.words(new))
    var counts: [String: Int] = [:]
    for word in one { counts[word, default: 0] += 1 }
    var common = 0
    for word in other where counts[word, default: 0] > 0 {
      counts[word, default: 0] -= 1
      common += 1
    }
    return common * 3 >= max(one.count, other.count)
  }
}
