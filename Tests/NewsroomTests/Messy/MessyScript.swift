/// One country's habits of keeping lists: its names, its headings, the encodings its files come in.
struct MessyScript: Sendable {
  let language: String
  /// How its people call the language.
  let languageWords: [String]
  let names: [String]
  let headings: (name: String, email: String, language: String, member: String, notes: String)
  let encodings: [String]
  let remarks: [String]

  static let all: [MessyScript] = [
    MessyScript(
      language: "ja", languageWords: ["ja", "日本語", "Japanese"],
      names: ["森田 恵子", "高橋 誠", "小林 直樹", "西村 遥", "上田 直美", "佐々木 健", "事務局"],
      headings: ("氏名", "メールアドレス", "言語", "会員", "備考"),
      encodings: ["UTF-8", "UTF-8", "UTF-16LE", "CP932"],
      remarks: ["名刺より", "会議で会った、返事待ち", "+81 00-0000-0101"]),
    MessyScript(
      language: "ko", languageWords: ["ko", "한국어", "Korean"],
      names: ["김숙", "이정민", "박서연", "최은호", "정다운", "한지우"],
      headings: ("이름", "이메일", "언어", "회원", "비고"),
      encodings: ["UTF-8", "UTF-16LE", "CP949"], remarks: ["명함에서", "전화로 확인; 두 번"]),
    MessyScript(
      language: "zh-Hans", languageWords: ["zh-CN", "简体中文"],
      names: ["王海燕", "李明", "张伟", "陈静", "刘洋", "赵磊", "孙丽"],
      headings: ("姓名", "邮箱", "语言", "会员", "备注"),
      encodings: ["UTF-8", "UTF-16LE", "GB18030"], remarks: ["来自名片", "负责“绿色采购”"]),
    MessyScript(
      language: "zh-Hant", languageWords: ["zh-TW", "繁體中文"],
      names: ["陳美玲", "林淑芬", "張志明", "吳佩珊", "黃志強", "蔡宗翰"],
      headings: ("姓名", "電子郵件", "語言", "會員", "備註"),
      encodings: ["UTF-8", "UTF-16LE", "BIG5-HKSCS"], remarks: ["名片", "已退休, 請改寄辦公室"]),
    MessyScript(
      language: "th", languageWords: ["th", "ไทย"],
      names: ["สมชาย ใจดี", "วิภา รุ่งเรือง", "ธนา พงษ์ไพร", "ศิริพร วงศ์ดี"],
      headings: ("ชื่อ", "อีเมล", "ภาษา", "สมาชิก", "หมายเหตุ"),
      encodings: ["UTF-8", "UTF-16LE"], remarks: ["จากนามบัตร"]),
    MessyScript(
      language: "vi", languageWords: ["vi", "Tiếng Việt"],
      names: ["Nguyễn Thị Hoa", "Trần Văn Minh", "Lê Thu Hà", "Phạm Quốc Bảo"],
      headings: ("Họ tên", "Email", "Ngôn ngữ", "Thành viên", "Ghi chú"),
      encodings: ["UTF-8", "UTF-16LE"], remarks: ["gọi lại sau", "\"chị Hoa\""]),
    MessyScript(
      language: "de", languageWords: ["de", "Deutsch"],
      names: ["Jürgen Groß", "Käthe Müller", "Søren Ødegård", "François Lefèvre"],
      headings: ("Name", "E-Mail-Adresse", "Sprache", "Mitglied", "Bemerkungen"),
      encodings: ["UTF-8", "UTF-16LE", "CP1252", "CP1252"],
      remarks: ["Büro; ruft zurück", "=HYPERLINK(\"http://x.test\",\"hier\")"]),
    MessyScript(
      language: "en", languageWords: ["en", "English", "EN"],
      names: [
        "Suk Kim", "Naomi Ueda", "Peter O'Hara", "Lim Hui Min", "Dr. Ann Lee, MBA", "Front desk",
      ],
      headings: ("Name", "Email", "Language", "Member", "Remarks"),
      encodings: ["UTF-8", "UTF-16LE", "CP1252"],
      remarks: [
        "=cmd|' /C calc'!A0", "-", "+81 3 0000 0000", "@office", "line one\nline two", "'x",
      ]),
  ]
}
