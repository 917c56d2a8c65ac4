#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the page of the planner's report, analysis/report/dist/report.html, with npm; Debian's is
# installed where there is none. Where nothing has changed since the last build it does nothing.
#
#   scripts/build_report.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
page=analysis/report/dist/report.html stamp=analysis/report/node_modules/.installed

command -v npm >/dev/null || scripts/install_packages.sh report
log=$(mktemp)
trap 'rm -f "$log"' EXIT
fail() {
  tail -n 20 "$log" >&2
  echo "build_report.sh: $1" >&2
  exit 1
}

cd analysis/report
if ! [ "../../$stamp" -nt package-lock.json ]; then
  echo "Installing what the report's page is made of (npm, analysis/report/package-lock.json) ..."
  npm ci --no-audit --no-fund >"$log" 2>&1 || fail "npm could not install it; is there a network?"
  touch "../../$stamp"
fi
if [ -e "../../$page" ] &&
  [ -z "$(find src index.html vite.config.ts package-lock.json -newer "../../$page" -print -quit)" ]; then
  exit 0
fi
echo "Building the report's page ..."
npm run --silent build >"$log" 2>&1 || fail "the page could not be built"
