# N6: personalised letters of 30 kB, prepared once and spliced for each reader, against making each
# anew: css-inline (PyPI) on the same HTML, and swift-mustache rendering the same template; then
# `solstice send --relay null:` as a whole command, with its durable ledger. And the time of
# composing an edition of 50 items in 8 languages. Rounds are interleaved; medians and ratios count.

usage() {
  cat <<'U'
usage: scripts/bench compose [OPTION...]
  --messages N        readers whose letters are made over and over in process (1000)
  --readers N         readers of the whole send (100000; 0 leaves it out)
  --size BYTES        size of a letter (30000)
  --items N           items of the edition in 8 languages (50; 0 leaves it out)
  --rounds R          rounds (5)
  --solstice PATH     the program (default: build .build/release/solstice)
  --strict            exit 1 when a target is missed
U
}

messages=1000 readers=100000 size=30000 items=50 rounds=5 solstice= strict= missed=
languages=(en zh-Hans zh-Hant ja ko th vi id)
while (($#)); do
  case $1 in
    --messages) messages=$2; shift ;;
    --readers) readers=$2; shift ;;
    --size) size=$2; shift ;;
    --items) items=$2; shift ;;
    --rounds) rounds=$2; shift ;;
    --solstice) solstice=$2; shift ;;
    --strict) strict=1 ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 64 ;;
  esac
  shift
done

"$root/scripts/setup" bench
python=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/solstice/venv/bin/python
compile measure
make_work
export XDG_STATE_HOME=$work/state

# --- workspaces ---------------------------------------------------------------------------

solstice() { # SPACE ARGUMENT…: what it says goes to a log
  local space=$1
  shift
  "$solstice" -C "$work/$space" "$@" >"$work/solstice.out" 2>"$work/solstice.err" </dev/null ||
    die 70 "solstice $* failed: $(tail -3 "$work/solstice.err")"
}

make_space() { # NAME LANGUAGE…
  local name=$1
  shift
  "$solstice" init "$work/$name" --sample >"$work/solstice.out" 2>&1 </dev/null ||
    die 70 "solstice init failed: $(tail -3 "$work/solstice.out")"
  rm -rf "$work/$name"/news/* "$work/$name"/events/* "$work/$name"/lists/*
  sed -i "s/^languages:.*/languages: [$(printf '%s, ' "$@" | sed 's/, $//')]/" \
    "$work/$name/solstice.yml"
}

write_items() { # NAME ITEMS PARAGRAPHS LANGUAGE…
  local name=$1
  shift
  rm -rf "$work/$name/news/2019"
  "$python" "$root/scripts/bench.d/compose_items.py" "$work/$name/news/2019" "$@"
}

import_readers() { # NAME COUNT
  awk -v n="$2" 'BEGIN { print "name,email,language"
    for (i = 1; i <= n; i++) printf "Reader %06d,u%06d@load.example,en\n", i, i }' \
    >"$work/$1/lists/load.csv"
  solstice "$1" contacts import "$work/$1/lists/load.csv"
}

weigh() { # PARAGRAPHS: sets weight, the bytes of the letter
  write_items letter 8 "$1" en
  solstice letter compose 2019-H1
  weight=$(stat -c %s "$work/letter/editions/2019-H1/newsletter.en.eml")
}

# As many paragraphs as make a letter of the size asked for, found by weighing two.
fit_letter() {
  local few=8 many=80 light heavy weight paragraphs
  weigh $few
  light=$weight
  weigh $many
  heavy=$weight
  paragraphs=$(awk -v a="$light" -v b="$heavy" -v n=$few -v m=$many -v want="$size" 'BEGIN {
    p = n + (want - a) * (m - n) / (b - a); printf "%d\n", p < 1 ? 1 : p + 0.5 }')
  weigh "$paragraphs"
  say "a letter has $weight bytes (8 items, $paragraphs paragraphs)"
}

# --- one round of each: each prints a line to its file -------------------------------------

rate_of() { sed -n "s/^$1: \([0-9]*\) letters\/s.*/\1/p" "$work/solstice.err"; }

in_process() { # tokens, headers and splicing; then splicing alone
  solstice letter send 2019-H1 --relay null: --measure
  printf '%s %s\n' "$(rate_of prepared)" "$(rate_of 'splicing alone')" >>"$work/prepared"
  bytes=$(sed -n 's/.*letters of \([0-9]*\) bytes.*/\1/p' "$work/solstice.err")
}

each_anew() {
  solstice letter compose 2019-H1 --measure "$work/rendered"
  printf '%s %s\n' "$(rate_of rendered)" "$(rate_of inlined)" >>"$work/mustache"
  "$python" "$root/scripts/bench.d/compose_peer.py" "$work/rendered/letter.html" \
    reader000001 >>"$work/css-inline" || die 70 "css-inline failed"
}

