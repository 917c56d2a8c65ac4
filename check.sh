#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# All tests, C++ and Python: installs what they need, builds the release preset, runs them side by
# side. Exit 0 only when every test passes and none is skipped. Where all passed before and nothing
# has changed since, it says so at once; in continuous integration (CI is set) it always runs.
#
#   ./check.sh             all tests, unless the last run of the same still holds
#   ./check.sh --again     all tests in any case
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
case $#${1-} in
  0 | 1--again) ;;
  *) sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac

scripts/install_packages.sh core tests
# Here and not first by build_report.sh: installed packages are part of the state that is kept below.
command -v npm >/dev/null || scripts/install_packages.sh report
if [ $# -eq 0 ] && [ -z "${CI-}" ] && scripts/green_run.sh recall; then exit 0; fi
rm -f build/green_run
state=$(scripts/green_run.sh state)
# In continuous integration a warning is an error; a newer compiler's new warning is not your fault.
scripts/build_report.sh
scripts/build.sh release all -- -DCOOPSIM_TESTS=ON ${CI:+-DCOOPSIM_WERROR=ON}
scripts/run_tests.sh build/release
scripts/green_run.sh keep "$state"
