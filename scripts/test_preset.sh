#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds and runs some test programs under a preset: another compiler, a sanitizer.
#
#   scripts/test_preset.sh PRESET FOLDER...      test_preset.sh tsan kernel sim
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -ge 2 ] || { sed -n '3,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

preset=$1
shift
scripts/build.sh "$preset" "${@/#/test_}" -- -DCOOPSIM_TESTS=ON
passed=0 failed=0
for folder in "$@"; do
  if "build/$preset/tests/test_$folder"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
printf '%d passed, %d failed, 0 skipped\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
