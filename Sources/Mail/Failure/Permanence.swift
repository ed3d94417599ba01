/// Whether trying again can help.
package enum Permanence: String, Sendable, Codable {
  case permanent
  case temporary
}