send_all() { # rate of the whole command, CPU µs a letter, peak MB, rate by its own clock
  local accepted
  "$peers/measure" "$work/measured" "$solstice" -C "$work/many" send 2019-H1 --relay null: --json \
    >"$work/sent.json" 2>"$work/solstice.err" </dev/null ||
    die 70 "solstice send failed: $(tail -3 "$work/solstice.err")"
  accepted=$(number accepted "$work/sent.json")
  [[ $accepted == "$readers" ]] || die 70 "sent ${accepted:-none}: $(<"$work/sent.json")"
  awk -v n="$readers" -v s="$(number seconds "$work/sent.json")" '{
    printf "%.1f %.2f %.1f %.1f\n", n / $2, $3 * 1e6 / n, $4 / 1024, (s > 0 ? n / s : 0) }' \
    "$work/measured" >>"$work/sent"
}

compose_all() { # milliseconds, peak MB
  "$peers/measure" "$work/measured" "$solstice" -C "$work/edition" compose 2019-H1 \
    >"$work/solstice.out" 2>"$work/solstice.err" </dev/null ||
    die 70 "solstice compose failed: $(tail -3 "$work/solstice.err")"
  awk '{ printf "%.0f %.1f\n", $2 * 1000, $4 / 1024 }' "$work/measured" >>"$work/composed"
}

# --- tables -------------------------------------------------------------------------------

middle() { awk -v c="$2" '{ print $c }' "$work/$1" | median; }

row() { printf '  %-46s %12s %12s\n' "$1" "$2" "${3:-}"; }

target() { # WHAT VALUE at-least|at-most TARGET
  local said
  said=$(verdict "$2" "$3" "$4")
  printf '  %-46s %12s   %s %s: %s\n' "$1" "$2" "${3/-/ }" "$4" "$said"
  [[ $said != MISSED ]] || missed=1
}

show_letters() {
  local prepared
  prepared=$(middle prepared 1)
  times() { printf '%sx' "$(divide "$prepared" "$1")"; }
  printf '\nN6: letters of %s bytes, one thread, median of %d rounds\n' "$bytes" "$rounds"
  row '' letters/s 'prepared is'
  row 'prepared: tokens, headers, splicing' "$prepared"
  row 'splicing alone' "$(middle prepared 2)" "$(times "$(middle prepared 2)")"
  row 'css-inline, the HTML alone' "$(middle css-inline 1)" "$(times "$(middle css-inline 1)")"
  row 'swift-mustache, HTML and text' "$(middle mustache 1)" "$(times "$(middle mustache 1)")"
  row "solstice's own inliner, the HTML alone" "$(middle mustache 2)" \
    "$(times "$(middle mustache 2)")"
  target 'prepared in process, letters/s' "$prepared" at-least 150000
}

show_send() {
  printf '\nN6: solstice send --relay null:, %d readers, ledger durable, whole command\n' "$readers"
  row 'CPU microseconds a letter' "$(middle sent 2)"
  row 'peak MB' "$(middle sent 3)"
  row 'letters/s by its own clock' "$(middle sent 4)"
  row 'whole command / css-inline alone' "$(divide "$(middle sent 1)" "$(middle css-inline 1)")"
  target 'whole command, letters/s' "$(middle sent 1)" at-least 60000
}

show_edition() {
  printf '\nAn edition of %d items in %d languages, all translated: solstice compose\n' \
    "$items" "${#languages[@]}"
  row 'milliseconds, whole command' "$(middle composed 1)"
  row 'peak MB' "$(middle composed 2)"
  row 'letters written' "$(ls "$work"/edition/editions/2019-H1/newsletter.*.eml | wc -l)"
}

# ------------------------------------------------------------------------------------------

if [[ -z $solstice ]]; then
  say "building solstice"
  (cd "$root" && swift build -c release --static-swift-stdlib --product solstice >&2) ||
    die 70 "solstice does not build"
  solstice=$root/.build/release/solstice
fi
make_space letter en
import_readers letter "$messages"
fit_letter
if ((readers > 0)); then
  say "importing $readers readers"
  cp -a "$work/letter/news" "$work/letter.news"
  make_space many en
  cp -a "$work/letter.news/." "$work/many/news/"
  import_readers many "$readers"
fi
if ((items > 0)); then
  make_space edition "${languages[@]}"
  write_items edition "$items" $((items * 2)) "${languages[@]}"
fi
sync -f "$work"
for ((i = 1; i <= rounds; i++)); do
  say "round $i of $rounds"
  in_process
  each_anew
  ((readers == 0)) || send_all
  ((items == 0)) || compose_all
done
show_letters
((readers == 0)) || show_send
((items == 0)) || show_edition
[[ -z $strict || -z $missed ]] || exit 1
