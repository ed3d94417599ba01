import ArgumentParser
import Foundation
import Newsroom

extension ContactsCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Judge addresses, one on each line of stdin.",
      discussion: """
        Prints for each line: the line, ok, fixed, suspect or bad, a code, and the cleaned address \
        or a suggestion, with tabs between. Needs neither a workspace nor the network.
        """)

    @Option(help: "tsv.") var format: CheckFormat = .tsv
    @Flag(help: .hidden) var measure = false

    func run() throws {
      if measure {
        var input: [UInt8] = []
        try Self.eachPortion { input.append(contentsOf: $0) }
        return Terminal.say(AddressCheck.measure(input))
      }
      var check = AddressCheck()
      var output: [UInt8] = []
      try Self.eachPortion { bytes in
        check.feed(bytes, into: &output)
        Terminal.print(bytes: output)
        output.removeAll(keepingCapacity: true)
      }
      check.finish(into: &output)
      Terminal.print(bytes: output)
    }

    private static func eachPortion(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: AddressCheck.portion)
      defer { buffer.deallocate() }
      while true {
        let count = read(0, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Problem(.missingInput, "stdin can't be read.") }
        if count == 0 { return }
        body(UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}

enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv
}
