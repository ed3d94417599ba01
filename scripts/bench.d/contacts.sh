# N1: addresses judged by `solstice contacts check` and by email-validator (PyPI, syntax only): in
# process, on one core, and as whole commands; memory against length. N9, contacts' part: a
# spreadsheet of members combed, imported, listed and imported again, a million against a tenth.
# Rounds are interleaved; medians and ratios count. Lists come from contacts_lists.py and a seed.

usage() {
  cat <<'U'
usage: scripts/bench contacts [OPTION...]
  --lines N           addresses in a list of N1 (1000000; 0 leaves N1 out)
  --peer-lines N      how many of them the peer judges in process (100000)
  --messy P           of 100 lines of the second list, those with something to repair (20)
  --rounds R          rounds of N1 (3)
  --contacts N        contacts in the long spreadsheet of N9 (1000000; 0 leaves N9 out)
  --list-rounds R     rounds of N9 (1)
  --seed N            another seed, other lists (1)
  --solstice PATH     the program (default: build .build/release/solstice)
  --peers-only        measure the peer alone
  --strict            exit 1 when a target is missed
U
}

lines=1000000 peer_lines=100000 messy=20 rounds=3 contacts=1000000 list_rounds=1 seed=1
solstice= peers_only= strict= missed=
while (($#)); do
  case $1 in
    --lines) lines=$2; shift ;;
    --peer-lines) peer_lines=$2; shift ;;
    --messy) messy=$2; shift ;;
    --rounds) rounds=$2; shift ;;
    --contacts) contacts=$2; shift ;;
    --list-rounds) list_rounds=$2; shift ;;
    --seed) seed=$2; shift ;;
    --solstice) solstice=$2; shift ;;
    --peers-only) peers_only=1 ;;
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

make_list() { "$python" "$root/scripts/bench.d/contacts_lists.py" "$@"; }
peer() { "$python" "$root/scripts/bench.d/contacts_peer.py" "$@"; }

middle() { awk -v c="$2" '{ print $c }' "$1" | median; }

whole() { awk -v v="$1" 'BEGIN { if (v + 0 == v) printf "%.0f", v; else print v }'; }

target() { # WHAT VALUE at-least|at-most TARGET
  local said
  said=$(verdict "$2" "$3" "$4")
  printf '  %-50s %9s   %s %s: %s\n' "$1" "$2" "${3/-/ }" "$4" "$said"
  [[ $said != MISSED ]] || missed=1
}

# --- N1: each prints "lines/s lines/CPU-second peak-MB" -----------------------------------

line_rate() { # COUNT, out of measure's line
  awk -v n="$1" '{ printf "%.1f %.1f %.1f\n", n / $2, n / $3, $4 / 1024 }' "$work/measured"
}

check_solstice() { # COUNT, the list on stdin
  "$peers/measure" "$work/measured" "$solstice" contacts check >"$work/answers" ||
    die 70 "solstice contacts check failed"
  line_rate "$1"
}

check_peer() { # COUNT, the list on stdin
  "$peers/measure" "$work/measured" "$python" "$root/scripts/bench.d/contacts_peer.py" check \
    >"$work/answers" || die 70 "the peer failed"
  line_rate "$1"
}

# Both sides read everything first, judge on one core and write no answers.
judge_solstice() { # the list on stdin
  "$solstice" contacts check --measure 2>"$work/judged" >/dev/null ||
    die 70 "solstice contacts check --measure failed: $(head -3 "$work/judged")"
  tr -d , <"$work/judged" | grep -oE '[0-9]+(\.[0-9]+)?' | tail -1
}

run_checks() { # NAME PERCENT
  local name=$1 i list=$work/$1.list
  make_list lines "$lines" "$2" "$seed" >"$list"
  head -n "$peer_lines" "$list" >"$list.part"
  for ((i = 1; i <= rounds; i++)); do
    say "N1 $name, round $i of $rounds"
    peer measure <"$list.part" >>"$work/$name.peer.inside"
    check_peer "$lines" <"$list" >>"$work/$name.peer"
    [[ -z $peers_only ]] || continue
    judge_solstice <"$list" >>"$work/$name.solstice.inside"
    check_solstice "$lines" <"$list" >>"$work/$name.solstice"
  done
  [[ $(wc -l <"$work/answers") == "$lines" ]] || die 70 "there is not one answer a line"
}

