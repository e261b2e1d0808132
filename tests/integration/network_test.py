# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network changes under the running program: a VPN comes and goes, an address is exchanged, all is away for a while. Each time
the connections from before are dead, as they are when the way to the PBX is another one, and a call has come of which they told
nothing; what is measured is the time from the change until that call is shown.

network_test.py COMPANION SANDBOX

All of it happens in a network of this test's own, which ends with it. Prints `name value unit`."""
import subprocess
import sys
import time

from ownnetwork import SKIPPED, Way, enter_network, ip
from workplace import Workplace, wait_for

BUDGET = 3.0  # seconds


def cable(name):
    """The words that make an interface, and another one at its end."""
    return "link", "add", name, "type", "veth", "peer", "name", f"{name}-end"


class Measurement:
    def __init__(self, work, way):
        self.work, self.way = work, way
        self.caller = 4155552000
        self.failed = False

    def ring(self):
        """A call of which nobody is told."""
        self.way.change()
        self.caller += 1
        self.work.control("pbx/call", {"from": f"+1{self.caller}", "to": self.work.sandbox["pbx"]["extension"]})
        return f"+1{self.caller}"

    def is_shown(self, number):
        return any(call["remoteNumber"] == number and call["phase"] == "ringing" for call in self.work.read("calls"))

    def take(self, name, number, begun):
        wait_for(f"{name}: the call", lambda: self.is_shown(number), 30)
        seconds = time.monotonic() - begun
        print(f"{name} {seconds * 1000:.0f} ms", flush=True)
        if self.work.read("status")["pbx"]["state"] != "connected" or seconds > BUDGET:
            print(f"FAILED {name}: the budget is {BUDGET} s")
            self.failed = True
        self.work.control("pbx/hangup", {})
        wait_for("the end of the call", lambda: not self.is_shown(number))

    def play(self, name, *changes):
        number = self.ring()
        time.sleep(0.5)  # long enough for an event that should not come
        assert not self.is_shown(number), "somebody was told after all"
        begun = time.monotonic()
        for words in changes:
            ip(*words)
        self.take(name, number, begun)

    def all_away(self):
        number = self.ring()
        begun = time.monotonic()
        ip("link", "set", "lan", "down")
        ip("link", "set", "lo", "down")
        wait_for("the loss to be told", lambda: self.work.read("status")["pbx"]["state"] == "reconnecting")
        print(f"network_gone_until_told {(time.monotonic() - begun) * 1000:.0f} ms")
        time.sleep(4)  # so long that attempts to connect have failed
        begun = time.monotonic()
        ip("link", "set", "lo", "up")
        ip("link", "set", "lan", "up")
        ip("addr", "replace", "192.0.2.8/24", "dev", "lan")
        self.take("network_back_until_call_shown", number, begun)


def main():
    enter_network()
    ip("link", "set", "lo", "up")
    try:
        ip(*cable("lan"))
    except subprocess.CalledProcessError:
        print("skipped: this machine's kernel has no virtual cables (veth)")
        return SKIPPED
    ip("link", "set", "lan-end", "up")
    ip("addr", "add", "192.0.2.7/24", "dev", "lan")
    ip("link", "set", "lan", "up")
    with Workplace(*sys.argv[1:3]) as work:
        work.open_sandbox()
        way = Way(int(work.sandbox["pbx"]["url"].rsplit(":", 1)[1]))
        work.sandbox["pbx"]["url"] = f"http://127.0.0.1:{way.port}"
        work.start_companion(work.is_signed_in_to_pbx)
        measure = Measurement(work, way)
        try:
            measure.play("vpn_comes_until_call_shown", cable("vpn"),
                         ("addr", "add", "10.8.0.2/32", "dev", "vpn"), ("link", "set", "vpn", "up"))
            measure.play("vpn_goes_until_call_shown", ("link", "del", "vpn"))
            measure.play("other_network_until_call_shown", ("addr", "del", "192.0.2.7/24", "dev", "lan"),
                         ("addr", "add", "192.0.2.8/24", "dev", "lan"))
            measure.all_away()
        except Exception:
            print(work.log.read_text(errors="replace")[-4000:])
            raise
        assert work.quit() == 0, "the companion did not end as it should"
    return 1 if measure.failed else 0


if __name__ == "__main__":
    sys.exit(main())
