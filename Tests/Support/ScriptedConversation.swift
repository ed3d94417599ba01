/// What one connection to a scripted server said.
package struct ScriptedConversation: Sendable, Hashable {
  /// The client's lines outside bodies, without CRLF.
  package internal(set) var lines: [String] = []
  /// Each body as it came over the wire (dots still doubled), without the final dot's line; of
  /// one that broke off, or that was only partly read, what was read.
  package internal(set) var bodies: [[UInt8]] = []
  /// Where the client did not keep to the script, and what it did instead.
  package internal(set) var problems: [String] = []
  package internal(set) var isOver = false
}
