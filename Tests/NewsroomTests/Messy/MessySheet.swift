import Contacts
import Foundation
import Mail
import TestSupport

/// A spreadsheet as people keep them, made from a seed, with the truth that it was made from.
struct MessySheet {
  /// Who is in it: the clean address and name of everyone whose cell can be read for sure.
  struct Person: Hashable {
    var name: String
    var address: String
    var language: String
    var member: String
    var remarks: [String]
  }

  let people: [Person]
  /// Addresses as written that need a person before they can be mailed.
  let doubtful: [String]
  let bytes: [UInt8]
  let description: String

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let script = MessyScript.all[Int(seed) % MessyScript.all.count]
    var maker = RowMaker(script: script, random: random)
    for number in 0..<Int.random(in: 3...25, using: &random) { maker.addPerson(number) }
    let layout = Layout(script: script, random: &random)
    let text = layout.text(maker.rows, random: &random)
    var encoding = script.encodings.randomElement(using: &random) ?? "UTF-8"
    var bytes = Iconv.encode(text, as: encoding)
    if bytes == nil {
      encoding = "UTF-8"
      bytes = Array(text.utf8)
    }
    var octets = bytes ?? []
    if encoding == "UTF-16LE" { octets = [0xFF, 0xFE] + octets }
    if encoding == "UTF-8", Bool.random(using: &random) { octets = [0xEF, 0xBB, 0xBF] + octets }
    people = maker.people
    doubtful = maker.doubtful
    self.bytes = octets
    description = "seed \(seed): \(script.language), \(encoding), “\(layout.separator)”"
  }
}

extension MessySheet {
  /// The cells of one row, by meaning.
  struct Row {
    var name: String
    var email: String
    var language: String
    var member: String
    var remarks: String
    var phone: String
  }

  /// Invents people and how somebody typed them.
  struct RowMaker {
    let script: MessyScript
    var random: SeededGenerator
    var rows: [Row] = []
    var people: [Person] = []
    var doubtful: [String] = []

    init(script: MessyScript, random: SeededGenerator) {
      self.script = script
      self.random = random
    }

    mutating func addPerson(_ number: Int) {
      let name = "\(pick(script.names)) \(number)"
      let member = pick(["KGPN", "GPN Singapore", "Green Purchasing Alliance", ""])
      let remark = chance(3) ? pick(script.remarks) : ""
      let phone = chance(4) ? "+00 0-000-0\(100 + number)" : ""
      let word = chance(5) ? "" : pick(script.languageWords)
      var row = Row(
        name: name, email: "", language: word, member: member, remarks: remark, phone: phone)
      let address = "\(pick(["suk", "a.b", "office", "k-lee", "m_x"]))\(number)@\(domain)"
      if chance(12) {
        let written = pick([
          "no longer with us \(number)", "suk\(number)@gmial.com", "priya\(number)@gpnm",
        ])
        row.email = written
        doubtful.append(written)
        rows.append(row)
        return
      }
      row.email = messy(address)
      let remarks = [remark, phone].filter { !$0.isEmpty }
      people.append(
        Person(
          name: name, address: address, language: Language(parsing: word)?.tag ?? "",
          member: member, remarks: remarks))
      if chance(10) {
        let second = "desk\(number)@\(domain)"
        row.email += pick(["; ", ", ", " / ", "\n"]) + second
        people.append(
          Person(
            name: name, address: second, language: Language(parsing: word)?.tag ?? "",
            member: member, remarks: remarks))
      }
      rows.append(row)
    }

    private var domain: String { "kgpn.example" }

    /// The same address, as it comes out of forms, cards and mail programs.
    private mutating func messy(_ address: String) -> String {
      switch Int.random(in: 0..<14, using: &random) {
      case 0: " \(address)"
      case 1: "\(address) "
      case 2: "mailto:\(address)"
      case 3: "<\(address)>"
      case 4: "\(address),"
      case 5: address.replacingOccurrences(of: "@", with: "(at)")
      case 6: address.replacingOccurrences(of: "@", with: "＠")
      case 7: address.replacingOccurrences(of: "@", with: " @ ")
      case 8: "\"\(address)\""
      default: address
      }
    }

    private mutating func pick(_ words: [String]) -> String {
      words.randomElement(using: &random) ?? ""
    }

    private mutating func chance(_ one: Int) -> Bool {
      Int.random(in: 0..<one, using: &random) == 0
    }
  }
}
