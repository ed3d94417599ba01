/// What a catcher has done so far.
package struct CatcherFigures: Hashable, Sendable {
  package var connections = 0
  package var accepted = 0
  package var octets = 0
  package var interrupted = 0
  package var reports = 0
  /// How often each reply code was sent.
  package var replies: [Int: Int] = [:]
}
