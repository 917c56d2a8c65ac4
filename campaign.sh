#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Everything too long for every change: the known answers at full size, the tests under sanitizers,
# the report in a browser, the workbook in LibreOffice, the speed table, and the README's two commands on an empty machine. The speed table belongs into docs/benchmarks.md.
#
#   ./campaign.sh [known_answers | promises | sanitizers | report | workbook | kills | bench | notebook | fresh_machine]...     none named: all
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null

known_answers() {  # Catch tests tagged [.campaign], hidden from ./check.sh
  local program verdict=0
  scripts/build.sh release all -- -DCOOPSIM_TESTS=ON || return
  for program in build/release/tests/test_*; do
    [ -x "$program" ] && [ -f "$program" ] || continue
    "$program" --list-test-names-only '[campaign]' | grep -q . || continue
    "$program" '[campaign]' --durations yes || verdict=1
  done
  return $verdict
}
promises() {  # how often intervals cover, the best are found, and at what cost; tables of docs/statistics.md
  local verdict=0
  scripts/build.sh release promises equal_allocation -- -DCOOPSIM_TESTS=ON || return
  build/release/tests/promises/promises || verdict=1
  build/release/tests/promises/equal_allocation || verdict=1
  return $verdict
}
sanitizers() {
  local verdict=0
  scripts/test_preset.sh asan kernel sim policies scenarios output || verdict=1
  scripts/test_preset.sh tsan kernel sim output || verdict=1  # where threads are
  return $verdict
}
bench() { bench/run.sh; }
kills() {  # a sweep killed at every system call that reads or writes, twice, and every failing one
  scripts/build.sh release coopsim || return
  KILLS=all COOPSIM=$PWD/build/release/cli/coopsim /usr/bin/python3 -m pytest -q -s -W error -p no:cacheprovider tests/sweep/kill_test.py
}
notebook() {  # a result of 5 GB, opened and drawn from Python
  scripts/install_packages.sh python && scripts/build.sh release coopsim || return
  local folder verdict=0
  folder=$(mktemp -d)
  build/release/cli/coopsim run scenarios/kjc_small.toml -o "$folder/small.h5" --quiet &&
    /usr/bin/python3 bench/notebook.py "$folder/small.h5" || verdict=1
  rm -r "$folder"
  return $verdict
}
report() {  # every check of the page in a browser, in both languages and themes, on desk, phone and paper
  scripts/install_packages.sh core tests && scripts/build_report.sh && (cd analysis/report && npm run --silent browser)
}
workbook() {  # an exported workbook opened, printed and computed again by LibreOffice
  scripts/install_packages.sh core tests office && scripts/build.sh release coopsim || return
  COOPSIM=$PWD/build/release/cli/coopsim /usr/bin/python3 -m pytest -q -W error -p no:cacheprovider tests/export/libreoffice.py
}
fresh_machine() { scripts/fresh_machine.sh && scripts/fresh_machine.sh --user; }

verdict=0
summary=()
[ $# -gt 0 ] || set -- known_answers promises sanitizers report workbook kills bench notebook fresh_machine
for part in "$@"; do
  case $part in
    known_answers | promises | sanitizers | report | workbook | kills | bench | notebook | fresh_machine) ;;
    *) echo "campaign: no part '$part'" >&2; exit 2 ;;
  esac
done
scripts/install_packages.sh core tests ci bench || exit
for part in "$@"; do
  printf '\n== %s\n' "$part"
  from=$SECONDS
  if "$part"; then word=ok; else word=FAILED verdict=1; fi
  summary+=("$(printf '%-14s %-7s %5d s' "$part" "$word" $((SECONDS - from)))")
done
printf '\n%s, %d cores\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)"
printf '%s\n' "${summary[@]}"
exit $verdict
