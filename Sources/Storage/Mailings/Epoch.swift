import Foundation

/// The number in the upper bits of delivery ids: drawn once for a database.
enum Epoch {
  static func load(_ database: SolsticeDatabase) throws -> Int64 {
    let bytes = try Meta(database: database).bytes(
      "epoch",
      orMake: {
        var generator = SystemRandomNumberGenerator()
        let epoch = UInt16.random(in: 1...0x7FFE, using: &generator)
        return Data([UInt8(epoch >> 8), UInt8(epoch & 0xFF)])
      })
    return bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
  }
}
