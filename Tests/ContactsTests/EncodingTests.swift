import ContactsSupport
import Mail
import TestSupport
import Testing

@testable import Contacts

/// Lists in the encodings that spreadsheet programs of each country write.
struct EncodingTests {
  static let lists: [(SheetEncoding, String, String)] = [
    (
      .shiftJIS, "SHIFT_JIS",
      "氏名,メールアドレス,団体名\n森田恵子,keiko@gpn.example,グリーン購入ネットワーク\n高橋 誠,m@gpn.example,事務局\n"
    ),
    (.shiftJIS, "SHIFT_JIS", "名前,メール\n西村,a@gpn.example\n"),
    (.eucKR, "EUC-KR", "이름,이메일,기관\n김숙,suk@kgpn.example,한국녹색구매네트워크\n이정민,lee@kgpn.example,사무국\n"),
    (.eucKR, "EUC-KR", "이름,email\n박서연,a@kgpn.example\n"),
    (.gb18030, "GB18030", "姓名,邮箱,单位\n王海燕,wang@cgpn.example,中国绿色采购网络\n李明,li@cgpn.example,秘书处\n"),
    (.gb18030, "GB18030", "name,email\n张伟,a@cgpn.example\n陈静,b@cgpn.example\n"),
    (
      .big5, "BIG5",
      "姓名,電子郵件,單位\n林淑芬,lin@alliance-tw.example,綠色採購聯盟\n張志明,chang@alliance-tw.example,秘書處\n"
    ),
    (.big5, "BIG5", "姓名,電郵\n陳美玲,chan@charter-hk.example\n黃志強,wong@charter-hk.example\n"),
    (
      .windows1252, "CP1252",
      "Nom,Courriel,Société\nJosé Ramírez,jose@gpm.example,Réseau\nFrançois Müller,f@example.org,Büro\n"
    ),
    (.windows1252, "CP1252", "name,email\nIngrid Hälsö,i@example.org\n"),
    (.utf8, "UTF-8", "ชื่อ,อีเมล\nสมชาย ใจดี,somchai@tgpn.example\n"),
    (.utf16LittleEndian, "UTF-16LE", "氏名,メール\n森田,keiko@gpn.example\n"),
    (.utf16BigEndian, "UTF-16BE", "Name,Email\nHọ Tên,hoa@vngpn.example\n"),
  ]

  @Test(arguments: lists.indices)
  func detectedAndRead(index: Int) throws {
    let (encoding, label, text) = Self.lists[index]
    let bytes = try #require(Iconv.encode(text, as: label))
    let sheet = try ContactSheet(bytes, file: "x.csv")
    let expected = try ContactSheet(Array(text.utf8), file: "x.csv")
    #expect(sheet.encoding == encoding)
    #expect(sheet.rows == expected.rows)
    #expect(sheet.rows.allSatisfy { !$0.name.isEmpty && $0.addresses.first?.verdict.kind == .ok })
  }

  @Test func marksAreTakenOff() throws {
    for (mark, label) in [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ] as [([UInt8], String)] {
      let body = try #require(Iconv.encode("email;名前\na@b.example;森\n", as: label))
      let sheet = try ContactSheet(mark + body, file: "x.csv")
      #expect(sheet.layout.meanings == [.address, .name])
      #expect(sheet.rows.first?.name == "森")
    }
  }

  @Test func encodingCanBeGiven() throws {
    let bytes = try #require(Iconv.encode("email,name\na@b.example,é\n", as: "CP1252"))
    let sheet = try ContactSheet(bytes, file: "x.csv", encoding: .windows1252)
    #expect(sheet.rows.first?.name == "é")
    #expect(SheetEncoding(name: "sjis") == .shiftJIS)
    #expect(SheetEncoding(name: "nonsense") == nil)
  }

  @Test(arguments: 0..<200)
  func randomBytesNeverCrash(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...600, using: &random)
    let pieces: [[UInt8]] = ["\"", ",", ";", "\n", "\r", "@", "a@b.org", "email", "<", "='"].map {
      Array($0.utf8)
    }
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if Bool.random(using: &random) {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += pieces.randomElement(using: &random) ?? []
      }
    }
    if let sheet = try? ContactSheet(bytes, file: "x.csv") {
      let combed = try CombedList(sheet.rows, options: try WorksheetSamples.options())
      #expect(!CombSummary(combed.figures).text(worksheet: nil).utf8.contains(0x1B))
      let rows = try WorksheetSamples.rows(combed.worksheet)
      if !rows.isEmpty { #expect(try WorksheetSamples.answers(rows).answers.isEmpty) }
    }
    let judge = AddressJudge()
    _ = judge.judge(String(decoding: bytes, as: UTF8.self))
  }
}
