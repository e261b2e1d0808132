#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts a small Debian with Asterisk 22 and SIPp into a folder, once, and prints the folder's name.
# 77: it cannot be had here, and why. Debian 12 and 13 have no Asterisk 22 of their own.
# --ready-only: nothing is fetched.
set -euo pipefail

skip() { echo "skipped: $*" >&2; exit 77; }

cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/cloudone-companion-tests
system=$cache/asterisk-forky
[ "$(id -u)" = 0 ] || skip "a system in a folder needs root"
if [ -e "$system/.ready" ]; then
    chroot "$system" asterisk -V >/dev/null || skip "the Asterisk in $system does not run"
    echo "$system"
    exit 0
fi
[ "${1:-}" != --ready-only ] || skip "there is no Asterisk in $system; prepare.sh puts it there"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"

# The mirror that this computer's own packages come from.
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 2>/dev/null | awk -v wanted="$release" '$2 == wanted { print $1; exit }')
[ -n "$mirror" ] || skip "no Debian mirror is configured"

# A debootstrap older than forky has no script of that name; sid's does the same.
script=/usr/share/debootstrap/scripts/forky
[ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
trust=()
[ ! -e "$keyring" ] || trust=(--keyring="$keyring")

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # another run may be at it
if [ ! -e "$system/.ready" ]; then
    new=$(mktemp -d "$cache/new.XXXXXX")
    trap 'rm -rf --one-file-system "$new"' EXIT
    chmod 755 "$new"
    log=$cache/debootstrap.log
    if ! timeout 900 debootstrap "${trust[@]}" --variant=minbase --include=asterisk,sip-tester forky "$new" \
        "$mirror" "$script" >"$log" 2>&1; then
        tail -n 3 "$log" >&2
        skip "debootstrap did not succeed, see $log"
    fi
    chroot "$new" asterisk -V >/dev/null || skip "the Asterisk in the folder does not run"
    rm -f "$new"/var/cache/apt/archives/*.deb "$new"/var/lib/apt/lists/*_Packages
    touch "$new/.ready"
    rm -rf --one-file-system "$system"
    mv "$new" "$system"
    trap - EXIT
fi
echo "$system"
