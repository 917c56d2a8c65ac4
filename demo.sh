#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to the results of the reference study: installs what is missing, builds,
# runs scenarios/kjc_2007.toml and prints the summary. Run again, it verifies what it finds, and
# runs again only if the scenario or the engine has changed; it replaces no file but its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scenario=scenarios/kjc_2007.toml
result=results/kjc_2007.h5

scripts/install_packages.sh core
scripts/build.sh release coopsim
coopsim=build/release/cli/coopsim

mkdir -p results
if [ -e "$result" ]; then
  echo "$result is there: verifying a sample of it ..."
  status=0
  "$coopsim" verify "$result" --against "$scenario" || status=$?
  case $status in
    0) echo && exec "$coopsim" summary "$result" ;;
    65) echo "Running the study again; $result alone is replaced." >&2 ;;
    *)
      echo "demo.sh: $result does not hold what it should. Move it away to start again." >&2
      exit "$status"
      ;;
  esac
fi
exec "$coopsim" run "$scenario" -o "$result" --overwrite
