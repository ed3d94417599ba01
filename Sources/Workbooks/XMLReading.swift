import CXML
import Contacts

/// What is told of an XML file, in its order; names come without their prefix.
protocol XMLListener: AnyObject {
  func begins(_ name: String, _ attributes: XMLAttributes)
  /// Text, in one piece or several.
  func reads(_ text: [UInt8])
  func ends(_ name: String)
}

/// An element's attributes by their names without prefix.
struct XMLAttributes {
  private var pairs: [(name: String, value: String)] = []

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  mutating func add(_ name: String, _ value: String) { pairs.append((name, value)) }
}

/// Reads XML piece by piece through libxml2; no C pointer leaves this file.
///
/// A document type is refused at once: workbooks have none, and with it go entities, those that
/// multiply and those that reach for files or networks.
final class XMLReading {
  private let context: xmlParserCtxtPtr
  private let state: State

  private final class State {
    unowned let listener: any XMLListener
    var context: xmlParserCtxtPtr?
    var text: [UInt8] = []
    var hasDocumentType = false

    init(_ listener: any XMLListener) { self.listener = listener }

    func flush() {
      guard !text.isEmpty else { return }
      listener.reads(text)
      text.removeAll(keepingCapacity: true)
    }
  }

  // libxml2 asks to be set up before threads use it.
  private static let isSetUp: Bool = {
    xmlInitParser()
    return true
  }()

  /// The listener must outlive the reading.
  init?(_ listener: any XMLListener) {
    guard Self.isSetUp else { return nil }
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      guard let state = XMLReading.state(data) else { return }
      state.flush()
      state.listener.begins(
        XMLReading.string(name), XMLReading.attributes(Int(count), attributes))
    }
    handler.endElementNs = { data, name, _, _ in
      guard let state = XMLReading.state(data) else { return }
      state.flush()
      state.listener.ends(XMLReading.string(name))
    }
    let characters: charactersSAXFunc = { data, text, count in
      guard let state = XMLReading.state(data), let text else { return }
      state.text.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
      if state.text.count > 65_536 { state.flush() }
    }
    handler.characters = characters
    handler.cdataBlock = characters
    handler.ignorableWhitespace = characters
    handler.internalSubset = { data, _, _, _ in
      guard let state = XMLReading.state(data) else { return }
      state.hasDocumentType = true
      xmlStopParser(state.context)
    }
    // Says nothing on standard error; what went wrong is asked for afterwards.
    handler.serror = { _, _ in }
    let state = State(listener)
    let data = Unmanaged.passUnretained(state).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, data, nil, 0, nil) else { return nil }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    state.context = context
    self.state = state
    self.context = context
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Reads on, an empty piece being the end, and returns what is wrong, if anything.
  func feed(_ octets: [UInt8]) -> String? {
    let isLast: Int32 = octets.isEmpty ? 1 : 0
    octets.withUnsafeBytes { bytes in
      _ = xmlParseChunk(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast)
    }
    if state.hasDocumentType { return "its XML has a document type" }
    guard context.pointee.wellFormed == 0 else { return nil }
    guard let error = xmlCtxtGetLastError(context) else { return "its XML is broken" }
    let message = error.pointee.message.map { String(cString: $0) } ?? "broken XML"
    let line = message.split(separator: "\n").first ?? "broken XML"
    return "\(line), line \(error.pointee.line) of its XML"
  }

  private static func state(_ data: UnsafeMutableRawPointer?) -> State? {
    data.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// libxml2 gives five pointers for each: name, prefix, namespace, begin and end of the value.
  private static func attributes(
    _ count: Int, _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> XMLAttributes {
    var attributes = XMLAttributes()
    guard let pointers else { return attributes }
    for index in 0..<count {
      guard let begin = pointers[5 * index + 3], let end = pointers[5 * index + 4] else { continue }
      let value = UnsafeBufferPointer(start: begin, count: end - begin)
      var text = String(decoding: value, as: UTF8.self)
      // Where entities are not expanded libxml2 leaves each & as this one, and no other.
      if value.contains(0x26) { text = text.replacing("&#38;", with: "&") }
      attributes.add(string(pointers[5 * index]), text)
    }
    return attributes
  }
}
