"""Writes the lists that scripts/bench contacts measures with; one seed, one list.

    contacts_lists.py lines COUNT MESSY SEED   addresses, one a line; MESSY of 100 are not plain
    contacts_lists.py sheet COUNT SEED         a members' spreadsheet with that many contacts
    contacts_lists.py score COUNT SEED FILE    how many of FILE's answers to `lines COUNT 100 SEED`
                                               are what was meant: kind, lines, right

Lines hold providers that exist, because typing errors of theirs are what a checker looks for;
nothing is ever sent. The spreadsheet, which is imported, has names under .example only.
"""

import random
import sys

FAMILIES = """Aquino Bautista Chan Cruz Dewi Garcia Gupta Hakim Ito Iyer Jones Kaur Kim Lam Lee
Lestari Lim Martin Mehta Mendoza Mueller Nair Nakamura Nguyen Okafor Olsen Park Patel Pham Prasetyo Rahman
Ramirez Reyes Rossi Santos Sato Sharma Silva Singh Smith Suzuki Tan Tanaka Tran Ueda Wang Wijaya
Wong Yamada Zhang""".split()
GIVEN = """Agus Aiko Ana Anjali Anton Arif Budi Carlos Doris Elena Eva Farah Grace Hana Hiroshi Hui
Ines Ivan James Jana Jin Jose Karl Keiko Laila Ligaya Linh Maria Mei Minh Naomi Nina Nok Omar Paul
Peter Priya Rina Rosa Sara Siti Soo Suk Tomas Uma Vera Wei Yuki Zara Zoe""".split()
HAN_FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
HAN_GIVEN = "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀英霞平刚桂兰文云志建国华玉春梅海燕淑珍美玲家豪雅婷俊宏怡君"
JAPANESE_FAMILIES = """佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上
木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田""".split()
JAPANESE_FIRST = "恵直和美健裕智雅由真陽久正千幸春秋夏冬光明浩達克英典孝信義勝"
JAPANESE_SECOND = "子樹美太郎介香奈恵人平也代菜里男夫之一二三彦江紀織穂佳希"
KOREAN_FAMILIES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심"
KOREAN_GIVEN = "민서지윤하은도현수진영호성우재경주연희철동석미정숙옥순자혜선아나라람별솔찬빈혁준건규태원"
THAI_GIVEN = "สมชาย วิภา ธนา ศิริพร มาลี ประยุทธ์ กมล นภา อรุณ สุดา พิมพ์ ชาติ วันชัย รัตนา ปิยะ ดวงใจ".split()
THAI_FIRST = "วงศ์ รุ่ง พงษ์ ใจ ศรี ทอง แก้ว บุญ สุข จันทร์ เพชร มณี ชัย ธรรม เจริญ สิริ".split()
THAI_SECOND = "ดี เรือง ไพร งาม สุวรรณ คำ มา ชู สกุล วัฒน์ พันธ์ กิจ ศักดิ์ พร โชติ ธร".split()
VIETNAMESE = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
VIETNAMESE_GIVEN = """Thị Hoa;Văn Minh;Thu Hà;Đức Anh;Ngọc Lan;Quang Huy;Thanh Tâm;Bích Phượng;Hữu Nghĩa;Mỹ
Linh;Xuân Trường;Kim Ngân;Tuấn Kiệt;Hồng Nhung;Gia Bảo;Phương Thảo""".replace("\n", " ").split(";")

# Member, country, domain, script of the names, what people write as the language.
MEMBERS = [
    ("GPN", "Japan", "gpn", "japanese", ["ja", "日本語", "Japanese", "ja-JP", "JPN"]),
    ("KGPN", "Korea", "kgpn", "korean", ["ko", "한국어", "Korean", "KR"]),
    ("CGPN", "China", "cgpn", "han", ["简体中文", "zh-CN", "中文", "Chinese (simplified)"]),
    ("Green Purchasing Charter", "Hong Kong", "charter-hk", "han", ["zh-HK", "繁體中文", "English"]),
    ("Green Purchasing Alliance", "Chinese Taipei", "alliance-tw", "han", ["zh-TW", "正體中文"]),
    ("GPM", "The Philippines", "gpm", "latin", ["English", "en", "Filipino", "en-PH"]),
    ("TGPN", "Thailand", "tgpn", "thai", ["th", "ไทย", "ภาษาไทย", "Thai"]),
    ("GPNM", "Malaysia", "gpnm", "latin", ["Bahasa Melayu", "en-MY", "Malay", "ms"]),
    ("GPN Singapore", "Singapore", "gpn-sg", "latin", ["en-SG", "English"]),
    ("VNGPN", "Vietnam", "vngpn", "vietnamese", ["vi", "tiếng Việt", "Vietnamese"]),
    ("Indonesia GPN", "Indonesia", "gpn-id", "latin", ["Bahasa Indonesia", "id", "Indonesian"]),
    ("GPNI", "India", "gpni", "latin", ["en-IN", "English", "Hindi", "hi"]),
]
PHONES = ["81", "82", "86", "852", "886", "63", "66", "60", "65", "84", "62", "91"]
REMARKS = ["from the 2017 card", "asked for copies", "reads English as well", "phone first",
           "proposed by the council", "new office since May", "二つ目の住所", "회의 참석"]

