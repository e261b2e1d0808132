# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: Xvfb, openbox, tint2, a keyring, Chromium; and the programs under test in it."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import devtools

SKIPPED = 77
NEEDED = ("Xvfb", "openbox", "tint2", "gnome-keyring-daemon", "dbus-daemon", "chromium", "xdotool", "import",
          "secret-tool", "xev")


def skip_unless_possible():
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("skipped: not installed:", ", ".join(missing))
        sys.exit(SKIPPED)


def wait_for(what, check, seconds=45):
    """The first true answer of check(); fails loudly when it does not come."""
    end = time.monotonic() + seconds
    last = None
    while time.monotonic() < end:
        try:
            last = check()
        except (OSError, ValueError, KeyError, IndexError, TypeError, RuntimeError):
            last = None  # not there yet
        if last:
            return last
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain for: {what}")


class Desktop:
    def __init__(self, companion, sandbox, pictures):
        self.companion, self.sandbox_program = companion, sandbox
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="companion-desktop-"))
        self.children = []
        self.environment = {**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8",
                            "XDG_CURRENT_DESKTOP": "openbox", "NO_AT_BRIDGE": "0",
                            "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.environment.pop("QT_QPA_PLATFORM", None)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            folder = self.home / name.lower()
            folder.mkdir(mode=0o700)
            self.environment[name] = str(folder)

    def start(self, *words, **options):
        log = open(self.home / (pathlib.Path(words[0]).name + ".log"), "ab")
        child = subprocess.Popen(words, env=self.environment, stdin=options.pop("stdin", subprocess.DEVNULL),
                                 stdout=options.pop("stdout", log), stderr=log, **options)
        self.children.append(child)
        return child

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

    # The desktop

    def begin(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                   pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        read, write = os.pipe()
        self.start("dbus-daemon", "--session", "--nofork", f"--print-address={write}", pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = pipe.readline().strip()
        keyring = self.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                             stdin=subprocess.PIPE)
        keyring.stdin.write(b"desktop test")
        keyring.stdin.close()
        wait_for("the keyring", lambda: self.run("secret-tool", "store", "--label=probe", "probe", "x",
                                                 text="probe").returncode == 0)
        self.start("openbox")
        panel = [self.start("tint2")]

        def tray():
            if panel[-1].poll() is not None:  # came before the display took clients
                panel.append(self.start("tint2"))
            return self.x("search", "--class", "tint2")

        wait_for("the tray", tray)

    def run(self, *words, text=None, limit=30):
        return subprocess.run(words, env=self.environment, input=text, capture_output=True, text=True, timeout=limit,
                              check=False)

    def x(self, *words):
        return self.run("xdotool", *words).stdout.split()

    def picture(self, name):
        self.run("import", "-window", "root", str(self.pictures / f"{name}.png"))

    def browse(self):
        """Chromium, and a browser command for the companion that opens a tab in it."""
        profile = self.home / "browser"
        common = ["chromium", f"--user-data-dir={profile}", "--no-sandbox", "--disable-gpu", "--disable-quic",
                  "--no-first-run", "--disable-background-networking", "--disable-component-update",
                  "--disable-sync", "--password-store=basic", "--force-renderer-accessibility=basic"]
        commands = self.home / "bin"
        commands.mkdir()
        opener = commands / "xdg-open"
        opener.write_text("#!/bin/sh\necho \"$1\" >> \"$HOME/opened\"\nexec " + " ".join(common) + ' "$1"\n')
        opener.chmod(0o755)
        self.environment["PATH"] = f"{commands}:{self.environment['PATH']}"
        page = self.home / "notes.html"
        page.write_text("<!doctype html><title>Notes of the agent</title><textarea id=t autofocus rows=9 cols=60></textarea>")
        self.start(*common, "--remote-debugging-port=0", "--window-size=900,600", page.as_uri())
        port = wait_for("the browser", lambda: (profile / "DevToolsActivePort").read_text().split()[0])
        self.browser_port = int(port)
        wait_for("the notes page", lambda: self.tab("Notes of the agent"))

    def tab(self, title):
        for tab in devtools.tabs(self.browser_port):
            if title in tab.get("title", ""):
                return tab
        return None

    def evaluate(self, title, script):
        tab = devtools.Tab(self.tab(title)["webSocketDebuggerUrl"])
        try:
            return tab.evaluate(script)
        finally:
            tab.close()

    # The sandbox

    def play(self, *words):
        child = self.start(self.sandbox_program, *words, stdout=subprocess.PIPE)
        self.sandbox = json.loads(child.stdout.readline())
        return self.sandbox

    @staticmethod
    def ask(url, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data=data, headers={"Content-Type": "application/json",
                                                                  "User-Agent": "desktop-test"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    # The companion

    def say(self, *words, text=None, limit=30):
        """A command to the running companion: its output; fails when it was refused."""
        done = self.run(self.companion, *words, text=text, limit=limit)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return done.stdout

    def json(self, *words):
        return json.loads(self.say(*words, "--json"))
