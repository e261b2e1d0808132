# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays calls to the companion: demo.py COMPANION SANDBOX [--once]. See demo.sh."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

PROFILE = "demo"
CALLERS = [  # what is shown of each, and who it is in the sandbox's org
    ("a known contact", "(415) 555-1212", "found"),
    ("a short local number", "5503301", "found"),
    ("a number that several records share", "+1 206 555 0100", "several"),
    ("somebody unknown", "+1 212 555 0147", "unknown"),
    ("a caller who withholds the number", "anonymous", "none"),
]

# Stands in for the browser: notes when each page was asked for, walks through the org's consent by
# itself, and hands record pages on to the real browser where there is a display.
OPENER = """#!/bin/sh
printf '%s %s\\n' "$(date +%s%N)" "$1" >> "$DEMO_OPENED"
case "$1" in
*/services/oauth2/*) exec /usr/bin/python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1]).read()' "$1" ;;
esac
if [ -n "$DISPLAY$WAYLAND_DISPLAY" ] && [ -n "$DEMO_BROWSER" ]; then exec "$DEMO_BROWSER" "$1"; fi
"""


class Demo:
    def __init__(self, companion, sandbox):
        self.companion = os.path.abspath(companion)
        self.folder = tempfile.TemporaryDirectory(prefix="cloudone-companion-demo-", ignore_cleanup_errors=True)
        self.home = pathlib.Path(self.folder.name)
        self.has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        self.environment = {**os.environ, "DEMO_OPENED": str(self.home / "opened"),
                            "DEMO_BROWSER": shutil.which("xdg-open") or ""}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            self.environment[name] = str(self.home / name.lower())
        if "XDG_RUNTIME_DIR" not in os.environ:
            runtime = self.home / "runtime"
            runtime.mkdir(mode=0o700)
            self.environment["XDG_RUNTIME_DIR"] = str(runtime)
        if not self.has_display:
            self.environment["QT_QPA_PLATFORM"] = "offscreen"
        opener = self.home / "bin" / "xdg-open"
        opener.parent.mkdir()
        opener.write_text(OPENER)
        opener.chmod(0o755)
        self.environment["PATH"] = f"{opener.parent}:{os.environ['PATH']}"
        self.sandbox = subprocess.Popen([sandbox, "--auto-approve", "--until-eof", "--own-pick-up", "600", "--far-end", "1500"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addresses = json.loads(self.sandbox.stdout.readline())
        self.program = subprocess.Popen([self.companion, "--profile", PROFILE, "--minimized"], env=self.environment)

    def end(self):
        self.say("quit")
        try:
            self.program.wait(10)
        except subprocess.TimeoutExpired:
            self.program.kill()
        self.sandbox.stdin.close()
        self.sandbox.wait(10)
        self.folder.cleanup()

    def say(self, *words, text=None):
        return subprocess.run([self.companion, "--profile", PROFILE, *words], env=self.environment, input=text, text=True,
                              capture_output=True, check=False, timeout=170)

    def control(self, what, body):
        request = urllib.request.Request(f"{self.addresses['control']}/control/pbx/{what}", data=json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json", "User-Agent": "demo"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def wait(self, what, check, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = check()
            if found:
                return found
            time.sleep(0.02)
        raise SystemExit(f"The demo waited in vain for {what}.")

    def sign_in(self):
        pbx, org = self.addresses["pbx"], self.addresses["salesforce"]
        self.wait("the companion to start", lambda: self.say("status").returncode == 0)
        self.say("settings", "set", "numbers.region", "US")
        for words, text in ((("sign-in", "pbx", "--url", pbx["url"], "--client-id", pbx["clientId"], "--extension",
                              pbx["extension"], "--secret-stdin"), pbx["clientSecret"]),
                            (("sign-in", "salesforce", "--login-url", org["url"], "--client-id", org["clientId"]), None)):
            done = self.say(*words, text=text)
            if done.returncode != 0:
                raise SystemExit(f"{' '.join(words[:2])} was refused: {done.stderr.strip()}")
            print(done.stdout.strip())

    def call(self, call_id):
        done = self.say("calls", "--json")
        return next((c for c in json.loads(done.stdout or "[]") if c["id"] == call_id), None)

    def opened_since(self, begun):
        try:
            lines = pathlib.Path(self.environment["DEMO_OPENED"]).read_text().splitlines()
        except FileNotFoundError:
            return None
        for line in lines:
            at, _, url = line.partition(" ")
            if int(at) >= begun and "/oauth2/" not in url:
                return (int(at) - begun) / 1e6, url
        return None

    def play(self, title, number, expected):
        """One call: rings, is answered, ends. Whether the record was asked for."""
        begun = time.time_ns()
        placed = self.control("call", {"direction": "inbound", "from": number, "to": "1001"})["callId"]
        self.wait("the card", lambda: self.call(placed))
        call = self.wait("the answer of Salesforce",
                         lambda: (lambda c: c if c and c["crm"] not in ("searching",) else None)(self.call(placed)))
        opened = self.wait("the record's page", lambda: self.opened_since(begun)) if expected == "found" else None
        call = self.call(placed) or call
        names = ", ".join(match["name"] for match in call["matches"]) or "nobody"
        print(f"\nCall from {title}: {number}")
        print(f"  frame   {call['startedAt']}  {call['phase']}")
        print(f"  match   {call['crm']}: {names}")
        print(f"  card    {'on screen' if self.has_display else 'shown (offscreen)'}, extension {call['extension']}")
        print(f"  opened  {opened[1] if opened else 'nothing'}"
              + (f"  {opened[0]:.0f} ms after the call was placed" if opened else ""))
        print(f"  why     {call['why']}")
        if self.has_display:
            time.sleep(4)
        self.control("answer", {"callId": placed})
        if self.has_display:
            time.sleep(4)
        self.control("hangup", {"callId": placed})
        if call["crm"] != expected:
            print(f"  expected “{expected}”")
        return call["crm"] == expected and (expected != "found" or bool(opened))

    def click_to_call(self):
        done = self.say("dial", "tel:%28415%29%20555-1212")
        print(f"\nClick to call tel:%28415%29%20555-1212: {'dialled' if done.returncode == 0 else done.stderr.strip()}")
        if self.has_display:
            time.sleep(6)
        self.say("hangup")
        return done.returncode == 0

    def round(self):
        good = [self.play(*caller) for caller in CALLERS]
        good.append(self.click_to_call())
        self.wait("the log entries", lambda: json.loads(self.say("status", "--json").stdout)["journalPending"] <= 1)
        with urllib.request.urlopen(f"{self.addresses['control']}/control/salesforce/records/Task", timeout=10) as answer:
            tasks = json.load(answer)
        tasks = tasks if isinstance(tasks, list) else tasks.get("records", tasks.get("rows", []))
        print(f"\nLog entries in Salesforce: {len(tasks)}")
        return all(good)


def main():
    words = sys.argv[1:]
    demo = Demo(words[0], words[1])
    try:
        demo.sign_in()
        good = demo.round()
        print("\nThe known callers' records were asked for." if good else "\nSomething did not go as it should.")
        if demo.has_display and "--once" not in words:
            print(f"Place more calls on this page: {demo.addresses['control']}\nCtrl+C ends the demo.")
            demo.program.wait()
        return 0 if good else 1
    except KeyboardInterrupt:
        return 0
    finally:
        demo.end()


if __name__ == "__main__":
    sys.exit(main())
