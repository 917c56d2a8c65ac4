#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of the named groups that are missing; silent when none is.
#
#   scripts/install_packages.sh core tests      groups and reasons: scripts/packages.txt
#   COOPSIM_SKIP_PACKAGES=1 ...                 installs nothing (you have them by other means)
#
# Exit: 0 all there, 1 something is missing and could not be installed, 2 wrong use.
set -euo pipefail
list=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/packages.txt

fail() {
  printf 'install_packages: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

[ $# -gt 0 ] || { sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
for group in "$@"; do
  grep -q "^$group " "$list" || {
    echo "install_packages: no group '$group' in $list" >&2
    exit 2
  }
done
[ "${COOPSIM_SKIP_PACKAGES:-0}" = 0 ] || exit 0

wanted() {  # "package  why" of the groups asked for
  local group
  for group in "$@"; do
    awk -v group="$group" '$1 == group { $1 = ""; sub(/^ /, ""); print }' "$list"
  done
}

command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || fail \
  "this is not Debian or a relative of it, so nothing can be installed for you." \
  "Install what scripts/packages.txt lists (groups: $*) in your system's way," \
  "then run again with COOPSIM_SKIP_PACKAGES=1."

present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null |
  awk '$1 == "installed" { print $2 }')
missing=()
explained=()
while read -r package why; do
  grep -qxF "$package" <<<"$present" && continue
  missing+=("$package")
  explained+=("$(printf '%-22s %s' "$package" "$why")")
done <<<"$(wanted "$@")"
[ ${#missing[@]} -gt 0 ] || exit 0

echo "Installing ${#missing[@]} Debian package(s) with apt-get:"
printf '  %s\n' "${explained[@]}"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  by_hand="As root:  apt-get install --no-install-recommends ${missing[*]}"
  command -v sudo >/dev/null ||
    fail "installing needs root, and there is no sudo." "$by_hand" "Then run this again."
  if ! sudo -n true 2>/dev/null && ! [ -t 0 ]; then
    fail "sudo asks for a password, and nobody is there to type it." "$by_hand" "Then run this again."
  fi
  as_root=(sudo)
fi
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
    -o Acquire::Retries=3 "$@" </dev/null
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! apt update >"$log" 2>&1; then
  tail -n 5 "$log" >&2
  echo "install_packages: the package lists could not be refreshed; trying with those at hand." >&2
fi
if ! apt install -y --no-install-recommends --no-remove "${missing[@]}" >"$log" 2>&1; then
  tail -n 15 "$log" >&2
  fail "apt-get could not install: ${missing[*]}" \
    "Its last words are above. The usual reasons: no network, a mirror that does not answer, or" \
    "an installed package that conflicts (nothing is ever removed for you). Nothing was built."
fi
echo "Installed."
