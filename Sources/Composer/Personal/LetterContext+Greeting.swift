import Mail

extension LetterContext {
  /// "Dear Suk Kim," where there is a name, as it is written, else "Dear colleagues,".
  ///
  /// Nothing where the theme has no words for it.
  var greeting: String? {
    guard let named = phrases.view["greeting"], let plain = phrases.view["greeting_plain"],
      !named.isEmpty, !plain.isEmpty
    else { return nil }
    let name = MergeMarker.mark(.recipientName)
    return MergeMarker.mark(.has(.recipientName)) + phrases.text("greeting", ["name": name])
      + MergeMarker.otherwise() + phrases.text("greeting_plain") + MergeMarker.end()
  }
}
