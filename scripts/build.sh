#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Configures a preset and builds its targets, quietly: the build's own words are shown only when it
# fails (all of it is kept in build/<preset>.log).
#
#   scripts/build.sh PRESET TARGET... [-- -DOPTION=VALUE...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
targets=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  targets+=("$1")
  shift
done
[ $# -eq 0 ] || shift
options=("$@")

mkdir -p build
log=build/$preset.log
fail() {
  grep -E -A12 'error|Error|warning:' "$log" | tail -n 60 >&2 || tail -n 30 "$log" >&2
  echo "build.sh: preset '$preset' could not be $1; the whole log is in $log" >&2
  exit 1
}

# A first build of `coopsim` alone asks for no test packages; a later one keeps what was chosen.
if ! [ -f "build/$preset/CMakeCache.txt" ] && [[ " ${options[*]-} " != *COOPSIM_TESTS* ]]; then
  options+=(-DCOOPSIM_TESTS=OFF)
fi
cmake --preset "$preset" "${options[@]}" >"$log" 2>&1 || fail configured

build=(cmake --build "build/$preset" --target "${targets[@]}")
if [ -t 1 ] && [ "${TERM:-dumb}" != dumb ]; then
  echo "Building (preset $preset, log in $log)"
  "${build[@]}" 2>&1 | tee -a "$log" | while IFS= read -r line; do
    case $line in \[*/*\]*) printf '\r\033[K%.72s' "$line" ;; esac
  done || { echo; fail built; }
  printf '\r\033[K'
else
  echo "Building (preset $preset, log in $log) ..."
  "${build[@]}" >>"$log" 2>&1 || fail built
fi
