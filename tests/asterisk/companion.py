# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The companion as installed, offscreen and with folders of its own, and the sandbox as its Salesforce."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

from logind import Logind
from pbx import LEASHED, wait_for

NOT_OURS = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "BROWSER", "http_proxy", "https_proxy", "HTTP_PROXY",
            "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


class Companion:
    def __init__(self, program, sandbox, ports):
        self.program, self.sandbox_program, self.ports = program, sandbox, ports
        self.home = tempfile.TemporaryDirectory(prefix="companion-asterisk-")
        self.folder = pathlib.Path(self.home.name)
        self.logind = Logind(self.home.name)
        self.environment = {**{name: value for name, value in os.environ.items() if name not in NOT_OURS},
                            "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": self.home.name, "QT_QPA_PLATFORM": "offscreen",
                            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
                            "DBUS_SYSTEM_BUS_ADDRESS": self.logind.address}
        for name in FOLDERS:
            (self.folder / name.lower()).mkdir(mode=0o700)
            self.environment[name] = str(self.folder / name.lower())
        self.opened = self.folder / "opened"  # every address that was given to the browser
        commands = self.folder / "bin"
        commands.mkdir()
        opener = commands / "xdg-open"
        opener.write_text(f'#!/bin/sh\necho "$1" >> {self.opened}\nexec curl -sL --max-time 20 -o /dev/null "$1"\n')
        opener.chmod(0o755)
        self.environment["PATH"] = f"{commands}:{os.environ['PATH']}"
        self.log = self.folder / "companion.log"
        self.output = self.folder / "companion.out"
        self.sandbox = subprocess.Popen([sandbox, "--auto-approve", "--until-eof"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=self.environment)
        self.addresses = json.loads(self.sandbox.stdout.readline())
        self.running = None

    def start(self):
        with open(self.output, "ab") as output:
            self.running = subprocess.Popen([*LEASHED, self.program, "--minimized", "--log", str(self.log), "--log-level",
                                             "debug"], env=self.environment, stdout=output, stderr=output)
        wait_for("the companion", lambda: self.is_dead() or self.read("status"), 60)

    def fall_asleep(self):
        self.logind.prepare_for_sleep(True)
        self.running.send_signal(signal.SIGSTOP)

    def wake_up(self):
        self.running.send_signal(signal.SIGCONT)
        self.logind.prepare_for_sleep(False)

    def is_dead(self):
        if self.running.poll() is not None:
            raise AssertionError(f"the companion ended with {self.running.returncode}: {self.said()}")

    def said(self):
        return self.output.read_text(errors="replace")[-4000:]

    def say(self, *words, text=None):
        return subprocess.run([self.program, *words], env=self.environment, input=text, text=True, capture_output=True,
                              check=False, timeout=60)

    def must(self, *words, text=None):
        done = self.say(*words, text=text)
        assert done.returncode == 0, f"{words} ended with {done.returncode}: {done.stderr}"
        return done.stdout

    def refused(self, *words, text=None):
        done = self.say(*words, text=text)
        assert done.returncode == 1, f"{words} ended with {done.returncode}: {done.stdout}{done.stderr}"
        return done.stderr.strip()

    def read(self, *words):
        """What the command prints, asked for as the command itself asks, without starting a program each time."""
        folder = self.folder / "xdg_runtime_dir" / "cloudone-companion"
        path = [path for path in folder.iterdir() if path.is_socket()][0]
        request = {"version": 1, "words": [*words, "--json"], "command": words[0], "secret": ""}
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(10)
            line.connect(str(path))
            line.sendall(json.dumps(request).encode() + b"\n")
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        return json.loads(json.loads(answer)["out"])

    def sign_in_pbx(self, url, user, password, extension="1001"):
        self.must(*self.pbx_words(url, user, extension), text=password)

    @staticmethod
    def pbx_words(url, user, extension):
        return ("sign-in", "pbx", "--kind", "asterisk", "--url", url, "--client-id", user, "--extension", extension,
                "--secret-stdin")

    def sign_in_salesforce(self):
        org, callbacks = self.addresses["salesforce"], [self.ports.take() for _ in range(3)]
        self.control("fault", {"name": "callbacks", "value": [f"http://localhost:{port}/oauth/callback" for port in callbacks]})
        self.must("settings", "set", "salesforce.redirectPorts", ",".join(map(str, callbacks)))
        self.must("sign-in", "salesforce", "--login-url", org["url"], "--client-id", org["clientId"])

    def control(self, what, body=None):
        request = urllib.request.Request(f"{self.addresses['control']}/control/salesforce/{what}",
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"User-Agent": "test", "Content-Type": "application/json"})
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=20) as answer:
            return json.load(answer)

    def pages(self):
        return self.opened.read_text().splitlines() if self.opened.exists() else []

    def quit(self):
        """Ends it as *Quit* does; a sanitizer's finding or a crash is told by its status."""
        if not self.running:
            return
        running, self.running = self.running, None
        running.send_signal(signal.SIGCONT)
        if running.poll() is None:
            self.say("quit")
            try:
                running.wait(30)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
        assert running.returncode == 0, f"the companion ended with {running.returncode}: {self.said()}"

    def stop(self):
        try:
            self.quit()
        finally:
            self.sandbox.stdin.close()
            self.sandbox.wait(20)
            self.logind.stop()
            self.home.cleanup()


class Watch:
    """What `calls` says, again and again, until told otherwise: the phases of every call in order."""

    def __init__(self, companion):
        self.companion = companion
        self.phases = {}
        self.last = {}

    def look(self):
        for call in self.companion.read("calls"):
            seen = self.phases.setdefault(call["id"], [])
            if not seen or seen[-1] != call["phase"]:
                seen.append(call["phase"])
            self.last[call["id"]] = call
        return self.last

    def until(self, what, check, seconds=40):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.look()
            if found := check(self):
                return found
            time.sleep(0.02)  # between two questions; what is waited for is the state
        raise AssertionError(f"waited {seconds} s in vain for: {what}; calls: {list(self.last.values())}")
