#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to the results of the reference study: installs what is missing, builds,
# runs scenarios/kjc_2007.toml, prints the summary and writes the report. Run again, it verifies what
# it finds, and runs again only if the scenario or the engine has changed; it replaces no files but
# its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scenario=scenarios/kjc_2007.toml
result=results/kjc_2007.h5
report=results/kjc_2007.html

scripts/install_packages.sh core
scripts/build.sh release coopsim
page=yes
scripts/build_report.sh || page=no
coopsim=build/release/cli/coopsim

# Without its page, which needs npm and a network, there is all but the report.
write_report() {
  if [ $page = no ]; then
    echo "No report was written, as its page could not be built; the reason is above." >&2
    return
  fi
  printf '\nReport: '
  "$coopsim" report "$result" -o "$report" --overwrite
  echo "Open it in any browser. In Korean: $coopsim report $result --lang ko -o report_ko.html"
}

mkdir -p results
if [ -e "$result" ]; then
  echo "$result is there: verifying a sample of it ..."
  status=0
  "$coopsim" verify "$result" --against "$scenario" || status=$?
  case $status in
    0)
      echo
      "$coopsim" summary "$result"
      write_report
      exit
      ;;
    65) echo "Running the study again; $result alone is replaced." >&2 ;;
    *)
      echo "demo.sh: $result does not hold what it should. Move it away to start again." >&2
      exit "$status"
      ;;
  esac
fi
"$coopsim" run "$scenario" -o "$result" --overwrite
write_report
