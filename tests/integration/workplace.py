# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole workplace in a folder of its own, for tests that are too long for one process: companion-sandbox, the companion
without a display, a key store of its own where there is one, and a browser that follows sign-in pages."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

BROWSER = """#!/bin/sh
case "$1" in */services/oauth2/authorize*) curl -sL --max-time 20 -o "$HOME/page" "$1" ;; esac
"""


class Late(AssertionError):
    """Something that was waited for did not come."""


def wait_for(what, check, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError, KeyError, IndexError, TypeError):
            if answer := check():
                return answer
        time.sleep(0.05)
    raise Late(f"waited {seconds} s in vain for: {what}")


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


class Workplace:
    def __init__(self, companion, sandbox):
        self.program, self.sandbox_program = companion, sandbox
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="companion-work-"))
        self.children, self.companion, self.starts = [], None, 0
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP")
                            and not name.lower().endswith("_proxy")}
        for name in ("config_home", "data_home", "state_home", "cache_home", "runtime_dir"):
            (self.home / name).mkdir(mode=0o700)
            self.environment[f"XDG_{name.upper()}"] = str(self.home / name)
        browser = self.home / "xdg-open"
        browser.write_text(BROWSER)
        browser.chmod(0o755)
        self.environment.update(HOME=str(self.home), QT_QPA_PLATFORM="offscreen", BROWSER=str(browser), TZ="UTC",
                                PATH=f"{self.home}:{os.environ['PATH']}", LC_ALL="C.UTF-8",
                                DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent",
                                DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent")
        self.ports = free_ports(3)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
        for child in self.children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self, *words, **options):
        child = subprocess.Popen(words, env=self.environment, stderr=options.pop("stderr", subprocess.DEVNULL),
                                 **options)
        self.children.append(child)
        return child

    # The sandbox

    def open_sandbox(self, *words):
        child = self.start(self.sandbox_program, "--auto-approve", *words, stdout=subprocess.PIPE)
        self.sandbox = json.loads(child.stdout.readline())
        self.fault("callbacks", [f"http://localhost:{port}/oauth/callback" for port in self.ports])

    def control(self, path, body=None):
        request = urllib.request.Request(
            f"{self.sandbox['control']}/control/{path}", data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "User-Agent": "kill-test"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def fault(self, name, value=True, times=None, match=None):
        order = {"name": name, "value": value}
        if times is not None:
            order["times"] = times
        if match:
            order["match"] = match
        return self.control("salesforce/fault", order)

    # The companion

    def open_keyring(self):
        """A key store that outlives the companion; without its programs each start signs in anew."""
        if not all(shutil.which(name) for name in ("dbus-daemon", "gnome-keyring-daemon")):
            return False
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        keyring = self.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        keyring.stdin.write(b"kill test")
        keyring.stdin.close()
        return True

    def start_companion(self, is_ready=None):
        """Started, and signed in to both, or as far as is asked; however often that takes with a server that fails."""
        log = open(self.home / "companion.log", "ab")
        self.companion = self.start(self.program, "--profile", "test", "--minimized", "--log-level", "debug",
                                    stdout=log, stderr=log)
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
        return subprocess.run([self.program, "--profile", "test", *words], env=self.environment, input=text, text=True,
                              capture_output=True, timeout=limit, check=False)

    def read(self, *words):
        """What a command prints, asked for as the command itself asks, without starting a program each time."""
        folder = self.home / "runtime_dir" / "cloudone-companion"
        path = next(path for path in folder.iterdir() if path.is_socket())
        request = {"version": 1, "words": [*words, "--json"], "command": words[0], "secret": ""}
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(10)
            line.connect(str(path))
            line.sendall(json.dumps(request).encode() + b"\n")
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        return json.loads(json.loads(answer)["out"])

    def json(self, *words):
        said = self.say(*words, "--json")
        return json.loads(said.stdout) if said.returncode == 0 else None
