#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# All tests, C++ and Python: installs what they need, builds the release preset, runs them side by
# side. Exit 0 only when every test passes and none is skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

scripts/install_packages.sh core tests
# In continuous integration a warning is an error; a newer compiler's new warning is not your fault.
scripts/build.sh release all -- -DCOOPSIM_TESTS=ON ${CI:+-DCOOPSIM_WERROR=ON}
exec scripts/run_tests.sh build/release
