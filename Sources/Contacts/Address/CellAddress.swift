/// One address out of a cell: as written, the name beside it, and what is thought of it.
package struct CellAddress: Hashable, Sendable {
  package let written: String
  /// From `Name <a@b>`, `a@b (Name)` or `Name a@b`.
  package let name: String?
  package let verdict: Verdict

  package init(written: String, name: String?, verdict: Verdict) {
    self.written = written
    self.name = name
    self.verdict = verdict
  }
}
