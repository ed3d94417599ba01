/// How a letter's pictures come to the reader.
package enum PictureDelivery: Hashable, Sendable {
  /// Each letter carries them, so that they show without asking anybody.
  case embedded
  /// They lie below this address, in `editions/PERIOD/`, beside the page.
  case hosted(base: String)
}
