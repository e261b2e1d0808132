#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the companion and its sandbox (a PBX and a Salesforce org on this computer), signs it in, and
# plays calls. With a display it goes on until Ctrl+C, and prints the address of a page to place more
# calls with; without one, or with --once, it plays one round and ends.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linux/packages.sh

need_packages "${build_packages[@]}" "${run_packages[@]}" python3
need_localhost

[ -f build/bench/build.ninja ] || cmake --preset bench >/dev/null
cmake --build --preset bench --parallel "$(nproc)" --target cloudone-companion companion-sandbox

exec /usr/bin/python3 packaging/demo.py build/bench/app/cloudone-companion build/bench/tests/sandbox/companion-sandbox "$@"