row() { printf '  %-18s %14s %14s %16s %10s\n' "$@"; }

show_checks() { # NAME TITLE
  local who name=$1
  printf '\nN1: %d lines, %s, median of %d rounds\n' "$lines" "$2" "$rounds"
  row '' 'in process/s' 'command/s' 'per CPU second' 'peak MB'
  for who in peer solstice; do
    [[ -e $work/$name.$who ]] || continue
    row "${who/peer/email-validator}" "$(whole "$(middle "$work/$name.$who.inside" 1)")" \
      "$(whole "$(middle "$work/$name.$who" 1)")" "$(whole "$(middle "$work/$name.$who" 2)")" \
      "$(middle "$work/$name.$who" 3)"
  done
}

compare_checks() { # NAME COLUMN [.inside]
  divide "$(middle "$work/$1.solstice${3:-}" "$2")" "$(middle "$work/$1.peer${3:-}" "$2")"
}

# Generated lines, whose meaning is known: a comparison, and no proof for lists not seen before.
show_right() {
  local who kind count right
  local -A share=()
  make_list lines 20000 100 "$seed" >"$work/known"
  peer check <"$work/known" >"$work/known.peer"
  [[ -n $peers_only ]] || "$solstice" contacts check <"$work/known" >"$work/known.solstice"
  for who in peer solstice; do
    [[ -e $work/known.$who ]] || continue
    make_list score 20000 "$seed" "$work/known.$who" >"$work/score"
    while read -r kind count right; do
      share[$who.$kind]=$(awk -v n="$count" -v r="$right" 'BEGIN { printf "%.1f", 100 * r / n }')
    done <"$work/score"
  done
  printf '\nN2, on 20000 generated lines: of 100 of each kind, how many were understood\n'
  printf '  %-18s %14s %14s %14s %14s\n' '' repairable mistyped unusable international
  for who in peer solstice; do
    [[ -n ${share[$who.repairable]:-} ]] || continue
    printf '  %-18s %14s %14s %14s %14s\n' "${who/peer/email-validator}" \
      "${share[$who.repairable]}" "${share[$who.mistyped]}" "${share[$who.unusable]}" \
      "${share[$who.international]}"
  done
  [[ -z $peers_only ]] || return 0
  target 'messy cells repaired, of 100' "${share[solstice.repairable]}" at-least 90
  target 'typing errors suggested, of 100' "${share[solstice.mistyped]}" at-least 90
}

show_memory() { # peak of one command over ever longer lists: a tenth, the list, ten times the list
  local i
  head -n $((lines / 10)) "$work/messy.list" | check_solstice 1 >"$work/short"
  for i in {1..10}; do cat "$work/messy.list"; done | check_solstice 1 >"$work/long"
  printf '  peak MB of solstice for %d, %d and %d lines: %s, %s, %s\n' $((lines / 10)) "$lines" \
    $((lines * 10)) "$(middle "$work/short" 3)" "$(middle "$work/messy.solstice" 3)" \
    "$(middle "$work/long" 3)"
  target 'memory, ten times the list / a tenth of it' "$(divide "$(middle "$work/long" 3)" \
    "$(middle "$work/short" 3)")" at-most 1.2
}

run_lines() {
  run_checks plain 0
  run_checks messy "$messy"
  show_checks plain 'plain addresses'
  show_checks messy "$messy of 100 with something to repair, to suspect or to refuse"
  [[ -z $peers_only ]] || return 0
  printf '  solstice / email-validator in process: %s plain, %s messy\n' \
    "$(compare_checks plain 1 .inside)" "$(compare_checks messy 1 .inside)"
  target 'in process, plain, addresses/s' \
    "$(whole "$(middle "$work/plain.solstice.inside" 1)")" at-least 5000000
  target 'whole command, plain, solstice / email-validator' \
    "$(compare_checks plain 1)" at-least 50
  target 'whole command, messy, solstice / email-validator' \
    "$(compare_checks messy 1)" at-least 50
  show_memory
}

# --- N9: each step prints "seconds CPU-seconds peak-MB" to its file ------------------------

steps=(comb import list list-jsonl import-again)

