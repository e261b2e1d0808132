# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ports of loopback for one run, which no other run and no program that lets the system choose will take."""
import socket


class Ports:
    """A block below the range that systems choose from; its first port, held open, says that it is taken."""
    FIRST, LAST, SIZE = 20000, 32000, 400

    def __init__(self):
        for start in range(self.FIRST, self.LAST, self.SIZE):
            guard = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            try:
                guard.bind(("127.0.0.1", start))
            except OSError:
                guard.close()
                continue
            self.guard = guard
            self.rtp = (start + 200, start + self.SIZE - 1)  # Asterisk's
            self.left = iter(range(start + 2, start + 200, 2))
            self.start = start
            return
        raise AssertionError("all blocks of ports are taken")

    def take(self):
        """An even one; the next after it is free for RTCP. From the beginning again when all were used."""
        for _ in range(self.SIZE):
            port = next(self.left, None)
            if port is None:
                self.left = iter(range(self.start + 2, self.start + 200, 2))
                continue
            if self.is_free(port, socket.SOCK_DGRAM) and self.is_free(port, socket.SOCK_STREAM):
                return port
        raise AssertionError("no port is free")

    @staticmethod
    def is_free(port, kind):
        with socket.socket(socket.AF_INET, kind) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1 if kind == socket.SOCK_STREAM else 0)
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                return False
            return True

    def close(self):
        self.guard.close()
