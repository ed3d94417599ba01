import Contacts

/// What an Excel workbook says about its sheets before any of them is read.
struct ExcelBook {
  struct Part {
    var name: String
    var isHidden: Bool
    /// Where it lies in the archive.
    var path: String
  }

  private(set) var sheets: [Part] = []
  private(set) var sharedStrings: String?
  private(set) var from1904 = false
  /// By a cell's `s`.
  private(set) var styles: [CellNumber.Style] = []

  private static let longestPart = 32 << 20

  /// Nil where the archive holds no Excel workbook.
  init?(_ workbook: WorkbookFile, names: Set<String>) throws(SheetError) {
    let top = try Self.relations(workbook, "_rels/.rels", base: "")
    guard
      let main = top.first(where: { $0.kind == "officeDocument" })?.target
        ?? ["xl/workbook.xml"].first(where: names.contains), main.hasSuffix(".xml"),
      names.contains(main)
    else { return nil }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let base = folder.isEmpty ? "" : folder + "/"
    let file = main.dropFirst(base.count)
    let relations = try Self.relations(workbook, "\(base)_rels/\(file).rels", base: base)
    let index = BookListener()
    try Self.read(main, in: workbook, index)
    guard index.isWorkbook else { return nil }
    from1904 = index.from1904
    sheets = index.sheets.compactMap { sheet in
      let relation = relations.first { $0.id == sheet.id && $0.kind == "worksheet" }
      return relation.map { Part(name: sheet.name, isHidden: sheet.isHidden, path: $0.target) }
    }
    sharedStrings = relations.first { $0.kind == "sharedStrings" }?.target
    guard let path = relations.first(where: { $0.kind == "styles" })?.target else { return }
    let listener = StyleListener()
    try Self.read(path, in: workbook, listener)
    styles = listener.styles
  }

  /// Reads a part whole, if it is there.
  private static func read(
    _ path: String, in workbook: WorkbookFile, _ listener: any XMLListener
  ) throws(SheetError) {
    guard let part = try ArchivePart(path, in: workbook) else { return }
    var total = 0
    while let piece = try part.next(listener) {
      total += piece
      guard total <= longestPart else { throw workbook.broken("\(path) is too long") }
    }
  }

  private static func relations(
    _ workbook: WorkbookFile, _ path: String, base: String
  ) throws(SheetError) -> [RelationListener.Relation] {
    let listener = RelationListener(base: base)
    try read(path, in: workbook, listener)
    return listener.relations
  }
}

/// Which parts belong together: `_rels/*.rels`.
private final class RelationListener: XMLListener {
  struct Relation {
    var id: String
    var kind: String
    var target: String
  }

  private(set) var relations: [Relation] = []
  private let base: String

  init(base: String) { self.base = base }

  func begins(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let target = attributes["Target"],
      attributes["TargetMode"] != "External", relations.count < 10_000
    else { return }
    let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    let path = target.hasPrefix("/") ? target : base + target
    relations.append(
      Relation(id: attributes["Id"] ?? "", kind: kind, target: Self.resolved(path)))
  }

  func reads(_ text: [UInt8]) {}
  func ends(_ name: String) {}

  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in ZipReading.plain(path).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The names of the sheets: `xl/workbook.xml`.
private final class BookListener: XMLListener {
  private(set) var sheets: [(name: String, isHidden: Bool, id: String)] = []
  private(set) var from1904 = false
  private(set) var isWorkbook = false

  func begins(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet" where sheets.count < 1_000:
      let state = attributes["state"] ?? "visible"
      sheets.append((attributes["name"] ?? "", state != "visible", attributes["id"] ?? ""))
    default: break
    }
  }

  func reads(_ text: [UInt8]) {}
  func ends(_ name: String) {}
}

/// How cells show their numbers: `xl/styles.xml`.
private final class StyleListener: XMLListener {
  private(set) var styles: [CellNumber.Style] = []
  private var codes: [Int: CellNumber.Style] = [:]
  private var isInCells = false

  func begins(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt" where codes.count < 10_000:
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = CellNumber.Style(code: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells && styles.count < 100_000:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(codes[id] ?? CellNumber.Style(builtIn: id) ?? .plain)
    default: break
    }
  }

  func reads(_ text: [UInt8]) {}
  func ends(_ name: String) { if name == "cellXfs" { isInCells = false } }
}
