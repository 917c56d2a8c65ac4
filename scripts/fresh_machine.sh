#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The README's promise on a machine where nothing was installed before: makes an empty Debian 12
# with this machine's own configuration of apt and npm, puts a clean clone into it, and runs there
# ./demo.sh and ./check.sh, each twice. The second runs must take seconds, not minutes.
#
#   scripts/fresh_machine.sh [--user] [--cache FOLDER] [demo.sh | check.sh]...     none named: both
#
# --user does it all as an ordinary user, who has to go through sudo. --cache gives the machine a
# copy of a ccache folder, which spares the half hour of a build from nothing, if it is that of
# continuous integration: the first runs are then as there (CI=true). The last lines say so.
# Needs root and mmdebstrap.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

user=root extra= cache=
if [ "${1:-}" = --user ]; then
  user=planner extra=sudo
  shift
fi
if [ "${1:-}" = --cache ]; then
  cache=${2:?--cache needs a folder}
  shift 2
fi
case ${1:-demo.sh} in
  demo.sh | check.sh) ;;
  *) sed -n '3,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
[ "$(id -u)" -eq 0 ] || { echo "fresh_machine: needs root, to make and enter another system" >&2; exit 1; }
command -v mmdebstrap >/dev/null || { echo "fresh_machine: needs mmdebstrap" >&2; exit 1; }

machine=$(mktemp -d)
trap 'rm -rf --one-file-system "$machine"' EXIT
shopt -s nullglob
sources=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources)
for file in "${sources[@]}"; do [ -s "$file" ] && present+=("$file"); done
echo "Making an empty Debian 12 ..."
mmdebstrap --quiet --variant=minbase ${extra:+--include=$extra} bookworm "$machine" "${present[@]}"
cp -a /etc/apt/apt.conf.d/. "$machine/etc/apt/apt.conf.d/"
cp -a /etc/resolv.conf /etc/hosts "$machine/etc/"
home=/root
if [ "$user" != root ]; then
  home=/home/$user
  chroot "$machine" useradd --create-home "$user"
  echo "$user ALL=(ALL) NOPASSWD: ALL" >"$machine/etc/sudoers.d/$user"
fi
for file in /etc/npmrc /usr/etc/npmrc; do
  [ ! -f "$file" ] || install -D -m 644 "$file" "$machine$file"
done
[ ! -e ~/.npmrc ] || install -m 644 ~/.npmrc "$machine$home/.npmrc"
certificates=$(npm config get cafile 2>/dev/null || true)
if [ -f "$certificates" ]; then  # a name that no package of the machine writes over
  install -m 644 "$certificates" "$machine/etc/npm-certificates.crt"
  echo "cafile=/etc/npm-certificates.crt" >>"$machine$home/.npmrc"
fi
git clone --quiet --no-hardlinks . "$machine$home/coopsim"
rm -rf "$machine$home/coopsim/.git"  # nothing may need it
[ -z "$cache" ] || { mkdir -p "$machine$home/.cache" && cp -a "$cache" "$machine$home/.cache/ccache"; }
chroot "$machine" chown -R "$user:" "$home"

inside() {  # COMMAND [NAME=VALUE]: in the machine, from another folder, with nothing of this environment
  unshare --mount --pid --fork -- sh -c \
    'mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount --rbind /sys "$1/sys" && exec chroot --userspec="$2" "$1" \
     env -i HOME="$3" $5 PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin sh -c "cd /tmp && $4"' \
    - "$machine" "$user:$user" "$home" "$1" "${2-}" </dev/null
}
[ $# -gt 0 ] || set -- demo.sh check.sh
for command in "$@"; do
  setting=${cache:+CI=true LANG=${LANG-}}  # what decides whether a cached file serves
  for time in first second; do
    printf '\n== ./%s, the %s time, as %s\n' "$command" "$time" "$user"
    from=$SECONDS
    inside "$home/coopsim/$command" "$setting"
    setting=
    took=$((SECONDS - from))
    printf '== ./%s, the %s time: %d s\n' "$command" "$time" "$took"
    report+=("$(printf '%-9s %-7s %5d s' "$command" "$time" "$took")")
  done
done
printf '\nOn an empty Debian 12, as %s%s, all ended well:\n' "$user" "${cache:+, with a compiler cache}"
printf '  %s\n' "${report[@]}"
