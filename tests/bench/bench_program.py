# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program measured: start, memory, growth over many calls, wake-ups while idle.

usage: bench_program.py COMPANION SANDBOX BENCH_FILL [CALLS]

Prints lines of `name value unit` (DESIGN 8) and nothing else. Runs on the display that is there, or offscreen.
"""
import json
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request


CONTACTS = 500  # in the org
AT_ONCE = 20  # calls, before the program is given the time to get done with them


class Bench:
    def __init__(self, companion, sandbox, fill):
        self.companion = companion
        self.home = tempfile.TemporaryDirectory(prefix="companion-bench-")
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": self.home.name}
        if "DISPLAY" not in os.environ:
            self.environment["QT_QPA_PLATFORM"] = "offscreen"
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            folder = pathlib.Path(self.home.name) / name.lower()
            folder.mkdir(mode=0o700)
            self.environment[name] = str(folder)
        commands = pathlib.Path(self.home.name) / "bin"
        commands.mkdir()
        opener = commands / "xdg-open"  # the browser: follows the consent page, which allows by itself, and no record
        opener.write_text('#!/bin/sh\ncase "$1" in */authorize*) exec /usr/bin/curl -sL -o /dev/null "$1" ;; esac\n')
        opener.chmod(0o755)
        self.environment["PATH"] = f"{commands}:{os.environ['PATH']}"
        data = pathlib.Path(self.environment["XDG_DATA_HOME"]) / "cloudone-companion/default"
        data.mkdir(parents=True)
        subprocess.run([fill, str(data / "companion.db"), "10000", "1000"], check=True)
        self.sandbox = subprocess.Popen([sandbox, "--auto-approve", "--until-eof"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.addresses = json.loads(self.sandbox.stdout.readline())
        self.program = None
        self.played = 0

    def say(self, *words, text=None):
        return subprocess.run([self.companion, *words], env=self.environment, input=text, text=True,
                              capture_output=True, check=False, timeout=60)

    def start(self):
        """Seconds until the icon is in the tray, by the log line that says so."""
        log = pathlib.Path(self.home.name) / f"{time.monotonic_ns()}.log"
        begun = time.monotonic()
        self.program = subprocess.Popen([self.companion, "--minimized", "--log", str(log)], env=self.environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while time.monotonic() - begun < 30:
            if log.exists() and "on the desktop" in log.read_text(errors="replace"):
                return time.monotonic() - begun
            time.sleep(0.001)
        raise SystemExit("the program did not start")

    def quit(self):
        self.say("quit")
        self.program.wait(20)

    def memory(self):
        """Proportional set size in MB."""
        with open(f"/proc/{self.program.pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024

    def wakeups(self):
        total = 0
        for task in pathlib.Path(f"/proc/{self.program.pid}/task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if "ctxt_switches" in line:
                    total += int(line.split()[1])
        return total

    def control(self, what, body, where="pbx"):
        request = urllib.request.Request(f"{self.addresses['control']}/control/{where}/{what}",
                                         data=json.dumps(body).encode(), headers={"User-Agent": "bench"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def sign_in(self):
        pbx, org = self.addresses["pbx"], self.addresses["salesforce"]
        for words, text in ((("sign-in", "pbx", "--url", pbx["url"], "--client-id", pbx["clientId"], "--extension", "1001",
                              "--secret-stdin"), pbx["clientSecret"]),
                            (("sign-in", "salesforce", "--login-url", org["url"], "--client-id", org["clientId"]), None)):
            done = self.say(*words, text=text)
            if done.returncode != 0:
                raise SystemExit(f"{words[:2]} was refused: {done.stderr}")

    def play(self, count):
        """One call after the other, as fast as the program takes them: of five callers four are contacts, and the fifth is
        somebody new. The org is small: it is the sandbox that would need half a second for each search among 10,000."""
        for index in range(1, count + 1):
            self.played += 1
            caller = f"+1917{2000000 + (self.played % CONTACTS if self.played % 5 else CONTACTS + self.played)}"
            placed = self.control("call", {"direction": "inbound", "from": caller, "to": "1001"})
            self.control("answer", {"callId": placed["callId"]})
            self.control("hangup", {"callId": placed["callId"]})
            if index % AT_ONCE == 0 or index == count:
                self.settle(caller)

    def settle(self, caller):
        """Until the last call is in the history, and what is to be written of all is written."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            latest = self.read("history", "--limit", str(10 * AT_ONCE))  # many begin in the same second
            status = self.read("status")
            if any(call["remoteNumber"] == caller for call in latest) and not status["calls"] and not status["journalPending"]:
                return
            time.sleep(0.05)
        raise SystemExit(f"the program did not get done with its calls: {status}")

    def read(self, *words):
        """What a command prints, asked for as the command itself asks, without starting a program each time."""
        folder = pathlib.Path(self.environment["XDG_RUNTIME_DIR"]) / "cloudone-companion"
        path = next(path for path in folder.iterdir() if path.is_socket())
        request = {"version": 1, "words": [*words, "--json"], "command": words[0], "secret": ""}
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(20)
            line.connect(str(path))
            line.sendall(json.dumps(request).encode() + b"\n")
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        return json.loads(json.loads(answer)["out"])


def main():
    bench = Bench(*sys.argv[1:4])
    calls = int(sys.argv[4]) if len(sys.argv) > 4 else 10000
    try:
        bench.start()
        bench.quit()  # warm from here on
        starts = []
        for _ in range(5):
            starts.append(bench.start())
            bench.quit()
        print(f"start_to_tray_warm {statistics.median(starts) * 1000:.0f} ms")
        bench.start()
        bench.say("settings", "set", "card.keepSeconds", "0")
        bench.control("fill", {"count": CONTACTS}, "salesforce")
        bench.control("fault", {"name": "api-usage", "value": {"used": 0, "max": 1000000}}, "salesforce")
        bench.sign_in()
        time.sleep(3)
        print(f"memory_signed_in_pss {bench.memory():.1f} MB")
        bench.play(1000)  # caches are as full as they get
        time.sleep(5)
        before, begun = bench.memory(), time.monotonic()
        bench.play(calls)
        print(f"calls_played {calls / (time.monotonic() - begun):.0f} per_second", flush=True)
        time.sleep(5)
        print(f"growth_over_{calls}_calls {bench.memory() - before:.2f} MB", flush=True)
        woken = bench.wakeups()
        time.sleep(20)
        print(f"idle_wakeups {(bench.wakeups() - woken) / 20:.2f} per_second")
        bench.quit()
    finally:
        bench.sandbox.stdin.close()
        bench.sandbox.wait(10)


if __name__ == "__main__":
    main()
