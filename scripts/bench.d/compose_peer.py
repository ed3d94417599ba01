"""A peer of `solstice compose`: css-inline on a letter's HTML, anew for every reader.

    compose_peer.py FILE WORD

Each reader has another word in the place of WORD. Prints letters a second, by one thread.
"""

import sys
import time

import css_inline

letter = open(sys.argv[1], encoding="utf-8").read()
word = sys.argv[2]
if word not in letter:
    sys.exit(f"{sys.argv[1]} does not speak of {word}")
# Read once, as a careful user of it would; no file and no network is looked at.
inliner = css_inline.CSSInliner(load_remote_stylesheets=False)
count = 0
begin = time.perf_counter()
while time.perf_counter() - begin < 2:
    count += 1
    inliner.inline(letter.replace(word, f"reader{count:06}"))
print(f"{count / (time.perf_counter() - begin):.1f}")
