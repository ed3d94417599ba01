"""The peer of `solstice contacts check`: email-validator, syntax only.

    contacts_peer.py check < FILE       answers line by line, as contacts check does
    contacts_peer.py measure < FILE     answers nothing; prints how many lines a second it judged
"""

import sys
import time

from email_validator import EmailNotValidError, validate_email


def judge(line):
    try:
        return validate_email(line, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def check(source, out):
    for line in source:
        line = line.rstrip("\n")
        cleaned = judge(line)
        out.write(f"{line}\t{'bad' if cleaned is None else 'ok'}\t{cleaned or ''}\n")


def measure(source):
    lines = source.read().splitlines()
    begin = time.perf_counter()
    for line in lines:
        judge(line)
    seconds = time.perf_counter() - begin
    print(f"{len(lines) / seconds:.1f}")


source = open(sys.stdin.fileno(), encoding="utf-8", errors="replace", newline="\n")
if sys.argv[1:] == ["check"]:
    check(source, open(sys.stdout.fileno(), "w", encoding="utf-8", buffering=1 << 18))
elif sys.argv[1:] == ["measure"]:
    measure(source)
else:
    sys.exit(__doc__)
