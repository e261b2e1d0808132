# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/demo.sh and tests/run.sh: what Debian 12 and 13 call the things we need, and
# how to get those that are missing. Nothing is asked of the network when everything is there.

build_packages=(build-essential cmake ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-websockets-dev
    qt6-networkauth-dev 'qt6-svg-dev|libqt6svg6-dev' qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools libqt6sql6-sqlite
    qtkeychain-qt6-dev libphonenumber-dev libgl-dev)
run_packages=(ca-certificates fonts-noto-core qt6-translations-l10n xdg-utils)
test_packages=(ccache clang-format curl dbus dbus-x11 gnome-keyring libsecret-tools openssl xvfb xauth openbox tint2 xdotool
    x11-utils x11-xserver-utils imagemagick chromium python3 python3-gi python3-pyatspi at-spi2-core procps debootstrap iproute2 tinyproxy-bin 'nodejs' npm)

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "This needs root, or sudo, to install packages: $*" >&2; return 1; fi
}

is_installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# need_packages NAME…: installs what is missing; "a|b" means the first one that this Debian has.
need_packages() {
    local wanted=() name choice found
    for name in "$@"; do
        found=
        for choice in ${name//|/ }; do
            if is_installed "$choice" || command_stands_for "$choice"; then found=1; break; fi
        done
        [ -n "$found" ] || wanted+=("$name")
    done
    [ ${#wanted[@]} -gt 0 ] || return 0
    echo "Installing: ${wanted[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    local install=()
    for name in "${wanted[@]}"; do
        for choice in ${name//|/ }; do
            if apt-cache show "$choice" >/dev/null 2>&1; then install+=("$choice"); break; fi
        done
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${install[@]}" >/dev/null
}

# Tools that may have come another way than by a Debian package.
command_stands_for() {
    case "$1" in
        nodejs) command -v node >/dev/null ;;
        npm|cmake|ccache|python3) command -v "$1" >/dev/null ;;
        *) return 1 ;;
    esac
}

# A root fresh from debootstrap has no /etc/hosts, so that not even localhost has an address; Salesforce
# takes no other name for its callback.
need_localhost() {
    getent hosts localhost >/dev/null && return 0
    echo "Adding localhost to /etc/hosts: it has no address here"
    printf '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n' | as_root tee -a /etc/hosts >/dev/null
}
