#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds and runs the benchmarks and prints their tables as Markdown (docs/benchmarks.md).
#
#   bench/run.sh [--quick] [--programs FOLDER]
#
#   --quick             three repetitions instead of seven, and no million of pending events
#   --programs FOLDER   a build folder made with -DCOOPSIM_BENCH=ON; nothing is installed or built
#
# Takes about a quarter of an hour. For ns-3's rows install libns3-dev before. What else the machine
# does at the same time shows: competitors take turns, but the tables are best made on an idle one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

programs='' quick=''
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=--quick ;;
    --programs) programs=${2:?"--programs needs a folder"}; shift ;;
    *) sed -n '5,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift
done

if [ -z "$programs" ]; then
  scripts/install_packages.sh core bench
  scripts/build.sh release coopsim bench_event_list bench_kernel bench_model -- -DCOOPSIM_BENCH=ON >&2
  programs=build/release
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
repetitions=7 filter=.
[ -z "$quick" ] || repetitions=3 filter='-/1000000/'
for bench in event_list kernel model; do
  echo "bench_$bench ..." >&2
  "$programs/bench/bench_$bench" --benchmark_filter="$filter" --benchmark_repetitions=$repetitions \
    --benchmark_enable_random_interleaving=true --benchmark_out="$out/$bench.json" \
    --benchmark_out_format=json >"$out/log" 2>&1 || { tail -n 5 "$out/log" >&2; exit 1; }
done
echo "coopsim run ..." >&2
python3 bench/whole_runs.py "$programs/cli/coopsim" scenarios/kjc_2007.toml $quick >"$out/runs.json"
python3 bench/tables.py "$out"/{event_list,kernel,model,runs}.json
