# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A locked key store whose question nobody answers: every command answers in time even so, and nothing is lost.

keystore_test.py COMPANION SANDBOX"""
import shutil
import signal
import subprocess
import sys
import time

from workplace import Workplace, wait_for

SKIPPED = 77
LIMIT = 5.0  # seconds, for every command
NEEDED = ("dbus-daemon", "gnome-keyring-daemon", "secret-tool")
PYTHON = "/usr/bin/python3"  # of the system: it has the bindings

# Takes the key store's question for the password, and does not even show it.
PROMPTER = """
from gi.repository import Gio, GLib
methods = "".join(f'<method name="{name}">{arguments}</method>' for name, arguments in (
    ("BeginPrompting", '<arg type="o" direction="in"/>'), ("StopPrompting", '<arg type="o" direction="in"/>'),
    ("PerformPrompt", "".join(f'<arg type="{kind}" direction="in"/>' for kind in ("o", "s", "a{sv}", "s")))))
node = Gio.DBusNodeInfo.new_for_xml(f'<node><interface name="org.gnome.keyring.internal.Prompter">{methods}</interface></node>')
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/gnome/keyring/Prompter", node.interfaces[0], lambda *call: call[-1].return_value(None), None, None)
Gio.bus_own_name_on_connection(bus, "org.gnome.keyring.SystemPrompter", 0, lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
"""


class KeyStore:
    def __init__(self, work):
        self.work = work
        bus = work.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        work.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.prompter = work.start(PYTHON, "-c", PROMPTER, stdout=subprocess.PIPE)
        assert self.prompter.stdout.readline() == b"ready\n"
        self.daemon = work.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.daemon.stdin.write(b"of this run only")
        self.daemon.stdin.close()
        wait_for("the key store", lambda: subprocess.run(["secret-tool", "store", "--label=probe", "probe", "x"], input=b"x",
                                                         env=work.environment, check=False, timeout=10,
                                                         capture_output=True).returncode == 0)

    def lock(self):
        """As after a log-in that did not unlock it."""
        self.daemon.send_signal(signal.SIGTERM)
        self.daemon.wait(10)
        self.daemon = self.work.start("gnome-keyring-daemon", "--foreground", "--components=secrets", stdout=subprocess.DEVNULL)

    def refuse(self):
        """The person closes the question."""
        self.prompter.terminate()
        self.prompter.wait(10)


def timed(work, *words, text=None):
    begun = time.monotonic()
    done = work.say(*words, text=text, limit=60)
    seconds = time.monotonic() - begun
    assert seconds < LIMIT, f"{words[:2]} took {seconds:.1f} s"
    return done


def sign_in(work):
    pbx = work.sandbox["pbx"]
    return timed(work, "sign-in", "pbx", "--kind", "cloudone", "--url", pbx["url"], "--client-id", pbx["clientId"], "--extension",
                 pbx["extension"], "--secret-stdin", text=pbx["clientSecret"] + "\n")


def start(work):
    work.start_companion(lambda: True)


def secret_is_not_taken(work, store):
    store.lock()
    start(work)
    done = sign_in(work)
    assert done.returncode == 0 and "Signed in" in done.stdout and "key store" in done.stderr, done
    assert work.json("status")["pbx"]["state"] == "connected"
    for words in (("status",), ("calls",), ("diagnose",), ("sign-out", "pbx")):
        assert timed(work, *words).returncode == 0, words
    assert work.quit() == 0


def stored_tokens_are_not_told(work, store):
    store.lock()
    start(work)
    done = sign_in(work)
    assert done.returncode == 4 and "key store" in done.stderr and "by itself" in done.stderr, done
    assert timed(work, "status").returncode == 0
    store.refuse()
    wait_for("the sign-in, which goes on by itself", lambda: work.json("status")["pbx"]["state"] == "connected", 40)
    assert work.quit() == 0


def main():
    if not all(shutil.which(name) for name in NEEDED) or subprocess.run([PYTHON, "-c", "from gi.repository import Gio"],
                                                                         check=False, capture_output=True).returncode:
        print("skipped: it needs a key store of its own (dbus, gnome-keyring, libsecret-tools, python3-gi)")
        return SKIPPED
    with Workplace(*sys.argv[1:3]) as work:
        work.open_sandbox()
        store = KeyStore(work)
        try:
            secret_is_not_taken(work, store)
            store.daemon.send_signal(signal.SIGTERM)
            store.daemon.wait(10)
            store = KeyStore(work)
            work.start_companion(work.is_signed_in_to_pbx)
            assert work.quit() == 0
            stored_tokens_are_not_told(work, store)
        except Exception:
            print(work.log.read_text(errors="replace")[-4000:])
            raise
    return 0


if __name__ == "__main__":
    sys.exit(main())
