#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the tests of a build folder and ends with "N passed, N failed, N skipped" on a line alone.
# A skipped test is not a passed one: exit 0 only when all ran and passed.
#
#   scripts/run_tests.sh build/release [CTEST OPTION...]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$1
shift
report=$PWD/$folder/test_report.xml
rm -f "$report"
ctest --test-dir "$folder" --parallel "$(nproc)" --output-on-failure --no-tests=error \
  --output-junit "$report" --progress "$@" </dev/null
status=$?

count() { sed -n "s/^[[:space:]]*$1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | head -n 1; }
tests=$(count tests) failed=$(count failures) disabled=$(count disabled) skipped=$(count skipped)
if [ -z "$tests" ]; then
  echo "run_tests: ctest left no report in $report" >&2
  exit 1
fi
skipped=$((${skipped:-0} + ${disabled:-0}))
counts=$(printf '%d passed, %d failed, %d skipped' $((tests - failed - skipped)) "$failed" "$skipped")
printf '\n%s\n' "$counts"
echo "$counts" >"$folder/test_counts"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ]
