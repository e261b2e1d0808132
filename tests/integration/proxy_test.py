# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network that is left through a proxy alone, as the environment or the desktop's settings say: requests and the WebSocket go
through it, one that is away is waited for, and one that opens no way is named.

proxy_test.py COMPANION SANDBOX

The proxy is tinyproxy; all of it happens in a network of this test's own."""
import shutil
import socket
import subprocess
import sys

from ownnetwork import SKIPPED, Way, enter_network, ip
from workplace import Workplace, free_ports, wait_for

PBX, PROXY = "192.0.2.1", "192.0.2.2"  # Qt asks no proxy about a loopback address
OPEN_ALL = ""
OPEN_NO_OTHERS = "ConnectPort 443\n"  # as most do: a tunnel to another port is refused


class Proxy:
    def __init__(self, work):
        self.work, self.process = work, None
        self.port = free_ports(1)[0]
        self.log = work.home / "proxy.log"
        address = f"http://127.0.0.1:{self.port}"
        work.environment.update(http_proxy=address, https_proxy=address)

    def begin(self, rules=OPEN_ALL):
        self.end()
        settings = self.work.home / "proxy.conf"
        settings.write_text(f'Port {self.port}\nListen 127.0.0.1\nBind {PROXY}\nAllow 127.0.0.1\nTimeout 600\n'
                            f'MaxClients 50\nLogLevel Connect\nLogFile "{self.log}"\n{rules}')
        self.process = self.work.start("tinyproxy", "-d", "-c", str(settings))
        wait_for("the proxy", lambda: socket.create_connection(("127.0.0.1", self.port)).close() is None)

    def end(self):
        if self.process:
            self.process.terminate()
            self.process.wait(10)
            self.process = None


def certificate(folder):
    """A folder with a certificate of the PBX's address."""
    folder.mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=pbx", "-addext",
                    f"subjectAltName=IP:{PBX}", "-keyout", folder / "localhost.key", "-out", folder / "localhost.pem"],
                   check=True, capture_output=True)
    return folder


def pbx_is(work, state, reason=""):
    def check():
        status = work.json("status")["pbx"]
        return status["state"] == state and reason in status["detail"].lower()
    return check


def everything_goes_through_it(work, proxy):
    proxy.begin()
    work.start_companion(work.is_signed_in_to_pbx)
    work.control("pbx/call", {"from": "+14155550101"})
    wait_for("the call", lambda: work.json("calls"))


def one_that_is_away_is_waited_for(work, proxy):
    proxy.end()
    wait_for("the reason", pbx_is(work, "reconnecting", "proxy"))
    proxy.begin()
    wait_for("the PBX again", pbx_is(work, "connected"), 60)


def one_that_refuses_the_tunnel_is_named(work, proxy):
    proxy.begin(OPEN_NO_OTHERS)
    wait_for("the reason", pbx_is(work, "reconnecting", "proxy"), 60)
    proxy.begin()
    wait_for("the PBX again", pbx_is(work, "connected"), 60)


def main():
    if not shutil.which("tinyproxy"):
        print("skipped: no tinyproxy here (Debian package tinyproxy-bin)")
        return SKIPPED
    enter_network()
    ip("link", "set", "lo", "up")
    for address in (PBX, PROXY):
        ip("addr", "add", f"{address}/32", "dev", "lo")
    with Workplace(*sys.argv[1:3]) as work:
        work.open_keyring()
        tls = certificate(work.home / "tls")
        work.open_sandbox("--tls", "--tls-folder", tls)
        way = Way(int(work.sandbox["pbx"]["url"].rsplit(":", 1)[1]), PBX, only_from=PROXY)
        work.sandbox["pbx"]["url"] = f"https://{PBX}:{way.port}"
        proxy = Proxy(work)
        assert work.say("settings", "set", "pbx.caFile", str(tls / "localhost.pem")).returncode == 0
        for story in (everything_goes_through_it, one_that_is_away_is_waited_for, one_that_refuses_the_tunnel_is_named):
            try:
                story(work, proxy)
            except Exception:
                print(work.json("status"), proxy.log.read_text()[-2000:], work.log.read_text(errors="replace")[-4000:], sep="\n")
                raise
            print(f"{story.__name__.replace('_', ' ')}: as it should be", flush=True)
        assert way.turned_away == 0, "something went past the proxy"
        assert work.quit() == 0, "the companion did not end as it should"
    return 0


if __name__ == "__main__":
    sys.exit(main())
