#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same result, bit for bit, from the programs of two presets (two compilers), and from one and
# eight threads of each: runs scenarios/kjc_small.toml four times and compares the files.
#
#   scripts/same_bits.sh release clang
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -eq 2 ] || { sed -n '3,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
results=()
for preset in "$@"; do
  scripts/build.sh "$preset" coopsim
  for threads in 1 8; do
    result=$folder/$preset-$threads.h5
    "build/$preset/cli/coopsim" run scenarios/kjc_small.toml -o "$result" -j "$threads" \
      --no-execution --quiet
    results+=("$result")
  done
done
passed=0 failed=0
for other in "${results[@]:1}"; do
  if cmp "${results[0]}" "$other" && "build/$1/cli/coopsim" verify "${results[0]}" "$other" --quiet
  then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
printf '%d passed, %d failed, 0 skipped\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
