# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program measured: start, memory, growth over many calls, wake-ups while idle.

usage: bench_program.py COMPANION SANDBOX BENCH_FILL [CALLS]

Prints lines of `name value unit` (DESIGN 8) and nothing else. Runs on the display that is there, or offscreen.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request


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
        opener = commands / "xdg-open"  # the browser: follows the consent page, which allows by itself
        opener.write_text('#!/bin/sh\nexec /usr/bin/curl -sL -o /dev/null "$1"\n')
        opener.chmod(0o755)
        self.environment["PATH"] = f"{commands}:{os.environ['PATH']}"
        data = pathlib.Path(self.environment["XDG_DATA_HOME"]) / "cloudone-companion/default"
        data.mkdir(parents=True)
        subprocess.run([fill, str(data / "companion.db"), "10000", "1000"], check=True)
        self.sandbox = subprocess.Popen([sandbox, "--auto-approve", "--until-eof"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.addresses = json.loads(self.sandbox.stdout.readline())
        self.program = None

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
        """One call after the other, from contacts that are in the org; some 30 a second."""
        for i in range(count):
            placed = self.control("call", {"direction": "inbound", "from": f"+1917{2000000 + i % 10000}", "to": "1001"})
            self.control("answer", {"callId": placed["callId"]})
            self.control("hangup", {"callId": placed["callId"]})
            time.sleep(0.03)


def main():
    bench = Bench(*sys.argv[1:4])
    calls = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
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
        bench.control("fill", {"count": 10000}, "salesforce")
        bench.control("fault", {"name": "api-usage", "value": {"used": 0, "max": 1000000}}, "salesforce")
        bench.sign_in()
        time.sleep(3)
        print(f"memory_signed_in_pss {bench.memory():.1f} MB")
        bench.play(300)
        time.sleep(5)
        before = bench.memory()
        bench.play(calls)
        time.sleep(5)
        print(f"growth_over_{calls}_calls {bench.memory() - before:.2f} MB")
        woken = bench.wakeups()
        time.sleep(20)
        print(f"idle_wakeups {(bench.wakeups() - woken) / 20:.2f} per_second")
        bench.quit()
    finally:
        bench.sandbox.stdin.close()
        bench.sandbox.wait(10)


if __name__ == "__main__":
    main()
