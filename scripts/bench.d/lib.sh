# What the benchmarks share: compiling peers, free ports, medians, cleaning up. Sourced.

peers=$root/.build-bench
work=
children=()

say() { printf 'bench: %s\n' "$*" >&2; }
die() { local code=$1; shift; printf 'bench: %s\n' "$*" >&2; exit "$code"; }

# Every server that we started ends with us, and so does the folder they worked in.
clean_up() {
  local child
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  [[ -z $work ]] || rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# On the checkout's disk: /tmp may be memory, where making a write durable costs nothing.
make_work() {
  mkdir -p "$peers"
  work=$(mktemp -d "$peers/work.XXXXXX")
  printf 'On %d cores, %s, working on %s, load before: %s\n' "$(nproc)" "$(uname -sr)" \
    "$(stat -f -c %T "$work")" "$(cut -d' ' -f1-3 /proc/loadavg)"
}

# compile NAME [LIBRARY…]: scripts/bench.d/NAME.c, when it is newer than what was built.
compile() {
  local name=$1; shift
  local source=$root/scripts/bench.d/$name.c
  mkdir -p "$peers"
  [[ $peers/$name -nt $source ]] || gcc -O2 -Wall -Wextra -o "$peers/$name" "$source" "$@"
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the kernel's ephemeral ports, so that no outgoing connection takes it meanwhile.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); listens "$port"; do :; done
  echo "$port"
}

# wait_for_port PORT PID: until PID listens there; fails when it ends before.
wait_for_port() {
  local tries
  for tries in {1..100}; do
    kill -0 "$2" 2>/dev/null || return 1
    if listens "$1"; then return 0; fi
    sleep 0.05
  done
  return 1
}

# number FIELD FILE: a number out of one JSON object.
number() { sed -n "s/.*\"$1\"[: ]*\([0-9.]*\).*/\1/p" "$2" | head -1; }

median() {
  sort -n | awk '{ v[NR] = $1 } END {
    if (NR) printf "%.1f\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

divide() { awk -v a="$1" -v b="$2" 'BEGIN { if (b + 0 > 0) printf "%.2f", a / b; else print "-" }'; }

# verdict VALUE at-least|at-most TARGET
verdict() {
  awk -v v="$1" -v how="$2" -v t="$3" 'BEGIN {
    if (v == "-") print "not measured"
    else print ((how == "at-least" ? v + 0 >= t : v + 0 <= t) ? "reached" : "MISSED") }'
}
