# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole workplace in a folder of its own, for tests that are too long for one process: companion-sandbox, the companion
without a display, a key store of its own where there is one, and a browser that follows sign-in pages."""
import json
import os
import pathlib
import shutil
import signal
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

from programs import Late, Stage, ask, wait_for

BROWSER = """#!/bin/sh
case "$1" in */services/oauth2/authorize*) curl -sL --max-time 20 -o "$HOME/page" "$1" ;; esac
"""
NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP")


def free_ports(count):
    """Ports that are free on both loopback addresses, for the reply of the sign-in."""
    held, ports = [], []
    while len(ports) < count:
        first = socket.socket()
        first.bind(("127.0.0.1", 0))
        held.append(first)
        ports.append(first.getsockname()[1])
    for one in held:
        one.close()
    return ports


class Workplace(Stage):
    def __init__(self, companion, sandbox):
        super().__init__("work", {name: value for name, value in os.environ.items()
                                  if name not in NOT_OURS and not name.lower().endswith("_proxy")})
        self.program, self.sandbox_program = companion, sandbox
        self.companion, self.starts = None, 0
        self.log = self.home / (pathlib.Path(companion).name + ".log")
        self.environment.update(QT_QPA_PLATFORM="offscreen", BROWSER=str(self.command("xdg-open", BROWSER)), TZ="UTC",
                                DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent",
                                DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent")
        self.ports = free_ports(3)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self.stop()

    # The sandbox

    def open_sandbox(self, *words):
        self.play(self.sandbox_program, "--auto-approve", *words)
        self.fault("callbacks", [f"http://localhost:{port}/oauth/callback" for port in self.ports])

    def control(self, path, body=None):
        return ask(f"{self.sandbox['control']}/control/{path}", body)

    def fault(self, name, value=True, times=None, match=None):
        order = {"name": name, "value": value}
        if times is not None:
            order["times"] = times
        if match:
            order["match"] = match
        return self.control("salesforce/fault", order)

    # The companion

    def open_keyring(self):
        """Without its programs there is no key store, and each start signs in anew."""
        if not all(shutil.which(name) for name in ("dbus-daemon", "gnome-keyring-daemon")):
            return False
        super().open_keyring()
        return True

    def start_companion(self, is_ready=None):
        """Started, and signed in to both, or as far as is asked; however often that takes with a server that fails."""
        self.companion = self.start(self.program, "--profile", "test", "--minimized", "--log-level", "debug")
        self.starts += 1
        wait_for("the companion", lambda: self.say("status").returncode == 0)
        wait_for("the connections", is_ready or self.is_signed_in, 60)

    def is_signed_in_to_pbx(self):
        status = self.json("status")
        if status["pbx"]["state"] in ("signedOut", "failed"):
            pbx = self.sandbox["pbx"]
            self.say("sign-in", "pbx", "--kind", "cloudone", "--url", pbx["url"], "--client-id", pbx["clientId"],
                     "--extension", pbx["extension"], "--secret-stdin", text=pbx["clientSecret"] + "\n")
        return status["pbx"]["state"] == "connected"

    def is_signed_in(self):
        self.is_signed_in_to_pbx()
        status = self.json("status")
        if status["salesforce"]["state"] in ("signedOut", "failed"):
            org = self.sandbox["salesforce"]
            self.say("sign-in", "salesforce", "--login-url", org["url"], "--client-id", org["clientId"], limit=60)
        return status["pbx"]["state"] == status["salesforce"]["state"] == "connected"

    def kill(self):
        """As a crash or a power cut would."""
        if self.companion and self.companion.poll() is None:
            self.companion.send_signal(signal.SIGKILL)
            self.companion.wait()

    def quit(self):
        self.say("quit")
        return self.companion.wait(20)

    def say(self, *words, text=None, limit=30):
        return self.run(self.program, "--profile", "test", *words, text=text, limit=limit)

    def read(self, *words):
        """What a command prints, asked for as the command itself asks, without starting a program each time."""
        folder = self.home / "runtime_dir" / "cloudone-companion"
        path = next(path for path in folder.iterdir() if path.is_socket())
        request = {"version": 1, "words": [*words, "--json"], "command": words[0], "secret": ""}
        printed = ""
        while True:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(10)
                line.connect(str(path))
                line.sendall(json.dumps(request).encode() + b"\n")
                answer = json.loads(b"".join(iter(lambda: line.recv(65536), b"")))
            printed += answer["out"]
            if not answer.get("rest"):
                return json.loads(printed)
            request["rest"] = answer["rest"]

    def json(self, *words):
        said = self.say(*words, "--json")
        return json.loads(said.stdout) if said.returncode == 0 else None