PROVIDERS = """gmail.com gmail.com gmail.com gmail.com yahoo.co.jp yahoo.com naver.com daum.net
hanmail.net qq.com 163.com 126.com sina.com hotmail.com outlook.com icloud.com yahoo.com.hk
yahoo.com.tw hinet.net pchome.com.tw docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com
rediffmail.com yahoo.co.in yahoo.com.ph yahoo.co.th gmx.de web.de""".split()
ENDINGS = """co.jp or.jp com org net co.kr or.kr com.cn org.hk com.tw org.tw org.ph or.th org.my
com.sg vn or.id org.in de fr""".split()
TYPOS = {"gmial.com": "gmail.com", "gmail.con": "gmail.com", "hotmial.com": "hotmail.com",
         "yaho.co.jp": "yahoo.co.jp", "outlok.com": "outlook.com", "gamil.com": "gmail.com",
         "naver.con": "naver.com", "gmail.comm": "gmail.com", "qq.con": "qq.com",
         "hotmail.cmo": "hotmail.com"}
WORDS = ["no longer with us", "see below", "-", "n/a", "phone only", "moved", "未定", "없음"]


def wide(text):
    """The forms that an Asian keyboard types."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def repairable(r, local, domain):
    """One address in a way that a machine may repair."""
    plain = f"{local}@{domain}"
    return r.choice([
        f" {plain}", f"{plain} ", f"{plain},", f"{plain};", f"{plain}.", f"mailto:{plain}",
        f"<{plain}>", f"“{plain}”", f"{local}(at){domain}", f"{local} @ {domain}",
        f"{local}@{domain.replace('.', ',', 1)}", f"{local}@{domain.replace('.', '..', 1)}",
        f"\u3000{plain}", f"{plain}\u200b", wide(plain), f"{local}@{domain.replace('.', '。')}",
        f"{local} [at] {domain}", f"\u00a0{plain}",
    ])


def person_local(r, number):
    given, family = r.choice(GIVEN).lower(), r.choice(FAMILIES).lower()
    form = r.random()
    if form < 0.5:
        return f"{given}.{family}{number}"
    if form < 0.7:
        return f"{given[0]}{family}{number}"
    return f"{family}_{given}{number}" if form < 0.8 else f"{given}{number}"


def labelled(count, messy, seed):
    """Lines with what kind each is, and the address that is meant by it."""
    r = random.Random(seed)
    organisations = []
    for _ in range(20_000):
        name = r.choice(FAMILIES).lower() + r.choice(["-", "", ""]) + r.choice(
            ["eco", "green", "paper", "city", "univ", "trade", "lab", "office"])
        organisations.append(f"{name}{r.randrange(1000)}.{r.choice(ENDINGS)}")
    typos = list(TYPOS)
    for number in range(count):
        local = person_local(r, number)
        domain = r.choice(PROVIDERS) if r.random() < 0.6 else r.choice(organisations)
        if r.random() * 100 >= messy:
            yield f"{local}@{domain}", "plain", f"{local}@{domain}"
            continue
        kind = r.random()
        if kind < 0.5:
            yield repairable(r, local, domain), "repairable", f"{local}@{domain}"
        elif kind < 0.75:
            typo = r.choice(typos)
            yield f"{local}@{typo}", "mistyped", f"{local}@{TYPOS[typo]}"
        elif kind < 0.85:
            yield r.choice([f"{local}@", local, f"{local}@{domain}@x", f"{local}@-{domain}",
                            f"{local}@localhost", r.choice(WORDS)]), "unusable", ""
        else:
            line = r.choice([f"恵子{number}@{domain}", f"{local}@例え{number}.jp",
                             f"{local}@bücher{number}.de", f"민서{number}@메일.kr"])
            yield line, "international", line


def score(count, seed, answers):
    """Answers are lines of TAB-separated cells: the line, the verdict, …, the address or nothing."""
    counts, right = {}, {}
    given = open(answers, encoding="utf-8", newline="\n")
    for (line, kind, meant), answer in zip(labelled(count, 100, seed), given, strict=True):
        cells = answer.rstrip("\n").split("\t")
        verdict, address = cells[1], cells[-1]
        is_right = {
            "repairable": verdict in ("ok", "fixed") and address == meant,
            "mistyped": verdict == "suspect" and address == meant,
            "unusable": verdict == "bad",
            "international": verdict == "ok",
        }[kind]
        counts[kind] = counts.get(kind, 0) + 1
        right[kind] = right.get(kind, 0) + is_right
    for kind in sorted(counts):
        yield f"{kind} {counts[kind]} {right[kind]}"


def name(r, script):
    """In the member's own script; a Latin form beside it leaves few of one name."""
    latin = f"{r.choice(FAMILIES)} {r.choice(GIVEN)}"
    if script == "japanese":
        given = r.choice(JAPANESE_FIRST) + r.choice(JAPANESE_SECOND)
        return f"{r.choice(JAPANESE_FAMILIES)} {given} {latin}"
    if script == "korean":
        own = r.choice(KOREAN_FAMILIES) + r.choice(KOREAN_GIVEN) + r.choice(KOREAN_GIVEN)
        return f"{own} {latin}"
    if script == "han":
        return f"{r.choice(HAN_FAMILIES)}{r.choice(HAN_GIVEN)}{r.choice(HAN_GIVEN)} {latin}"
    if script == "thai":
        return f"{r.choice(THAI_GIVEN)} {r.choice(THAI_FIRST)}{r.choice(THAI_SECOND)} {latin}"
    if script == "vietnamese":
        return f"{r.choice(VIETNAMESE)} {r.choice(VIETNAMESE_GIVEN)} {latin}"
    return f"{latin} {chr(65 + r.randrange(26))}. {r.choice(FAMILIES)}"


