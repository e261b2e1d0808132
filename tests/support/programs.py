# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests that play whole programs share: a folder of their own with all that runs in it, and waiting."""
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.request

NOT_YET = (OSError, ValueError, LookupError, TypeError, RuntimeError, http.client.HTTPException, subprocess.SubprocessError)


class Late(AssertionError):
    """Something that was waited for did not come."""


def wait_for(what, check, seconds=30):
    """The first true answer of check(); fails loudly when it does not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if answer := check():
                return answer
        except NOT_YET:
            pass
        time.sleep(0.05)
    raise Late(f"waited {seconds} s in vain for: {what}")


def ask(url, body=None):
    """What a control address of the sandbox answers."""
    request = urllib.request.Request(url, data=None if body is None else json.dumps(body).encode(),
                                     headers={"Content-Type": "application/json", "User-Agent": "companion-test"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)


class Stage:
    """A home that no other program knows, and the programs in it, which end with it."""

    def __init__(self, name, environment):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix=f"companion-{name}-"))
        self.children, self.sandbox = [], None
        self.environment = {**environment, "HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        for folder in ("config_home", "data_home", "state_home", "cache_home", "runtime_dir"):
            (self.home / folder).mkdir(mode=0o700)
            self.environment[f"XDG_{folder.upper()}"] = str(self.home / folder)

    def start(self, *words, **options):
        """Runs on beside the test; what it prints goes into a log of its name, unless it is wanted elsewhere."""
        with open(self.home / (pathlib.Path(words[0]).name + ".log"), "ab") as log:
            child = subprocess.Popen(words, env=self.environment, **{"stdin": subprocess.DEVNULL, "stdout": log,
                                                                     "stderr": log, **options})
        self.children.append(child)
        return child

    def run(self, *words, text=None, limit=30):
        return subprocess.run(words, env=self.environment, input=text, capture_output=True, text=True, timeout=limit,
                              check=False)

    def stop(self):
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

    def command(self, name, script):
        """Puts a command of this name before every other one."""
        folder = self.home / "bin"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
        self.environment["PATH"] = f"{folder}:{os.environ['PATH']}"
        return folder / name

    def play(self, sandbox, *words):
        """Starts the sandbox; its addresses."""
        child = self.start(sandbox, *words, stdout=subprocess.PIPE)
        self.sandbox = json.loads(child.stdout.readline())
        return self.sandbox

    def open_keyring(self):
        """A session bus and a key store, unlocked, which outlive the companion."""
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        keyring = self.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                             stdin=subprocess.PIPE)
        keyring.stdin.write(b"of this run only")
        keyring.stdin.close()
