/// Names and organisations as the generator Faker (MIT licence, 40.63.0, seed 99) invents them.
///
/// They were made independently of the detector, so that its rate is measured on what it was not
/// written for. Vietnamese people are put together from common names.
enum InventedNames {
  static let japanese = names(
    """
    小林 陽子|伊藤 京助|渡辺 拓真|福田 直樹|吉田 学|小川 陽一|長谷川 知実|山田 健一|鈴木 桃子|山田 拓真|渡辺 晃|田中 結衣|山田 涼平|斎藤 篤司|高橋 さゆり|林 \
    さゆり|佐藤 晃|山田 洋介|鈴木 舞|高橋 学|小林 京助|田中 あすか|吉田 英樹|長谷川 くみ子|太田 幹|高橋 亮介|斎藤 翼|鈴木 京助|田中 さゆり|高橋 知実|藤田 \
    千代|鈴木 春香|森 直人|佐藤 あすか|伊藤 真綾|長谷川 真綾|加藤 春香|田中 篤司|山下 真綾|伊藤 里佳
    """,
    """
    合同会社山下農林|伊藤保険合同会社|有限会社山本保険|有限会社吉田食品|合同会社山本運輸|後藤情報株式会社|吉田食品有限会社|有限会社小林運輸|田中印刷株式会社|佐藤印刷合同会社|藤原建設合同会社|合同会社渡辺電気|有限会社石井印刷|佐藤情報合同会社|株式会社松本運輸
    """)

  static let simplified = names(
    """
    吴东|刘健|姚健|张红霞|阎楠|孙东|李健|陈刚|罗玉华|黄浩|郭岩|仲兰英|张瑞|唐东|王军|马婷婷|盛健|陈强|杨秀云|庄华|徐秀云|黄淑华|李建国|李欢|陈东|李利|陆敏|李畅|余桂花|王辉|张莹|阎莹|赵洁|张明|沈莹|刘芳|李玉梅|范艳|陈浩|周霞
    """,
    """
    迪摩信息有限公司|国讯网络有限公司|联软信息有限公司|东方峻景网络有限公司|新格林耐特传媒有限公司|新格林耐特信息有限公司|飞利信科技有限公司|黄石金承网络有限公司|维涛信息有限公司|时刻传媒有限公司|MBP软件科技有限公司|迪摩网络有限公司|群英信息有限公司|太极传媒有限公司|天开传媒有限公司
    """)

  static let traditional = names(
    """
    黃宗翰|何文雄|徐家瑋|蔡玉蘭|黃鈺婷|王文章|廖義雄|程建華|劉雅玲|陳志宏|許麗美|洪品妍|黃建中|潘國雄|歐淑芳|陳志雄|陳玉蘭|張家豪|楊志宏|陳美華|王文欽|周國榮|梁國雄|洪美麗|林志強|林志宏|蕭靜宜|林玉美|陳文彬|陳美華|游信宏|王俊宏|卓美英|吳明輝|廖秀鳳|蘇美華|賴淑華|呂俊宏|巫承恩|杜麗雪
    """,
    """
    台灣迪奧汽車有限公司|湖劍山世界有限公司|台北登來喜大飯店資訊有限公司|台北登來喜大飯店股份有限公司|邦城文化事業|邦富人壽保險股份有限公司|合作庫金商業銀行有限公司|湖劍山世界資訊有限公司|冠智科技股份有限公司|品王餐飲|品王餐飲股份有限公司|共公電視資訊有限公司|台灣五星電子資訊有限公司|月日光半導體股份有限公司|達台電子
    """)

  static let korean = names(
    """
    김병철|권상훈|임영철|박영자|김하윤|이정수|장준혁|하영진|박영순|김상철|박예은|조현지|김지훈|안예준|노은지|김영수|김영자|이건우|박상철|김서영|이정훈|한지훈|문예준|조영순|김민준|김상철|황지우|김지은|김성민|김서윤|류승민|이동현|유정희|박성수|윤숙자|오서윤|장선영|권도현|차상훈|백채원
    """,
    """
    주식회사 모두아름시스템즈|주식회사 발해시너지정보통신|유한회사 브레인뷰티|(주) 코어비전시스템즈|주식회사 첨단솔루션|유한회사 한빛|주식회사 씨앤씨|유한회사 \
    가람글로벌테크|주식회사 가람|(유) 푸른|주식회사 윈드|주식회사 모두한빛자동차|(유) 다올한빛개발공사|(유) 고구려그룹|유한회사 백제연구소
    """)

