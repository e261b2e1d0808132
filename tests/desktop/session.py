# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: Xvfb, openbox, tint2, a keyring, Chromium; and the programs under test in it."""
import json
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import devtools
import programs
from programs import ask, wait_for

SKIPPED = 77
NEEDED = ("Xvfb", "openbox", "tint2", "gnome-keyring-daemon", "dbus-daemon", "chromium", "xdotool", "import",
          "secret-tool", "xev")


def skip_unless_possible():
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("skipped: not installed:", ", ".join(missing))
        sys.exit(SKIPPED)


class Desktop(programs.Stage):
    def __init__(self, companion, sandbox, pictures):
        super().__init__("desktop", {**os.environ, "XDG_CURRENT_DESKTOP": "openbox", "NO_AT_BRIDGE": "0",
                                     "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        self.environment.pop("QT_QPA_PLATFORM", None)
        self.companion, self.sandbox_program = companion, sandbox
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)

    # The desktop

    def begin(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                   pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        self.open_keyring()
        wait_for("the keyring", lambda: self.run("secret-tool", "store", "--label=probe", "probe", "x",
                                                 text="probe").returncode == 0)
        self.start("openbox")
        panel = [self.start("tint2")]

        def tray():
            if panel[-1].poll() is not None:  # came before the display took clients
                panel.append(self.start("tint2"))
            return self.x("search", "--class", "tint2")

        wait_for("the tray", tray)

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
        self.command("xdg-open", "#!/bin/sh\necho \"$1\" >> \"$HOME/opened\"\nexec " + " ".join(common) + ' "$1"\n')
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

    # The companion

    def say(self, *words, text=None, limit=30):
        """A command to the running companion: its output; fails when it was refused."""
        done = self.run(self.companion, *words, text=text, limit=limit)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return done.stdout

    def json(self, *words):
        return json.loads(self.say(*words, "--json"))
