# N7: messages of 30 kB handed to a fast SMTP server (Postfix's smtp-sink) over 1, 10 and 50
# connections, by smtp-source (the fastest sender there is), by threads on libcurl without a ledger,
# by Python's smtplib, and by `solstice send`, whose ledger is durable. N7b: the same to a server
# that answers 100 ms after the final dot, over 20 connections. Rounds are interleaved; medians and
# ratios count. N9: a list of a tenth and of all of a million people, imported, planned and sent
# into null:. N10: a tick with nothing to do.

usage() {
  cat <<'U'
usage: scripts/bench dispatch [OPTION...]
  --messages N        messages in a round (20000)
  --rounds R          rounds (5)
  --size BYTES        size of a message on the wire (30000); peers send what solstice sends
  --connections "N…"  connections at once ("1 10 50"); few send fewer messages, as they are slower
  --slow-messages N   messages in a round of N7b (1000; 0 leaves N7b out)
  --slow-rounds R     rounds of N7b (3)
  --people N          people of N9 (1000000; 0 leaves N9 out)
  --solstice PATH     the program (default: build .build/release/solstice)
  --peers-only        measure the peers alone
  --strict            exit 1 when a target is missed
U
}

messages=20000 rounds=5 size=30000 connections="1 10 50" slow_messages=1000
slow_rounds=3 people=1000000
solstice= peers_only= strict= missed=
slow_connections=20 slow_delay=100
while (($#)); do
  case $1 in
    --messages) messages=$2; shift ;;
    --rounds) rounds=$2; shift ;;
    --size) size=$2; shift ;;
    --connections) connections=$2; shift ;;
    --slow-messages) slow_messages=$2; shift ;;
    --slow-rounds) slow_rounds=$2; shift ;;
    --people) people=$2; shift ;;
    --solstice) solstice=$2; shift ;;
    --peers-only) peers_only=1 ;;
    --strict) strict=1 ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 64 ;;
  esac
  shift
done

"$root/scripts/setup" bench
PATH=$PATH:/usr/sbin:/sbin
compile measure
compile curl_threads -lcurl -lpthread
compile slow_sink -lpthread
make_work

# --- servers ------------------------------------------------------------------------------

sink_port= sink_pid= weight=

start_fast_sink() {
  local tries
  local -a user=()
  ((EUID != 0)) || user=(-u root)
  for tries in 1 2 3; do
    sink_port=$(free_port)
    smtp-sink "${user[@]}" -m 1000 "127.0.0.1:$sink_port" 512 >"$work/sink.out" 2>&1 &
    sink_pid=$!
    children+=("$sink_pid")
    if wait_for_port "$sink_port" "$sink_pid"; then return 0; fi
  done
  die 69 "smtp-sink does not start: $(<"$work/sink.out")"
}

start_slow_sink() { # MILLISECONDS
  : >"$work/slow.out" # now: the background shell may come to it after we have read it
  "$peers/slow_sink" 0 "$1" >>"$work/slow.out" 2>&1 &
  sink_pid=$!
  children+=("$sink_pid")
  local tries
  for tries in {1..100}; do
    sink_port=$(head -1 "$work/slow.out")
    if [[ $sink_port =~ ^[0-9]+$ ]]; then return 0; fi
    sleep 0.02
  done
  die 69 "slow_sink does not start: $(<"$work/slow.out")"
}

stop_sink() {
  kill "$sink_pid" 2>/dev/null || true
  wait "$sink_pid" 2>/dev/null || true
}

# Stops slow_sink and sets weight: bytes of a message as it got them.
weigh() {
  stop_sink
  weight=$(awk 'NR == 2 && $1 > 0 { printf "%d\n", $2 / $1 + 0.5 }' "$work/slow.out")
  [[ $weight =~ ^[0-9]+$ ]] || die 70 "nothing to weigh arrived: $(<"$work/slow.out")"
}

# --- senders: each prints "messages/s CPU-µs-per-message", and solstice some more ---------

rate() { # COUNT, out of measure's line
  awk -v n="$1" '{ printf "%.1f %.1f\n", n / $2, $3 * 1e6 / n }' "$work/measured"
}

source_length=

send_smtp_source() { # COUNT CONNECTIONS
  "$peers/measure" "$work/measured" smtp-source -d -N -s "$2" -l "$source_length" \
    -m "$1" -f b@load.example -t u@load.example "127.0.0.1:$sink_port" >"$work/source.out" 2>&1 ||
    die 70 "smtp-source failed: $(<"$work/source.out")"
  rate "$1"
}