  static let thai = names(
    """
    ศุภาศิล ตะละภัฏ|ผดุงชาติ เตมิยะเดช|เพ็ญยุภา ชุมวระ|พัชรีนิษฐ์ ทศโยธิน|อรจิรา \
    นามเสวตร|ปรมินทร์ ทองสุกเลิศ|มัตติกา ศรีวงค์|รังสินี ทหารแท้|ธีร์ธวันาย ไทยแท้|วสิตา \
    นะวะมันดร|ชัชเวศย์ หนุนสุข|อาฮามัด ถนัดอาวุธ|คมสัน ถนอมพล|สุรธัช ตั้งกุลงาม|อณัฐตา \
    นกทอง|อรรจน์ ธุวะนุติ์|ดวงพร ไทยแท้|วีระโชติ ดาบเพ็ชร์|อัญธิกา สงประเสริฐ|พิมพ์สุดา \
    พรรษาสกุล|ณัฐพิชา สังข์กรด|อรุณี ธัญเสถียร|เขียว ดวงทับทิม|นัสรุน ธนรักษ์|ชัชนันท์ \
    สุวรรณหงษ์|ธัชญา ชุมวระ|รัฐพงษ์ นามขำ|สนั่น ถ้วนศรี|คมคาย ทองปากน้ำ|สิริ พรมอ่อน|นพรัตน์ \
    ตั้งรบ|เพทาย นพตระกูล|ราณี บุนยาภิสนท์|วิสาร ไสยกิจ|สุรนีย์ จันอ้น|พิชญ์สินี วะคีมัน|ดวงสมร \
    ไสยกิจ|ทินวัฒน์ ไชยภา|ธราวิทญ์ ถนัดภาษา|นิชนันท์ ทองลาภ
    """,
    """
    บริษัท นวลฉวี จำกัด|ห้างหุ้นส่วนจำกัด ไตรบรรพ|บริษัท ตรีครุธพันธุ์ จำกัด|ห้างหุ้นส่วนจำกัด \
    ยะผา|บริษัท ทองประดิฐ จำกัด|สมาคมภูภักดี|ห้างหุ้นส่วนจำกัด เวียงจันทึก|บริษัท เลขะพันธุ์ \
    จำกัด|ห้างหุ้นส่วนจำกัด นิลวรรณ|บริษัท เณรานุสนธิ์เฟอนิชชิ่ง \
    จำกัด|นิละทัตวิศวกรรม|หจก.หิรัญสาลี|บริษัท แหยมศิริ จำกัด (มหาชน)|บริษัท นุตตาร จำกัด \
    (มหาชน)|นกทองกลการ
    """)

  static let german = names(
    """
    Hanife Gute-Scheuermann|Dr. Falko Eimer|Fedor Vollbrecht|Katerina Stolze-Thies|Walfried \
    Scholz|Dr. Hilde Ullmann B.A.|Rotraut Kraushaar|Cord Misicher B.A.|Annerose \
    Trubin|Horst-Günter Jopich|Anett Heuser-Roht|Heini Haase|Valentine Reinhardt|Herwig \
    Pohl|Laszlo Misicher B.Sc.|Birgitt Hande|Univ.Prof. Riza Margraf|Prof. Max \
    Gierschner|Berthold Barkholz|Dipl.-Ing. Miroslav Lindner|Waldemar Löffler|Claas \
    Jessel|Hans-Hinrich Jüttner|John Lachmann-Gute|Marek Hahn|Elke Ritter MBA.|Hans D. \
    Täsche-Mülichen|Carsten Warmer|Leander Lange-Ebert|Brian Fechner|Christina Gierschner|Dr. \
    Undine Hänel|Patricia Ortmann|Ing. Branko Klotz B.A.|Jan Hövel|Klaus-Jürgen Biggen|Dina \
    Kostolzin|Gerlind Kuhl-Krause|Ing. Kathi Davids|Herr Viktor Köhler
    """,
    """
    Kuhl|Hein Jockel KGaA|Söding Stiftung & Co. KGaA|Döring Stroh Stiftung & Co. KGaA|Harloff \
    Wieloch e.V.|Steuer|Hering|Hübel Mangold e.G.|Mangold GmbH & Co. KG|Bohnbach Paffrath \
    GmbH|Jungfer|Reinhardt Eckbauer GbR|Hoffmann Lange OHG mbH|Freudenberger|Kramer Stiebitz OHG \
    mbH
    """)

