/// Why nothing was erased.
package enum ErasureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The hash can't be kept outside the workspace.
  case outside(OutsideSuppressions.Failure)

  package var description: String {
    switch self {
    case .outside(let failure): "\(failure) Nothing was erased."
    }
  }
}