send_curl_threads() { # COUNT CONNECTIONS
  "$peers/measure" "$work/measured" "$peers/curl_threads" "$sink_port" "$2" "$1" "$size" \
    >"$work/threads.out" 2>&1 || die 70 "curl_threads failed: $(tail -3 "$work/threads.out")"
  rate "$1"
}

send_smtplib() { # COUNT CONNECTIONS
  "$peers/measure" "$work/measured" python3 "$root/scripts/bench.d/smtplib_threads.py" \
    "$sink_port" "$2" "$1" "$size" >"$work/smtplib.out" 2>&1 ||
    die 70 "smtplib failed: $(tail -3 "$work/smtplib.out")"
  rate "$1"
}

# A workspace approved and never sent, kept aside so that each round begins with a copy of it at
# the same path (a copy elsewhere would refuse to send, and rightly so).
make_workspace() { # NAME COUNT PARAGRAPHS
  local space=$work/space log=$work/workspace.log i
  rm -rf "$space" "$work/state"
  export XDG_STATE_HOME=$work/state
  {
    "$solstice" init "$space" --sample
    rm -rf "$space"/news/* "$space"/events/* "$space"/lists/*
    mkdir -p "$space/news/2019"
    {
      printf -- '---\ntitle: A long report of the half-year\ndate: 2019-03-21\n'
      printf 'summary: What thirty thousand bytes look like.\n---\n\n'
      for ((i = 0; i < $3; i++)); do
        printf 'Paragraph %d tells what the network did in these weeks, at length.\n\n' "$i"
      done
    } >"$space/news/2019/2019-03-21-report.md"
    awk -v n="$2" 'BEGIN { print "name,email,language"
      for (i = 1; i <= n; i++) printf "Reader %06d,u%06d@load.example,en\n", i, i }' \
      >"$space/lists/load.csv"
    "$solstice" -C "$space" contacts import "$space/lists/load.csv"
    "$solstice" -C "$space" compose 2019-H1
    "$solstice" -C "$space" approve 2019-H1 --by Bench --to load
  } >"$log" 2>&1 </dev/null || die 70 "no workspace to measure with: $(tail -5 "$log")"
  rm -rf "$work/$1" "$work/$1.state"
  mkdir -p "$work/state"
  mv "$space" "$work/$1"
  mv "$work/state" "$work/$1.state"
}

send_solstice() { # COUNT CONNECTIONS NAME-OF-WORKSPACE
  rm -rf "$work/space" "$work/state"
  cp -a "$work/$3" "$work/space"
  cp -a "$work/$3.state" "$work/state"
  sync -f "$work/space" # or the first commits would pay for the copy
  "$peers/measure" "$work/measured" "$solstice" -C "$work/space" send 2019-H1 \
    --relay "smtp://127.0.0.1:$sink_port" --connections "$2" --json \
    >"$work/sent.json" 2>"$work/sent.err" </dev/null ||
    die 70 "solstice send failed: $(tail -3 "$work/sent.err") $(<"$work/sent.json")"
  local accepted
  accepted=$(number accepted "$work/sent.json")
  [[ $accepted == "$1" ]] || die 70 "solstice sent ${accepted:-none} of $1: $(<"$work/sent.json")"
  # Its whole command counts; what it says itself leaves out starting and ending.
  printf '%s %s %s\n' "$(rate "$1")" "$(divide "$1" "$(number seconds "$work/sent.json")")" \
    "$(awk '{ printf "%.0f", $4 / 1024 }' "$work/measured")"
}

# --- the same size for all ----------------------------------------------------------------

# The text that makes solstice's message as long as asked, found by weighing two of them.
fit_solstice() {
  local few=4 many=100 light heavy paragraphs
  weigh_paragraphs() {
    make_workspace fit 20 "$1"
    start_slow_sink 0
    send_solstice 20 2 fit >"$work/fit.out"
    weigh
  }
  weigh_paragraphs $few
  light=$weight
  weigh_paragraphs $many
  heavy=$weight
  paragraphs=$(awk -v a="$light" -v b="$heavy" -v n=$few -v m=$many -v want="$size" 'BEGIN {
    p = n + (want - a) * (m - n) / (b - a); printf "%d\n", p < 1 ? 1 : p + 0.5 }')
  weigh_paragraphs "$paragraphs"
  size=$weight
  say "solstice sends $size bytes a message ($paragraphs paragraphs); the peers send the same"
  local n
  for n in $connections; do
    [[ -d $work/fast-$(share "$n") ]] ||
      make_workspace "fast-$(share "$n")" "$(share "$n")" "$paragraphs"
  done
  ((slow_messages == 0)) || make_workspace slow "$slow_messages" "$paragraphs"
}

# smtp-source's -l leaves its own header out.
fit_smtp_source() {
  source_length=$size
  start_slow_sink 0
  send_smtp_source 100 1 >"$work/fit.out"
  weigh
  source_length=$((size - (weight - size)))
}

# --- tables -------------------------------------------------------------------------------

middle() { awk -v c="$2" '{ print $c }' "$1" | median; }

row() { printf '  %-28s %12s %16s\n' "$@"; }

say_more() { # FILE
  printf '  solstice by its own clock: %s messages/s; peak memory: %.0f MB\n' \
    "$(middle "$1" 3)" "$(middle "$1" 4)"
}

target() { # WHAT VALUE at-least|at-most TARGET
  local said
  said=$(verdict "$2" "$3" "$4")
  printf '  %-44s %8s   %s %s: %s\n' "$1" "$2" "${3/-/ }" "$4" "$said"
  [[ $said != MISSED ]] || missed=1
}

# Fewer messages over few connections: each of them takes longer.
share() { # CONNECTIONS
  if (($1 >= 50)); then echo "$messages"
  elif (($1 >= 10)); then echo $((messages / 2))
  else echo $((messages / 10)); fi
}

run_fast() {
  local i n
  start_fast_sink
  for ((i = 1; i <= rounds; i++)); do
    say "N7 round $i of $rounds"
    for n in $connections; do
      send_smtp_source "$(share "$n")" "$n" >>"$work/fast-$n.source"
      send_curl_threads "$(share "$n")" "$n" >>"$work/fast-$n.threads"
      send_smtplib "$(share "$n")" "$n" >>"$work/fast-$n.smtplib"
      [[ -n $peers_only ]] ||
        send_solstice "$(share "$n")" "$n" "fast-$(share "$n")" >>"$work/fast-$n.solstice"
    done
  done
  stop_sink
  for n in $connections; do tell_fast "$n"; done
}

tell_fast() { # CONNECTIONS
  local files=$work/fast-$1
  printf '\nN7: %d messages of %d bytes, connections: %d, fast server, median of %d rounds\n' \
    "$(share "$1")" "$size" "$1" "$rounds"
  row '' messages/s 'CPU µs/message'
  row smtp-source "$(middle "$files.source" 1)" "$(middle "$files.source" 2)"
  row 'C threads on libcurl' "$(middle "$files.threads" 1)" "$(middle "$files.threads" 2)"
  row 'Python smtplib, threads' "$(middle "$files.smtplib" 1)" "$(middle "$files.smtplib" 2)"
  [[ -z $peers_only ]] || return 0
  row 'solstice (durable ledger)' "$(middle "$files.solstice" 1)" "$(middle "$files.solstice" 2)"
  say_more "$files.solstice"
  local rate cpu
  rate=$(divide "$(middle "$files.solstice" 1)" "$(middle "$files.source" 1)")
  cpu=$(divide "$(middle "$files.solstice" 2)" "$(middle "$files.threads" 2)")
  if (($1 >= 50)); then
    target 'rate, solstice / smtp-source' "$rate" at-least 0.65
    target 'CPU per message, solstice / C threads' "$cpu" at-most 2.0
  else
    printf '  rate, solstice / smtp-source: %s; CPU, solstice / C threads: %s\n' "$rate" "$cpu"
  fi
}

run_slow() {
  local i
  start_slow_sink "$slow_delay"
  for ((i = 1; i <= slow_rounds; i++)); do
    say "N7b round $i of $slow_rounds"
    send_curl_threads "$slow_messages" "$slow_connections" >>"$work/slow.threads"
    [[ -n $peers_only ]] ||
      send_solstice "$slow_messages" "$slow_connections" slow >>"$work/slow.solstice"
  done
  stop_sink
  printf '\nN7b: %d messages of %d bytes, %d connections, answers after %d ms (limit %d/s), %s\n' \
    "$slow_messages" "$size" "$slow_connections" "$slow_delay" \
    $((slow_connections * 1000 / slow_delay)) "median of $slow_rounds rounds"
  row '' messages/s 'CPU µs/message'
  row 'C threads on libcurl' "$(middle "$work/slow.threads" 1)" "$(middle "$work/slow.threads" 2)"
  [[ -z $peers_only ]] || return 0
  row 'solstice (durable ledger)' "$(middle "$work/slow.solstice" 1)" \
    "$(middle "$work/slow.solstice" 2)"
  say_more "$work/slow.solstice"
  target 'solstice, messages/s' "$(middle "$work/slow.solstice" 1)" at-least 180
}

# One step of N9: seconds, µs of CPU a person, peak MB.
step() { # COUNT NAME COMMAND…
  local count=$1 name=$2
  shift 2
  "$peers/measure" "$work/measured" "$solstice" -C "$work/space" "$@" >"$work/step.out" \
    2>"$work/step.err" </dev/null || die 70 "$name failed: $(tail -3 "$work/step.err")"
  awk -v n="$count" -v name="$name" '{ printf "%s %.2f %.1f %.0f\n", name, $2, $3 * 1e6 / n,
    $4 / 1024 }' "$work/measured" >>"$work/people-$count"
}

run_people() { # COUNT
  local space=$work/space
  rm -rf "$space" "$work/state"
  export XDG_STATE_HOME=$work/state
  say "N9: $1 people"
  "$solstice" init "$space" --sample >"$work/step.out" 2>&1 || die 70 "$(<"$work/step.out")"
  rm -rf "$space"/lists/*
  awk -v n="$1" 'BEGIN { print "name,email,language"
    for (i = 1; i <= n; i++) printf "Reader %07d,u%07d@load%d.example,en\n", i, i, i % 997 }' \
    >"$space/lists/load.csv"
  "$solstice" -C "$space" compose 2019-H1 >"$work/step.out" 2>&1 || die 70 "$(<"$work/step.out")"
  step "$1" import contacts import "$space/lists/load.csv"
  step "$1" approve approve 2019-H1 --by Bench --to load
  step "$1" send-null send 2019-H1 --relay null: --connections 2
}

tell_people() {
  local few=$((people / 10))
  printf '\nN9: %d and %d people\n' "$few" "$people"
  row '' "$few: seconds" "$people: seconds"
  paste -d' ' "$work/people-$few" "$work/people-$people" | while read -r name a _ b _ c _ d; do
    row "$name" "$a" "$c"
    printf '%s %s %s %s\n' "$name" "$b" "$d" "$(divide "$c" "$a")" >>"$work/people"
  done
  while read -r name few_memory memory longer; do
    printf '  %s: peak memory %s MB, then %s MB; %s times as long\n' "$name" "$few_memory" \
      "$memory" "$longer"
  done <"$work/people"
  target 'peak memory of all steps, MB' "$(awk '$3 > m { m = $3 } END { print m }' "$work/people")" \
    at-most 250
}

# A workspace where everything was sent and nothing is due.
run_idle() {
  local i
  rm -rf "$work/space" "$work/state"
  cp -a "$work/fit" "$work/space"
  cp -a "$work/fit.state" "$work/state"
  start_slow_sink 0
  "$solstice" -C "$work/space" send 2019-H1 --relay "smtp://127.0.0.1:$sink_port" \
    >"$work/step.out" 2>&1 </dev/null || die 70 "$(<"$work/step.out")"
  for i in {1..20}; do
    "$peers/measure" "$work/measured" "$solstice" -C "$work/space" tick >"$work/step.out" 2>&1 \
      </dev/null || die 70 "tick failed: $(<"$work/step.out")"
    [[ ! -s $work/step.out ]] || die 70 "an idle tick is not quiet: $(<"$work/step.out")"
    awk '{ printf "%.1f %.1f\n", $2 * 1000, $3 * 1000 }' "$work/measured" >>"$work/idle"
  done
  stop_sink
  printf '\nN10: a tick with nothing to do, median of 20: %s ms, CPU %s ms\n' \
    "$(middle "$work/idle" 1)" "$(middle "$work/idle" 2)"
  target 'CPU of an idle tick, ms' "$(middle "$work/idle" 2)" at-most 20
}

# ------------------------------------------------------------------------------------------

if [[ -z $peers_only && -z $solstice ]]; then
  say "building solstice"
  (cd "$root" && swift build -c release --static-swift-stdlib --product solstice >&2) ||
    die 70 "solstice does not build; the peers alone: scripts/bench dispatch --peers-only"
  solstice=$root/.build/release/solstice
fi
[[ -n $peers_only ]] || fit_solstice
fit_smtp_source
run_fast
((slow_messages == 0)) || run_slow
[[ -n $peers_only ]] || run_idle
if [[ -z $peers_only ]] && ((people > 0)); then
  run_people $((people / 10))
  run_people "$people"
  tell_people
fi
[[ -z $strict || -z $missed ]] || exit 1