  static let french = names(
    """
    Monique Bourgeois|Dorothée Rolland de la Lucas|Gilbert Chauveau|Aurore Ferrand|Émilie De \
    Oliveira|Gabrielle Besson du Normand|Denis du Peltier|Roland Maillot|Rémy Labbé|Noël \
    Gomes|Alice Royer|Adèle Lamy-Martins|Audrey Pinto|Élodie du Roux|Christelle Fabre|Matthieu \
    Valentin|Philippe Peltier|Alfred Masson|Émile Reynaud|Audrey Lamy|David Ruiz|Adèle Weber Le \
    Dufour|Océane de la Lefèvre|Matthieu Le Morvan|Charlotte Monnier|Andrée Payet|Clémence \
    Raynaud du Denis|Charles Meunier|Emmanuel Schmitt du Rodrigues|Roger Le Pires|Hortense \
    Boucher|Jules Lemoine|Philippe Hervé|Stéphane Rousseau|Gabrielle Hoareau|Maggie \
    Alexandre|Patricia Lemaître|Bernadette Arnaud-Morel|Noémi Pires|Henriette Langlois
    """,
    """
    Guibert Fouquet SARL|Lagarde et Fils|Carpentier|Jacob Collet S.A.R.L.|Navarro \
    S.A.R.L.|Muller|Pottier|Martel|Boucher Perret SARL|Delmas|Carre Gillet et \
    Fils|Leclercq|Marques|Barre Thomas et Fils|Lemonnier
    """)

  static let spanish = names(
    """
    Fortunata Folch Escamilla|Edelmiro de Bolaños|Pánfilo Piñol-Borrás|Laura Chus Robles \
    Gascón|Sandra Pons Garcia|Jerónimo Escamilla Nevado|Pepito Álvaro Bonilla|Estela Quevedo \
    Arnau|León Aguilera-Rodríguez|Gerardo Berrocal|Lorenza Figuerola Sevillano|Gastón Castelló \
    Garzón|Raúl Sala Elías|Nadia Echeverría|Bartolomé Alvarado Donoso|Noa Rius Bertrán|Melania \
    Boix Clavero|Martin Abilio Piquer Murcia|Juan Carlos Ramirez Font|Miguel Galán \
    Salazar|Leandro Quintero-Cases|Nélida Tamayo Barba|Rafael Contreras Real|Atilio Carrera \
    Cobo|Chucho Chus Redondo Coello|Valerio Montaña|Rosalva Guillén Jiménez|Timoteo Pardo \
    Estevez|Josué Maestre Alba|Serafina Asenjo-Nebot|Gonzalo Pujol|Sandra Pujol Polo|Ruth Peláez \
    Bru|Valerio Arcos Peralta|Regina Saldaña Grau|Teófilo Nacio Gonzalez Mercader|Ulises Mir \
    Gil|Gregorio del Ríos|Valero Río Robledo|Andrés Vaquero-Marcos
    """,
    """
    Tejada & Asociados S.L.N.E|Suministros Manso y asociados S.L.N.E|Instalaciones Pinilla \
    S.L.|Guiomar Pino Navarro S.L.N.E|Acosta y asociados S.L.|Distribuciones Integrales \
    S.L.|Soluciones del Levante S.L.|Familia Valls S.Coop.|Hermanos Diego S.Coop.|Hernán Laguna \
    Riera S.Coop.|Finanzas Almansa & Asociados S.L.L.|Banco VT S.Coop.|Finanzas Cabrera y \
    asociados S.Com.|Infraestructuras Serna S.Com.|Supermercados Porcel S.Com.
    """)

