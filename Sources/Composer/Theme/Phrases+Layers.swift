extension Phrases {
  /// These words with those of a theme that is based on this one, key by key.
  func changed(by other: Phrases) -> Phrases {
    var merged = self
    merged.texts.merge(other.texts) { $1 }
    merged.lists.merge(other.lists) { $1 }
    for (name, table) in other.tables {
      merged.tables[name, default: [:]].merge(table) { $1 }
    }
    return merged
  }
}
