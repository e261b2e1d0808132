# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a story is played on, and how it is checked: by what `calls` and `history` say."""
import json
import pathlib
import subprocess
import sys

from companion import Companion, Watch
from pbx import PASSWORD, Asterisk, wait_for
from ports import Ports

SKIPPED = 77
ACME = '"ACME Ltd" <sip:+493023125001@127.0.0.1>'
GLOBEX = '"Globex" <sip:+493023125002@127.0.0.1>'
ALICE = '"Alice Example" <sip:1001@127.0.0.1>'
BOB = '"Bob Example" <sip:1002@127.0.0.1>'
FROM_ACME = {"direction": "inbound", "remoteNumber": "+493023125001", "remoteName": "ACME Ltd", "did": "5551001"}
TO_ACME = {"direction": "outbound", "remoteNumber": "03023125001"}
ANSWERED = ["ringing", "connected", "ended"]
MISSED = ["ringing", "ended"]


def system_with_asterisk():
    done = subprocess.run([pathlib.Path(__file__).parent / "prepare.sh", "--ready-only"], stdout=subprocess.PIPE, text=True,
                          check=False)
    if done.returncode == SKIPPED:
        sys.exit(SKIPPED)
    done.check_returncode()
    return done.stdout.strip()


class Stage:
    """An Asterisk, the companion at its extension 1001, and one contact in its Salesforce."""

    def __init__(self, program, sandbox):
        self.ports = Ports()
        self.measured = []
        self.before = set()
        self.watch = None
        self.pbx = Asterisk(system_with_asterisk(), self.ports)
        self.companion = Companion(program, sandbox, self.ports)

    def build(self):
        self.pbx.start()
        self.companion.start()
        self.companion.control("record", {"object": "Contact", "fields": {"FirstName": "Anna", "LastName": "Schmidt",
                                                                          "Phone": "+49 30 23125001"}})
        for key, value in {"pbx.asterisk.context": "from-phone", "numbers.region": "DE"}.items():
            self.companion.must("settings", "set", key, value)
        self.sign_in()
        self.companion.sign_in_salesforce()

    def sign_in(self):
        self.companion.sign_in_pbx(self.pbx.url, "companion", PASSWORD)

    def strike(self):
        try:
            self.companion.stop()
        finally:
            self.pbx.stop()
            self.ports.close()

    def begin(self):
        self.watch = Watch(self.companion)
        self.watch.look()
        self.before = set(self.watch.last)

    def recover(self):
        """After a story that failed: the next one finds an empty stage."""
        self.pbx.forget_sipps()
        self.pbx.thaw()
        for channel in self.pbx.channels():
            self.pbx.ask("DELETE", f"channels/{channel['id']}")
        if not self.companion.running:
            self.companion.start()
        self.sign_in()

    def link(self):
        return self.companion.read("status")["pbx"]["state"]

    def new_calls(self):
        return [call for key, call in self.watch.last.items() if key not in self.before]

    def phase(self, phase, count=1):
        """Waits until so many new calls are in this phase."""
        return self.watch.until(f"{count} × {phase}",
                                lambda watch: len([1 for call in self.new_calls() if call["phase"] == phase]) >= count)

    def tells(self, phases, talk=None, **expected):
        """Exactly one new call, with these phases and this history."""
        self.phase("ended")
        self.pbx.clear()
        self.watch.look()
        calls = self.new_calls()
        assert len(calls) == 1, f"{len(calls)} calls instead of one: {calls}"
        key = calls[0]["id"]
        self.saw(key, phases)
        return self.history(key, talk, **expected)

    def saw(self, key, phases):
        """On a busy computer `calls` is asked too seldom to see every phase, but never in another order."""
        seen = self.watch.phases[key]
        rest = iter(phases)
        assert seen[-1] == phases[-1] and all(phase in rest for phase in seen), f"phases {seen} instead of {phases}"

    def history(self, key, talk=None, **expected):
        rows = json.loads(self.companion.must("history", "--limit", "10", "--json"))
        row = next(row for row in rows if row["id"] == key)
        wrong = {name: row[name] for name, value in expected.items() if row[name] != value}
        assert not wrong, f"{wrong} instead of {expected}"
        seconds = row["talkSeconds"]
        if talk is None:
            assert seconds == 0, f"{seconds} s of talk where there was none"
        else:  # on a busy computer phones hang up late, never early
            assert talk - 1 <= seconds <= talk + 4, f"{seconds} s of talk instead of about {talk}"
        return row

    def measure(self, name, seconds):
        self.measured.append(f"{name} {seconds * 1000:.0f} ms")


__all__ = ["ACME", "ALICE", "ANSWERED", "BOB", "FROM_ACME", "GLOBEX", "MISSED", "PASSWORD", "SKIPPED", "Stage", "TO_ACME",
           "wait_for"]