  static let russian = names(
    """
    Евстигней Вячеславович Данилов|Боян Димитриевич Артемьев|Тимофей Афанасьевич \
    Субботин|Медведева Наина Юрьевна|Вишнякова Маргарита Натановна|Екатерина Владиславовна \
    Суворова|Якушева Татьяна Львовна|Терентьев Стоян Афанасьевич|Олимпий Анатольевич \
    Федотов|Родионова Евфросиния Михайловна|Синклитикия Артемовна Суворова|Лазарева Элеонора \
    Рубеновна|Людмила Владимировна Рябова|Галина Павловна Кириллова|Дарья Сергеевна \
    Нестерова|Макаров Азарий Власович|Панкрат Артурович Колобов|Боян Викторович \
    Никифоров|Щербакова Лора Валентиновна|Медведева Анастасия Даниловна|Трифон Трофимович \
    Шарапов|Людмила Руслановна Стрелкова|Гришин Эмиль Вилорович|Исакова Варвара \
    Болеславовна|Анисимов Демид Вячеславович|Емельян Жоресович Мамонтов|г-н Сазонов Исай \
    Валерианович|Майя Геннадиевна Ларионова|Дмитриев Автоном Анисимович|Наркис Трифонович \
    Ширяев|Милица Натановна Аксенова|Синклитикия Богдановна Королева|Маргарита Ниловна \
    Мамонтова|Леонтий Давидович Лапин|Киселева Лариса Даниловна|Зинаида Натановна \
    Анисимова|Болеслав Феоктистович Гаврилов|Зоя Афанасьевна Овчинникова|Любим Харлампович \
    Лукин|Самсонов Исай Феликсович
    """,
    """
    НПО «Кондратьева-Александрова»|Филиппов и партнеры|ООО «Щербакова, Жукова и \
    Дементьева»|Ефимова Лимитед|АО «Мишин, Муравьев и Лаврентьева»|ИП «Кузнецов Ефимова»|ООО \
    «Капустин-Селиверстова»|ООО «Ефимова Александров»|Ростсельмаш|Восточная техника \
    (Vost-Tech)|Кока-Кола Эйчбиси Евразия (Coca-Cola)|ОАО «Дементьева, Пахомов и Ширяева»|РАО \
    «Цветков, Козлова и Беляева»|РАО «Виноградова Орехов»|Росбанк (Societe General)
    """)

  static let vietnamese = names(
    """
    Hồ Ngọc Hiếu|Huỳnh Đức Hùng|Hoàng Thị Hương|Hồ Thị Thảo|Lý Đức Mai|Phan Thanh Yến|Hồ Đức \
    Giang|Dương Hữu Sơn|Bùi Thị Tuấn|Lê Quốc Lan|Hồ Văn Hương|Nguyễn Ngọc Hiếu|Đỗ Thị Nam|Phan \
    Quốc Bình|Đỗ Hữu Hiếu|Huỳnh Quốc Thảo|Huỳnh Hữu Bình|Phạm Văn Hà|Lý Ngọc Châu|Ngô Thị \
    Giang|Đặng Văn Long|Bùi Hữu Phúc|Hồ Đức Việt|Trần Đức Nam|Võ Ngọc Yến|Hoàng Thanh Tuấn|Lý \
    Văn Giang|Hoàng Ngọc Dũng|Phạm Thị Giang|Đặng Hữu Hà|Ngô Hữu Hiếu|Bùi Quốc Việt|Vũ Minh \
    Dũng|Đỗ Hữu Trang|Lê Minh An|Trần Thanh Hiếu|Hồ Ngọc Lan|Hồ Ngọc Mai|Đỗ Thị Hà|Trần Thanh Tú
    """,
    """
    Bùi và đối tác Công ty Cổ phần|Phạm Phạm Công ty Cổ phần|Vũ Công ty Trách nhiệm hữu hạn|Mai \
    và đối tác Công ty Trách nhiệm hữu hạn|Hoàng Công ty TNHH MTV|Bùi Hoàng Công ty Hợp \
    danh|Đặng Bùi Tập Đoàn|Lê Dương Công ty Trách nhiệm hữu hạn|Hoàng Đặng Công ty TNHH|Dương \
    Doanh nghiệp tư nhân|Nguyễn và đối tác Doanh nghiệp tư nhân|Bùi Công ty Cổ phần|Mai và Trần \
    Công ty TNHH MTV|Hoàng Dương Công ty TNHH|Lê và Phạm Công ty Trách nhiệm hữu hạn
    """)

  private static func names(
    _ people: String, _ organisations: String
  ) -> (people: [Substring], organisations: [Substring]) {
    (people.split(separator: "|"), organisations.split(separator: "|"))
  }
}
