/// One header field (RFC 5322 section 2.2): a name of printable ASCII and a value without breaks.
package struct HeaderField: Hashable, Sendable {
  package let name: String
  package let value: HeaderValue

  package init(_ name: String, _ value: HeaderValue) throws(HeaderError) {
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") })
    else {
      throw HeaderError(header: name, reason: "a header's name is printable ASCII without a colon")
    }
    self.name = name
    self.value = value
  }
}
