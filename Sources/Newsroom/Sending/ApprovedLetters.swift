import Storage

/// What the database keeps of an approval, before any of it is sent.
enum ApprovedLetters {
  /// Computes the hash of the stored letters anew and compares it with the one that was approved.
  static func check(_ contents: MailingStore.Contents, name: String) throws(Problem) {
    let now = MailingHash.of(contents.letters.map { ($0.language, $0.message) })
    guard !contents.hash.isEmpty, now == contents.hash else {
      throw Problem(
        .badData,
        "The letters of \(name) in the database are not the ones that were approved. Nothing was "
          + "sent. Compose and approve it anew.")
    }
  }
}