step() { # NAME STEP COMMAND…
  local name=$1 step=$2
  shift 2
  "$peers/measure" "$work/measured" "$solstice" -C "$work/space" "$@" \
    >"$work/$name.$step.out" 2>"$work/$name.$step.err" </dev/null ||
    die 70 "solstice $* failed: $(tail -3 "$work/$name.$step.err")"
  awk '{ printf "%.3f %.3f %.1f\n", $2, $3, $4 / 1024 }' "$work/measured" >>"$work/$name.$step"
}

run_sheet() { # NAME COUNT
  local name=$1 count=$2 listed
  export XDG_STATE_HOME=$work/state
  rm -rf "$work/space" "$work/state"
  "$solstice" init "$work/space" --sample >"$work/init.out" 2>&1 ||
    die 70 "solstice init failed: $(tail -3 "$work/init.out")"
  rm -rf "$work/space"/lists/*
  cp "$work/$name.csv" "$work/space/lists/everyone.csv"
  sync -f "$work/space"
  step "$name" comb contacts comb lists/everyone.csv
  step "$name" import contacts import lists/everyone.csv --json
  step "$name" list contacts list --format csv
  step "$name" list-jsonl contacts list --format jsonl
  step "$name" import-again contacts import lists/everyone.csv --json
  # All but the few that nobody can mail, and nobody twice.
  listed=$(wc -l <"$work/$name.list-jsonl.out")
  ((listed > count * 97 / 100 && listed <= count)) ||
    die 70 "of $count contacts $listed are listed: $(<"$work/$name.import.out")"
  "$solstice" -C "$work/space" contacts list --format csv | cmp -s - "$work/$name.list.out" ||
    die 70 "importing again changed something: $(<"$work/$name.import-again.out")"
}

run_sheets() {
  local i step few=$((contacts / 10)) ratio peak=0 worst=0
  make_list sheet "$few" "$seed" >"$work/few.csv"
  make_list sheet "$contacts" "$seed" >"$work/many.csv"
  for ((i = 1; i <= list_rounds; i++)); do
    say "N9 round $i of $list_rounds: $few contacts"
    run_sheet few "$few"
    say "N9 round $i of $list_rounds: $contacts contacts"
    run_sheet many "$contacts"
  done
  printf '\nN9: a spreadsheet of %d contacts (%s MB) against %d, median of %d rounds\n' \
    "$contacts" "$(($(stat -c %s "$work/many.csv") / 1000000))" "$few" "$list_rounds"
  sheet_row() { printf '  %-14s %9s %9s %9s   %9s %9s %9s   %8s\n' "$@"; }
  sheet_row '' seconds CPU-s 'peak MB' seconds CPU-s 'peak MB' ratio
  for step in "${steps[@]}"; do
    ratio=$(divide "$(column many "$step" 1)" "$(column few "$step" 1)")
    sheet_row "$step" "$(column few "$step" 1)" "$(column few "$step" 2)" \
      "$(column few "$step" 3)" "$(column many "$step" 1)" "$(column many "$step" 2)" \
      "$(column many "$step" 3)" "$ratio"
    worst=$(printf '%s\n' "$worst" "$ratio" | sort -g | tail -1)
    peak=$(printf '%s\n' "$peak" "$(column many "$step" 3)" | sort -g | tail -1)
  done
  target "most memory of a step, MB" "$peak" at-most 250
  target "most time of a step, $contacts / $few (linear: 10)" "$worst" at-most 12
}

column() { # NAME STEP COLUMN
  awk -v c="$3" '{ print $c }' "$work/$1.$2" | sort -g | awk '{ v[NR] = $1 } END {
    printf "%.2f", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# ------------------------------------------------------------------------------------------

if [[ -z $peers_only && -z $solstice ]]; then
  say "building solstice"
  (cd "$root" && swift build -c release --static-swift-stdlib --product solstice >&2) ||
    die 70 "solstice does not build; the peer alone: scripts/bench contacts --peers-only"
  solstice=$root/.build/release/solstice
fi
if ((lines > 0)); then
  run_lines
  show_right
fi
[[ -n $peers_only ]] || ((contacts == 0)) || run_sheets
[[ -z $strict || -z $missed ]] || exit 1
