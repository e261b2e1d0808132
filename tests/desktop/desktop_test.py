# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, as a person lives it, in a real X session with a real keyring, tray and Chromium.

usage: desktop_test.py COMPANION SANDBOX PICTURES
"""
import pathlib
import sys

import session

KNOWN = "(415) 555-1212"  # Maria González, in the sandbox's org
UNKNOWN = "+1 212 555 0199"
TYPED = "notes typed while the phone rings"
ADD_CONTACT = "250", "127"  # pixels: where the button stands on the card of an unknown number
ALL_FIELDS = 420  # pixels: the form is higher than this once Salesforce has said that there are more fields


def sign_in(desk, sandbox):
    pbx, org = sandbox["pbx"], sandbox["salesforce"]
    desk.say("sign-in", "pbx", "--url", pbx["url"], "--client-id", pbx["clientId"], "--extension", "1001",
             "--secret-stdin", text=pbx["clientSecret"])
    desk.say("settings", "set", "salesforce.loginUrl", org["url"])
    desk.say("settings", "set", "salesforce.clientId", org["clientId"])
    asking = desk.start(desk.companion, "sign-in", "salesforce")

    def allow():
        for tab in session.devtools.tabs(desk.browser_port):
            if "/oauth2/authorize" in tab["url"] or "/oauth" in tab["url"] or "Allow" in tab["title"]:
                page = session.devtools.Tab(tab["webSocketDebuggerUrl"])
                try:
                    if page.evaluate("!!document.querySelector('#allow')"):
                        page.evaluate("document.querySelector('#allow').click()")
                        return True
                finally:
                    page.close()
        return False

    session.wait_for("the page that asks for consent", allow)
    assert asking.wait(30) == 0, "sign-in to Salesforce was refused"
    status = session.wait_for("both links", lambda: (lambda s: s if s["pbx"]["state"] == "connected"
                                                     and s["salesforce"]["state"] == "connected"
                                                     else None)(desk.json("status")))
    assert status["salesforce"]["email"] == "jane.roe@acme.example", status
    assert status["pbx"]["extension"] == "1001", status
    print("signed in to both, through Chromium")


def agents_window(desk):
    """What the agent is typing into: xev tells each key it gets, and each loss of the focus."""
    heard = desk.home / "xev.log"
    desk.start("stdbuf", "-oL", "xev", "-name", "Agent at work", "-event", "keyboard", "-event", "focus",
               stdout=open(heard, "wb"))
    window = session.wait_for("the agent's window", lambda: desk.x("search", "--onlyvisible", "--name", "Agent at work"))
    desk.x("windowactivate", "--sync", window[-1])
    session.wait_for("its focus", lambda: "FocusIn" in heard.read_text())
    return window[-1], heard


def cards(desk):
    return desk.x("search", "--onlyvisible", "--class", "cloudone-companion")


def known_caller(desk, sandbox):
    """Ringing: the card comes and every key still goes where it went. Answered: the page opens. That the
    browser then brings its own window up is the browser's doing; the companion's windows never take the focus."""
    desk.say("settings", "set", "popup.trigger", "answered")
    window, heard = agents_window(desk)
    place(desk, sandbox, KNOWN)
    session.wait_for("the card", lambda: cards(desk))
    desk.x("type", "--delay", "5", TYPED)
    session.wait_for("the match", lambda: next((c for c in desk.json("calls") if c["crm"] == "found"), None))
    session.wait_for("the keys", lambda: heard.read_text().count("KeyPress event") >= len(TYPED))
    assert heard.read_text().count("KeyPress event") == len(TYPED)
    assert "FocusOut" not in heard.read_text(), "the focus was taken"
    assert desk.x("getwindowfocus") == [window], "the focus is elsewhere"
    desk.picture("known-caller-ringing")
    session.ask(sandbox["control"] + "/control/pbx/answer", {})
    session.wait_for("the contact's page in Chromium", lambda: desk.tab("Maria"))
    call = session.wait_for("the record's time", lambda: next((c for c in desk.json("calls")
                                                               if c["recordOpenedAt"]), None))
    assert not set(desk.x("getwindowfocus")) & set(cards(desk)), "a card has the focus"
    desk.picture("known-caller-answered")
    opened = [u for u in (desk.home / "opened").read_text().splitlines() if "/lightning/r/" in u]
    assert len(opened) == 1, opened
    print("card shown, page opened, focus kept:", call["why"])
    desk.say("settings", "set", "popup.trigger", "ringing")
    end(desk, sandbox)


def unknown_caller(desk, sandbox):
    place(desk, sandbox, UNKNOWN)
    session.wait_for("an unknown number", lambda: next((c for c in desk.json("calls") if c["crm"] == "unknown"), None))
    desk.picture("unknown-caller")
    add_contact(desk, sandbox)
    end(desk, sandbox)
    print("unknown caller offered for the CRM")


def add_contact(desk, sandbox):
    """What Salesforce says of its fields comes while the window manager still places the window: it must not jump into
    the corner, its title bar outside."""
    session.ask(sandbox["control"] + "/control/salesforce/fault",
                {"name": "slow", "value": 20, "times": 1, "match": "/describe"})
    card = session.wait_for("the card", lambda: desk.x("search", "--onlyvisible", "--name", "^Call"))[-1]
    desk.x("mousemove", "--window", card, *ADD_CONTACT, "click", "1")
    dialog = session.wait_for("the form", lambda: desk.x("search", "--onlyvisible", "--name", "^Add Contact"))[-1]
    session.wait_for("all its fields", lambda: place_of(desk, dialog)["HEIGHT"] > ALL_FIELDS)
    desk.picture("add-contact")
    at = place_of(desk, dialog)
    assert at["Y"] > 0 and at["X"] > 0, at
    desk.x("key", "--clearmodifiers", "Escape")
    print("the form for a new contact stands whole on the screen")


def place_of(desk, window):
    lines = desk.run("xdotool", "getwindowgeometry", "--shell", window).stdout.splitlines()
    return {name: int(value) for name, value in (line.split("=") for line in lines)}


def secrets_are_kept(desk):
    """A new start is signed in again: the keyring has the secrets, and no file does."""
    desk.say("quit")
    session.wait_for("the end", lambda: desk.run(desk.companion, "status").returncode == 3)
    run(desk)
    session.wait_for("both links after a new start", lambda: (lambda s: s["pbx"]["state"] == "connected"
                                                              and s["salesforce"]["state"] == "connected")
                     (desk.json("status")))
    secret = desk.sandbox["pbx"]["clientSecret"].encode()
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        for file in pathlib.Path(desk.environment[name]).rglob("*"):
            assert not file.is_file() or secret not in file.read_bytes(), file
    print("signed in again from the keyring; no secret in a file")


def link(desk, sandbox):
    done = desk.run(desk.companion, "tel:%28415%29%20555-1212")
    assert done.returncode == 0, done.stderr
    calls = session.wait_for("the dialled call or its question",
                             lambda: [c for c in desk.json("calls") if c["direction"] == "outbound"
                                      and c["phase"] != "ended"] or desk.x("search", "--onlyvisible", "--name", "Call"))
    desk.picture("tel-link")
    print("tel: link handed to the running companion", "" if calls else "(asked first)")


def other_language(desk):
    """A window that is open comes back in the language that was chosen."""
    desk.say()
    session.wait_for("the home window", lambda: desk.x("search", "--onlyvisible", "--name", "^Calls"))
    desk.say("settings", "set", "ui.language", "de")
    session.wait_for("the home window in German", lambda: desk.x("search", "--onlyvisible", "--name", "^Anrufe"))
    desk.picture("in-german")
    desk.say("settings", "set", "ui.language", "en")
    print("the open window came back in the language that was chosen")


def place(desk, sandbox, number):
    answer = session.ask(sandbox["control"] + "/control/pbx/call", {"direction": "inbound", "from": number, "to": "1001"})
    assert answer["ok"], answer


def end(desk, sandbox):
    session.ask(sandbox["control"] + "/control/pbx/hangup-all", {})
    session.wait_for("the end of the call", lambda: all(c["phase"] == "ended" for c in desk.json("calls")))


def run(desk):
    desk.start(desk.companion)
    session.wait_for("the companion", lambda: desk.run(desk.companion, "status").returncode == 0)


def main():
    session.skip_unless_possible()
    desk = session.Desktop(*sys.argv[1:4])
    try:
        desk.begin()
        desk.browse()
        sandbox = desk.play(desk.sandbox_program)
        run(desk)
        desk.picture("first-start")
        sign_in(desk, sandbox)
        if "quick" not in sys.argv:
            known_caller(desk, sandbox)
        unknown_caller(desk, sandbox)
        link(desk, sandbox)
        secrets_are_kept(desk)
        other_language(desk)
    except BaseException:
        desk.picture("failed")
        print("--- status\n" + desk.run(desk.companion, "status").stdout + desk.run(desk.companion, "diagnose").stdout)
        for log in desk.home.glob("*.log"):
            print(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}")
        for log in pathlib.Path(desk.environment["XDG_STATE_HOME"]).rglob("*.log"):
            print(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}")
        raise
    finally:
        desk.stop()


if __name__ == "__main__":
    main()
