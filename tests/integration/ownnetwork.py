# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of the test's own, which ends with it, and a way through it that can change."""
import os
import select
import shutil
import socket
import subprocess
import sys
import threading

SKIPPED = 77
INSIDE = "COMPANION_NETWORK_TEST"


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


def enter_network():
    """Starts this script again in a network of its own, with root's rights in there."""
    if os.environ.get(INSIDE):
        return
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    words = ["unshare", *user, "--net"]
    if not shutil.which("ip") or not shutil.which("unshare") or subprocess.run([*words, "true"], check=False,
                                                                              capture_output=True).returncode:
        print("skipped: this machine allows no network of one's own (unshare --net, and ip of iproute2)")
        sys.exit(SKIPPED)
    os.environ[INSIDE] = "1"
    os.execvp("unshare", [*words, sys.executable, "-B", *sys.argv])


class Way:
    """The way to the PBX. Whoever is on it when it changes hears nothing more, not even of an end."""

    def __init__(self, port, address="127.0.0.1", only_from=None):
        self.target = port
        self.only_from = only_from
        self.turned_away = 0
        self.lost = []
        self.present = []
        self.door = socket.create_server((address, 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.welcome, daemon=True).start()

    def welcome(self):
        while True:
            near, (came_from, _) = self.door.accept()
            if self.only_from not in (None, came_from):
                self.turned_away += 1
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            pair = (near, far)
            self.present.append(pair)
            threading.Thread(target=self.carry, args=(pair,), daemon=True).start()

    def carry(self, pair):
        near, far = pair
        other = {near: far, far: near}
        while pair not in self.lost:
            try:
                ready, _, _ = select.select(pair, [], [], 0.05)
                if pair in self.lost:
                    return
                for one in ready:
                    taken = one.recv(65536)
                    if not taken:
                        raise ConnectionError
                    other[one].sendall(taken)
            except OSError:
                for one in pair:
                    one.close()
                if pair in self.present:
                    self.present.remove(pair)
                return

    def change(self):
        self.lost += self.present
        self.present = []
