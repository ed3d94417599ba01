/// Which deliveries a run may take.
package struct LedgerSelection: Sendable, Hashable {
  package var mailing: Int64
  /// Only contacts on these lists; empty is no narrowing.
  package var lists: [Int64]
  /// A trial ledger has neither lists nor suppressions to check again.
  package var isTrial: Bool
  /// Whether the letters ask for the reader's member or roles, so that they are looked up.
  package var readsFacts: Bool
  /// The revision whose letters the run sends; nil is the newest.
  ///
  /// A run takes no rows once a newer one was approved: those are to get the newer letter.
  package var revision: Int64?

  package init(
    mailing: Int64, revision: Int64? = nil, lists: [Int64] = [], isTrial: Bool = false,
    readsFacts: Bool = false
  ) {
    self.mailing = mailing
    self.revision = revision
    self.lists = lists
    self.isTrial = isTrial
    self.readsFacts = readsFacts
  }
}
