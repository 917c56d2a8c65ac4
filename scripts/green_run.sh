#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Remembers the last run in which every test passed, with a hash of all that could change the
# verdict: the project's files, the compiler, the installed packages, what the environment says of
# the build, and how build/release is configured. Only a whole green run is kept.
#
#   scripts/green_run.sh state           a hash of what may change while tests run
#   scripts/green_run.sh keep STATE      keeps a green run that began in STATE, unless it has changed
#   scripts/green_run.sh recall          says when all passed, if nothing has changed since; else 1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
stamp=build/green_run
counts=build/release/test_counts

project_files() {  # ended by NUL; without git, for a tree that was unpacked or copied
  if [ -e .git ] && git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard
  else
    find . \( -path ./.git -o -path ./build -o -path ./results -o -name __pycache__ -o -name node_modules -o -path ./analysis/report/dist -o \
      -name .pytest_cache \) -prune -o ! -type d -print0
  fi | LC_ALL=C sort -zu
}

state() {
  {
    # A file that is listed and gone is part of the state, as an error message.
    project_files | xargs -0 stat -c '%A %N' 2>&1 || true
    project_files | xargs -0 sha256sum 2>&1 || true
    "${CXX:-c++}" --version
    dpkg-query -W 2>/dev/null || true
    env | LC_ALL=C sort | grep -E '^(CC|CXX|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|CMAKE_|COOPSIM_)' || true
    uname -srm
  } | sha256sum | cut -d ' ' -f 1
}

settings() {
  grep -E '^(COOPSIM_|CMAKE_BUILD_TYPE|CMAKE_(C|CXX)_(FLAGS|COMPILER:))' build/release/CMakeCache.txt |
    sha256sum | cut -d ' ' -f 1
}

case ${1-} in
  state) state ;;
  keep)
    if [ "$(state)" = "${2:?the state in which the run began}" ]; then
      printf '%s %s\n%s\n%s\n' "$2" "$(settings)" "$(date '+%Y-%m-%d %H:%M')" "$(cat "$counts")" >"$stamp"
    else
      echo "Files or packages changed while the tests ran, so the next ./check.sh runs them again."
    fi
    ;;
  recall)
    [ -s "$stamp" ] && [ -s build/release/CMakeCache.txt ] || exit 1
    { read -r then && read -r when && read -r verdict; } <"$stamp" || exit 1
    [ "$then" = "$(state) $(settings)" ] || exit 1
    echo "Every test passed on $when. Since then no file of the project, compiler, package or"
    echo "setting of the build has changed. To run them all the same: ./check.sh --again"
    printf '\n%s\n' "$verdict"
    ;;
  *) sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
