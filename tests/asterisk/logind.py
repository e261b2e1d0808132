# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A system bus of the test's own, and on it a logind that says when this computer sleeps and wakes."""
import subprocess

from pbx import LEASHED

NAME, PATH, INTERFACE = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"


class Logind:
    def __init__(self, folder):
        self.daemon = subprocess.Popen([*LEASHED, "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address",
                                        f"--address=unix:dir={folder}"], stdout=subprocess.PIPE, text=True)
        self.address = self.daemon.stdout.readline().strip()
        self.bus = None

    def prepare_for_sleep(self, start):
        from gi.repository import Gio, GLib  # python3-gi; only the story that sleeps needs it
        if not self.bus:
            flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
            self.bus = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
            self.bus.set_exit_on_close(False)
            self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                               GLib.Variant("(su)", (NAME, 0)), None, Gio.DBusCallFlags.NONE, -1, None)
        self.bus.emit_signal(None, PATH, INTERFACE, "PrepareForSleep", GLib.Variant("(b)", (start,)))
        self.bus.flush_sync(None)

    def stop(self):
        self.daemon.terminate()
        self.daemon.wait(20)
        self.daemon.stdout.close()
