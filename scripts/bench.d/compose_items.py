"""News for the benchmark of composing: as much as asked, in as many languages as asked.

    compose_items.py FOLDER ITEMS PARAGRAPHS LANGUAGE…

Writes ITEMS items of 2019-H1 below FOLDER, with PARAGRAPHS paragraphs in all, in the first language
and translated into the others.
"""

import sys
from pathlib import Path

# Title, summary and paragraph; numbers keep them apart.
WORDS = {
    "en": ("The network's report, part {}", "What the members did in these weeks.",
           "Paragraph {} tells what the members did in these weeks, and the "
           "[figures](https://www.example.org/{}) are in the **annual** table."),
    "zh-Hans": ("网络报告第{}部分", "成员在这几周所做的工作。",
                "第{}段介绍成员在这几周所做的工作，[数字](https://www.example.org/{})见**年度**表。"),
    "zh-Hant": ("網絡報告第{}部分", "成員在這幾週所做的工作。",
                "第{}段介紹成員在這幾週所做的工作，[數字](https://www.example.org/{})見**年度**表。"),
    "ja": ("ネットワーク報告 第{}部", "この数週間の会員の活動です。",
           "第{}段落では会員の活動を紹介します。[数値](https://www.example.org/{})は**年次**の表にあります。"),
    "ko": ("네트워크 보고서 {}부", "회원들이 이 몇 주 동안 한 일입니다.",
           "{}번째 단락은 회원들의 활동을 소개합니다. [수치](https://www.example.org/{})는 **연간** 표에 있습니다."),
    "th": ("รายงานของเครือข่าย ตอนที่ {}", "สิ่งที่สมาชิกได้ทำในช่วงนี้",
           "ย่อหน้าที่ {} เล่าถึงงานของสมาชิก [ตัวเลข](https://www.example.org/{}) อยู่ในตาราง**ประจำปี**"),
    "vi": ("Báo cáo của mạng lưới, phần {}", "Những việc các thành viên đã làm.",
           "Đoạn {} kể các thành viên đã làm gì; [số liệu](https://www.example.org/{}) nằm trong bảng "
           "**hằng năm**."),
    "id": ("Laporan jaringan, bagian {}", "Apa yang dikerjakan para anggota.",
           "Paragraf {} menceritakan pekerjaan para anggota; [angkanya](https://www.example.org/{}) "
           "ada di tabel **tahunan**."),
}
SECTIONS = ["policy", "network", "practice"]


def item(number, paragraphs, language, is_first):
    title, summary, paragraph = WORDS[language]
    head = [f"title: {title.format(number + 1)}", f"summary: {summary}"]
    if is_first:
        head += [f"date: {day(number)}", f"section: {SECTIONS[number % 3]}",
                 f"link: https://www.example.org/items/{number + 1}"]
    body = "\n\n".join(paragraph.format(i, i) for i in paragraphs)
    return "---\n" + "\n".join(head) + "\n---\n\n" + body + "\n"


def day(number):
    return f"2019-{1 + number % 6:02}-{1 + number % 28:02}"


folder = Path(sys.argv[1])
items, paragraphs = int(sys.argv[2]), int(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
for number in range(items):
    own = range(number + 1, paragraphs + 1, items)
    for language in sys.argv[4:]:
        is_first = language == sys.argv[4]
        ending = ".md" if is_first else f".{language}.md"
        path = folder / f"{day(number)}-item-{number + 1}{ending}"
        path.write_text(item(number, own, language, is_first), encoding="utf-8")
