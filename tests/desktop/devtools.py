# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A browser's DevTools port: its tabs, and JavaScript in one of them. Standard library only."""
import base64
import json
import os
import socket
import struct
import urllib.request


class Tab:
    """One tab, by its WebSocket. Frames of the server are never masked and, here, never huge."""

    def __init__(self, address):
        host, _, path = address[len("ws://"):].partition("/")
        name, _, port = host.partition(":")
        self.socket = socket.create_connection((name, int(port)), timeout=10)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.socket.recv(1)
        if b" 101 " not in answer.split(b"\r\n")[0]:
            raise RuntimeError("the browser refused the DevTools connection")
        self.counter = 0

    def close(self):
        self.socket.close()

    def _send(self, text):
        data = text.encode()
        mask = os.urandom(4)
        if len(data) < 126:
            head = struct.pack("!BB", 0x81, 0x80 | len(data))
        else:
            head = struct.pack("!BBH", 0x81, 0x80 | 126, len(data))
        self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise RuntimeError("the browser closed the DevTools connection")
            data += part
        return data

    def _receive(self):
        _, length = struct.unpack("!BB", self._exactly(2))
        if length == 126:
            length, = struct.unpack("!H", self._exactly(2))
        elif length == 127:
            length, = struct.unpack("!Q", self._exactly(8))
        return self._exactly(length).decode()

    def evaluate(self, script):
        self.counter += 1
        self._send(json.dumps({"id": self.counter, "method": "Runtime.evaluate",
                               "params": {"expression": script, "returnByValue": True}}))
        while True:
            message = json.loads(self._receive())
            if message.get("id") == self.counter:
                return message.get("result", {}).get("result", {}).get("value")


def tabs(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=5) as answer:
        return [tab for tab in json.load(answer) if tab.get("type") == "page"]
