# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Asterisk on loopback with a configuration of its own, and SIPp as its phones and trunk."""
import base64
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import string
import subprocess
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
PHONES = ("1001", "1002", "1003")
PASSWORD = "of this run only"


def wait_for(what, check, seconds=20):
    """The first true answer of check(); fails loudly when it does not come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := check():
                return found
        except (OSError, ValueError, KeyError, IndexError, TypeError, http.client.HTTPException):
            pass  # not there yet
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s in vain for: {what}")


# Whoever starts a program here takes it along when it is killed. Set inside, after the change of user, which forgets it.
LEASHED = ("setpriv", "--pdeathsig", "KILL")
AS_ASTERISK = ("setpriv", "--reuid", "asterisk", "--regid", "asterisk", "--init-groups", "--pdeathsig", "KILL")


def replace(path, text):
    """Several runs may write the same at the same time."""
    if path.exists() and path.read_text() == text:
        return
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_text(text)
    new.replace(path)


def sweep(folder):
    """What runs that were killed have left behind."""
    for old in folder.glob("companion-asterisk-*"):
        if not pathlib.Path("/proc", old.name.split("-")[2]).exists():
            shutil.rmtree(old, ignore_errors=True)


class Asterisk:
    def __init__(self, system, ports):
        self.system, self.ports = pathlib.Path(system), ports
        sweep(self.system / "tmp")
        self.outside = pathlib.Path(tempfile.mkdtemp(prefix=f"companion-asterisk-{os.getpid()}-", dir=self.system / "tmp"))
        self.inside = "/" + str(self.outside.relative_to(self.system))
        self.http_port, self.sip_port, self.trunk_port = ports.take(), ports.take(), ports.take()
        self.phone_ports = {number: ports.take() for number in PHONES}
        modules = next(self.system.glob("usr/lib/*/asterisk/modules")).relative_to(self.system)
        values = {"folder": self.inside, "modules": f"/{modules}", "http_port": self.http_port, "sip_port": self.sip_port,
                  "trunk_port": self.trunk_port, "password": PASSWORD, "rtp_start": ports.rtp[0], "rtp_end": ports.rtp[1],
                  **{f"phone_{number}": port for number, port in self.phone_ports.items()}}
        for template in (HERE / "etc").iterdir():
            text = string.Template(template.read_text()).substitute(values)
            (self.outside / template.name).write_text(text)
        # Asterisk looks up this computer's name, and further afield when nobody knows it.
        replace(self.system / "etc/hosts", f"127.0.0.1 localhost {socket.gethostname()}\n")
        subprocess.run(["chroot", str(self.system), "chown", "-R", "asterisk:asterisk", self.inside], check=True)
        self.outside.chmod(0o755)
        self.program = None
        self.sipps = []
        self.count = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.http_port}"

    def start(self):
        output = open(self.outside / "output.log", "ab")
        self.program = subprocess.Popen(["chroot", str(self.system), *AS_ASTERISK, "asterisk", "-f", "-C",
                                         f"{self.inside}/asterisk.conf"],
                                        stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        wait_for("Asterisk", lambda: self.is_dead() or self.endpoints_known(), 60)

    def is_dead(self):
        if self.program.poll() is not None:
            raise AssertionError(f"Asterisk ended: {(self.outside / 'output.log').read_text()[-2000:]}")

    def endpoints_known(self):
        return any(one["resource"] == "1001" for one in self.ask("GET", "endpoints"))

    def kill(self):
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(10)

    def stop(self):
        self.forget_sipps()
        if self.program and self.program.poll() is None:
            self.kill()
        shutil.rmtree(self.outside, ignore_errors=True)

    def ask(self, method, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.http_port, timeout=20)
        credentials = base64.b64encode(f"companion:{PASSWORD}".encode()).decode()
        connection.request(method, f"/ari/{path}", headers={"Authorization": f"Basic {credentials}"})
        body = connection.getresponse().read()
        connection.close()
        return json.loads(body) if body else None

    def channels(self):
        return self.ask("GET", "channels")

    def hang_up(self, who):
        """Ends the call of a phone, or of a caller by the number."""
        ids = [one["id"] for one in self.channels()
               if one["name"].startswith(f"PJSIP/{who}-") or one["caller"]["number"] == who]
        assert ids, f"no channel of {who}: {self.channels()}"
        self.ask("DELETE", f"channels/{ids[0]}")

    def dialogue(self, channel, what):
        """What a phone has to say to mean this call: its Call-ID, Asterisk's tag or its own."""
        variable = urllib.parse.quote(f"CHANNEL(pjsip,{what})")
        return self.ask("GET", f"channels/{channel}/variable?variable={variable}")["value"]

    def hand_over(self, number, target):
        """Tells the phone, which plays phone_asks_and_transfers() in its first call, to join the caller and its second call."""
        own = [one for one in self.channels() if one["name"].startswith(f"PJSIP/{number}-")]
        first, second = (one["id"] for one in sorted(own, key=lambda one: one["creationtime"]))
        call, ours, theirs = (self.dialogue(second, what) for what in ("call-id", "local_tag", "remote_tag"))
        replaces = urllib.parse.quote(f"{call};to-tag={ours};from-tag={theirs}", safe="")
        replace(self.outside / "refer-to", f"sip:{target}@127.0.0.1?Replaces={replaces}")
        word = (f"OPTIONS sip:phone@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK{self.count}\r\n"
                f"From: <sip:test@127.0.0.1>;tag=1\r\nTo: <sip:phone@127.0.0.1>\r\nCall-ID: {self.dialogue(first, 'call-id')}\r\n"
                "CSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.sendto(word.encode(), ("127.0.0.1", self.phone_ports[number]))

    @property
    def refer_to(self):
        return f"{self.inside}/refer-to"

    def play(self, scenario, port, service=None, count=1):
        sipp = Sipp(self, scenario, port, service, count)
        self.sipps.append(sipp)
        return sipp

    def phone(self, number, scenario, count=1):
        """A phone that waits to be called, so many times."""
        return self.play(scenario, self.phone_ports[number], count=count)

    def trunk(self, scenario):
        """The provider, waiting for a call out."""
        return self.play(scenario, self.trunk_port)

    def call(self, service, scenario):
        """Somebody calls: who, and from where, the scenario's From header tells."""
        return self.play(scenario, self.ports.take(), service)

    def freeze(self):
        self.program.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.program.send_signal(signal.SIGCONT)

    def forget_sipps(self):
        for sipp in self.sipps:
            sipp.stop()
        self.sipps.clear()

    def clear(self):
        """After a story: all its SIPps have ended and Asterisk has no channel left."""
        for sipp in self.sipps:
            sipp.finish()
        self.sipps.clear()
        wait_for("the end of all channels", lambda: self.channels() == [], 30)


class Sipp:
    def __init__(self, pbx, scenario, port, service, count):
        pbx.count += 1
        name = f"{pbx.count}.xml"
        (pbx.outside / name).write_text(scenario, encoding="utf-8")
        words = ["chroot", str(pbx.system), *LEASHED, "sipp", "-sf", f"{pbx.inside}/{name}", "-i", "127.0.0.1", "-p", str(port), "-m",
                 str(count), "-nostdin", "-cp", str(pbx.ports.take()), "-mp", str(pbx.ports.take())]
        if service:
            words += ["-s", service, f"127.0.0.1:{pbx.sip_port}"]
        self.errors = pbx.outside / f"{pbx.count}.log"
        self.program = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=open(self.errors, "wb"),
                                        stderr=subprocess.STDOUT, env={**os.environ, "TERM": "dumb"})
        if not service:
            wait_for("a SIPp to listen", lambda: self.is_listening(port))

    def is_listening(self, port):
        if self.program.poll() is not None:
            self.finish()
        wanted = f"0100007F:{port:04X}"
        return wanted in pathlib.Path("/proc/net/udp").read_text()

    def finish(self):
        try:
            status = self.program.wait(40)
        except subprocess.TimeoutExpired:
            self.stop()
            raise AssertionError(f"a SIPp did not end: {self.errors.read_text(errors='replace')[-1500:]}") from None
        assert status == 0, f"a SIPp ended with {status}: {self.errors.read_text(errors='replace')[-3000:]}"

    def stop(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
