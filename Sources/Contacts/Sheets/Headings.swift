/// The headings of contact lists in ten languages.
///
/// English, Chinese, Japanese, Korean, Thai, Vietnamese, Indonesian, German, French, Spanish; an
/// underscore stands for a space.
enum Headings {
  static let meanings: [String: ColumnMeaning] = {
    var meanings: [String: ColumnMeaning] = [:]
    for (meaning, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let key = LanguageNames.normalized(word.replacing("_", with: " "))
        meanings[key.filter { $0 != "-" }] = meaning
      }
    }
    return meanings
  }()

  /// Fragments that mean an address wherever they stand in a heading.
  static let addressWords = [
    "email", "mailadress", "メール", "邮箱", "郵箱", "邮件地址", "電郵", "电邮", "電子郵件", "电子邮件", "이메일", "메일",
    "อีเมล", "อีเมล์", "correo", "courriel", "thưđiệntử", "surel",
  ]

  private static let lists: [(ColumnMeaning, String)] = [
    (
      .address,
      """
      email e-mail mail email_address mail_address e-mail_address emails address_email contact_email
      邮箱 电子邮箱 邮件 电邮 邮箱地址 电子邮件地址 電郵 電郵地址 電子郵件 電子信箱 信箱 メール メールアドレス eメール アドレス
      電子メール 이메일 이메일주소 메일 메일주소 전자우편 전자메일 อีเมล อีเมล์ ที่อยู่อีเมล thư_điện_tử địa_chỉ_email
      hộp_thư hòm_thư surel alamat_email alamat_surel pos-el e-mail-adresse mailadresse emailadresse
      adresse_e-mail adresse_mail adresse_électronique courriel mél correo correo_electrónico
      correo_electronico dirección_de_correo
      """
    ),
    (
      .name,
      """
      name names full_name fullname contact contact_name contact_person person display_name
      姓名 名字 名称 联系人 聯絡人 聯繫人 氏名 名前 お名前 ご氏名 担当者 担当者名 이름 성명 성함 담당자 담당자명 ชื่อ
      ชื่อ-นามสกุล ชื่อนามสกุล ชื่อ_สกุล ผู้ติดต่อ ชื่อผู้ติดต่อ họ_tên họ_và_tên người_liên_hệ tên
      nama nama_lengkap kontak nama_kontak ansprechpartner kontakt vollständiger_name nom
      nom_complet nom_et_prénom nombre nombre_completo nombre_y_apellidos contacto
      """
    ),
    (
      .givenName,
      """
      first_name firstname given_name forename 名 vorname prénom prenom tên_riêng nama_depan
      nombre_de_pila
      """
    ),
    (
      .familyName,
      """
      last_name lastname family_name surname 姓 nachname familienname nom_de_famille apellido
      apellidos họ nama_belakang นามสกุล 성
      """
    ),
    (
      .language,
      """
      language lang languages preferred_language newsletter_language 语言 語言 语种 語系 言語 使用言語
      ことば 언어 사용언어 ภาษา ngôn_ngữ tiếng bahasa sprache bevorzugte_sprache langue idioma lengua
      """
    ),
    (
      .member,
      """
      member member_name organisation organization company institution gpn network 
       affiliation 会员 會員 会员单位 單位 单位 机构 機構 组织 組織 公司 成员 團體 会員 団体 団体名 組織名 所属
      会社 会社名 회원 회원사 기관 기관명 단체 소속 회사 สมาชิก องค์กร หน่วยงาน บริษัท 
      thành_viên tổ_chức đơn_vị cơ_quan công_ty anggota organisasi lembaga instansi
      perusahaan mitglied firma einrichtung verband membre organisme organisation_membre
      société réseau miembro organización organizacion empresa entidad red
      """
    ),
    (
      .country,
      """
      country country_region nation 国家 國家 国 国名 국가 나라 ประเทศ quốc_gia nước negara land staat pays país pais
      """
    ),
    (
      .role,
      """
      role roles position function title job_title 角色 职务 職務 职位 職位 职称 役職 役割 肩書 직책 직위 역할
      ตำแหน่ง บทบาท vai_trò chức_vụ chức_danh jabatan peran posisi funktion rolle position amt
      rôle fonction poste cargo función puesto rol
      """
    ),
    (
      .notes,
      """
      note notes remark remarks comment comments memo 备注 備註 說明 说明 附注 備考 メモ 비고 메모 참고 หมายเหตุ
      ghi_chú chú_thích catatan keterangan bemerkung bemerkungen notiz anmerkung anmerkungen remarque
      remarques commentaire commentaires nota notas observaciones comentario comentarios
      """
    ),
  ]
}
