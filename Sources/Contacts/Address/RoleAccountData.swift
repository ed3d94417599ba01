/// Mailbox names that belong to an office rather than a person, by the language they come from.
///
/// Own list. RFC 2142's names, and what offices of the networks' countries write on their letters;
/// without dots, hyphens, underscores and digits, in lower case.
enum RoleAccountData {
  static let source = "own list, with the names of RFC 2142"
  static let date = "2026-11-24"

  static let names: [String: String] = [
    "en": """
    abuse accounting accounts admin administration administrator admission admissions advisory \
    all announce announcements archive assistant association auditor billing board booking \
    bounce bounces bursar business careers ceo chair chairman chairperson chancellor charity \
    committee community conference consulate contact contacts contactus coordination \
    coordinator council customercare customerservice dean delegates director directors donate \
    donation donations dpo editor editorial editors embassy enquiries enquiry event events \
    everyone exec executive feedback finance foundation general gpn headoffice headquarters \
    help helpdesk hello hostmaster hq hr info information inquiries inquiry international \
    invoice invoices it job jobs joinus legal library list lists mail mailbox mailer \
    mailerdaemon mailing mainoffice management manager marketing media member members \
    membership ministry network news newsletter noc noreply donotreply nobody notification \
    notifications office officemanager official operations order orders organization \
    organizer pastor post postbox postmaster pr presidency president press principal privacy \
    procurement program programme programs project projects publicaffairs publication \
    publications publicity publicrelations purchasing reception recruitment register \
    registrar registration registry reply research root sales school sec secgen secretariat \
    secretary secretarygeneral security service services staff student students subscribe \
    subscription subscriptions sponsorship sponsors support sysadmin team teamoffice \
    technical treasurer trustees unsubscribe university usenet uucp vicepresident volunteer \
    volunteers web webadmin webmaster website webteam welcome www youth ftp ir dns
    """,
    "de": """
    anfrage anfragen anmeldung bewerbung bibliothek buchhaltung buero dekanat empfang \
    geschaeftsfuehrung geschaeftsstelle hausmeister kanzlei kasse kontakt leitung mitglieder \
    oeffentlichkeitsarbeit personal poststelle presse pressestelle rechnung rechnungen redaktion \
    rektorat schatzmeister schriftfuehrung sekretariat stiftung verein vertrieb verwaltung \
    vorsitz vorstand vorzimmer zentrale datenschutz
    """,
    "fr": """
    accueil adhesion adherents administratif bibliotheque bonjour bureau communication compta \
    comptabilite courrier direction dons emploi evenements inscription inscriptions journal \
    lettre mairie presidence presse recrutement redaction renseignement renseignements scolarite \
    secretaire secretariatgeneral tresorier vente
    """,
    "es": """
    administracion asociacion atencion ayuda biblioteca buzon comercial comunicacion consejo \
    consultas contabilidad contacto correo direccion dirección donaciones eventos \
    facturacion formacion gerencia hola informacion informes inscripcion oficina \
    prensa presidencia recepcion rectorado redaccion rrhh secretaria secretariado socios \
    soporte tesoreria ventas voluntarios
    """,
    "pt it nl pl": """
    assessoria atendimento contato contatto diretoria faleconosco imprensa ouvidoria \
    amministrazione biblioteca direzione presidenza segreteria stampa ufficio aanmelding \
    administratie bestuur kantoor ledenadministratie penningmeester secretariaat voorzitter \
    biuro kontakt redakcja sekretariat zarzad
    """,
    "ja": """
    annai boshu denwa gakumu gakusei hisho honbu houjin houmu iinkai jimu jimukyoku jinji kaikei \
    kaiin kanri keiri keiyaku kenkyu kikaku kinyu kokusai kouenkai kouhou koho kyoumu madoguchi \
    oshirase otoiawase riji rijikai saiyo seisan shien shiryo shomu soumu somu toiawase toshokan \
    uketsuke zaimu 事務局 代表 問い合わせ お問い合わせ 広報 総務 受付 情報 会計 人事 国際
    """,
    "ko": """
    anne chongmu gaein gamsa gwanri hongbo hoejang hyeophoe insa jaejeong jiwon keongri kyomu \
    munui samusil samuguk sangdam sarang yeonrak 사무국 문의 안내 홍보 총무 대표 관리자 회장
    """,
    "zh": """
    bangongshi bangong caiwu dangban fuwu gongguan guanli guoji huiyuan jiaowu kefu lianxi \
    mishu mishuchu renshi wuliu xiaoshou xinwen xinxi xuanchuan yuanban zhaopin zhaosheng \
    zixun 秘书处 秘書處 办公室 辦公室 客服 服务 服務 信息 資訊 联系 聯絡 财务 財務 人事 招聘 新闻 管理员
    """,
    "th vi id ms tl": """
    prachasamphan samnakngan saraban thurakan สำนักงาน ประชาสัมพันธ์ ธุรการ สารบรรณ ติดต่อ \
    banbientap bientap chamsockhachhang daotao hanhchinh hotro ketoan khachhang lienhe nhansu \
    phongdaotao tailieu thongtin thuky toasoan tochuc truyenthong tuyendung tuyensinh vanphong \
    vanthu beritakami bendahara humas hubungi hubungikami kantor kemahasiswaan kepegawaian \
    keuangan kontak layanan pelayanan pendaftaran pengaduan pengurus perpustakaan ppid \
    redaksi sekretaris sekretariatjenderal sekjen tatausaha umum urusetia pejabat pertanyaan \
    khidmat aduan kalihim tanggapan
    """,
  ]
}