def cell(text):
    return '"' + text.replace('"', '""') + '"' if ";" in text or '"' in text else text


def sheet(count, seed):
    """3 % can be repaired, 0.5 % are suspect, 0.2 % unusable, 1 % repeat somebody earlier."""
    r = random.Random(seed)
    yield "\ufeffMember;Country / region;Name;E-Mail;Language;Role;Remarks;Tel."
    earlier = []
    for number in range(count):
        place = min(int(r.expovariate(1 / 3.5)), 11)
        member, country, network, script, languages = MEMBERS[place]
        local = person_local(r, number)
        domain = r.choice([f"{network}.example", f"mail.{network}.example",
                           f"org{r.randrange(5000)}.{network}.example"])
        who, address = name(r, script), f"{local}@{domain}"
        kind = r.random()
        if kind < 0.01 and earlier:
            member, country, who, address, language, place = r.choice(earlier)
            address = r.choice([address, address.upper(), address])
        else:
            language = r.choice(languages) if r.random() < 0.97 else ""
            if number % 40 == 0:
                earlier.append((member, country, who, address, language, place))
            elif kind < 0.04:
                address = repairable(r, local, domain)
            elif kind < 0.045:
                address = r.choice([f"{local}@{r.choice(list(TYPOS))}",
                                    f"{local}@{network}.exmaple", f"{local}..x@{domain}"])
            elif kind < 0.047:
                address = r.choice(WORDS)
        role = r.choices(["GPN", "Council member", "Advisory board", "Chairman"],
                         [96.5, 1, 2, 0.5])[0]
        remark = r.choice(REMARKS) if r.random() < 0.1 else ""
        phone = f"'+{PHONES[place]} {r.randrange(10**8):08}" if r.random() < 0.4 else ""
        yield ";".join(map(cell, (member, country, who, address, language, role, remark, phone)))


def main(arguments):
    match arguments:
        case ["lines", count, messy, seed]:
            made, end = (line for line, _, _ in labelled(int(count), float(messy), int(seed))), "\n"
        case ["sheet", count, seed]:
            made, end = sheet(int(count), int(seed)), "\r\n"
        case ["score", count, seed, answers]:
            made, end = score(int(count), int(seed), answers), "\n"
        case _:
            sys.exit(__doc__)
    with open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", buffering=1 << 20) as out:
        for line in made:
            out.write(line + end)


main(sys.argv[1:])
