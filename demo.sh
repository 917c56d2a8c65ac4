#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian 12 to the results of the reference study: installs what is missing, builds,
# runs scenarios/kjc_2007.toml and prints the summary. Run again, it verifies what it finds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scenario=scenarios/kjc_2007.toml
result=results/kjc_2007.h5

scripts/install_packages.sh core
scripts/build.sh release coopsim
coopsim=build/release/cli/coopsim

mkdir -p results
# Nothing newer than the result: no need to run again.
if [ "$result" -nt "$coopsim" ] && [ "$result" -nt "$scenario" ] &&
  [ "$result" -nt scenarios/kjc_history.toml ] && "$coopsim" verify "$result"; then
  exec "$coopsim" summary "$result"
fi
exec "$coopsim" run "$scenario" -o "$result" --overwrite
