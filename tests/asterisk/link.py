# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The companion starts late, the server dies, freezes or refuses, others are there too."""
import datetime
import time

import scenarios as sip
from companion import Companion, Watch
from incoming import inbound_answered_and_the_callee_hangs_up
from stage import ACME, ALICE, ANSWERED, FROM_ACME, PASSWORD, wait_for


def late_start(on):
    on.companion.quit()
    on.pbx.phone("1001", sip.phone_answers(300))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    wait_for("the call to be up", lambda: [one["state"] for one in on.pbx.channels()] == ["Up", "Up"])
    answered = time.time()
    on.companion.start()
    on.sign_in()
    on.phase("connected")
    on.pbx.hang_up("1001")
    talked = time.time() - answered
    on.phase("ended")
    on.pbx.clear()
    (call,) = on.new_calls()
    # The number that was dialled is no longer to be seen; everything else is.
    row = on.history(call["id"], talk=talked, result="answered", **{**FROM_ACME, "did": ""})
    assert abs(datetime.datetime.fromisoformat(row["answeredAt"]).timestamp() - answered) < 1.5, (row["answeredAt"], answered)


def companion_restarted_within_a_call(on):
    known = {row["id"] for row in on.companion.read("history", "--limit", "100")}
    on.pbx.phone("1001", sip.phone_answers(300))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("connected")
    answered = time.time()
    (before,) = on.new_calls()
    on.companion.quit()
    on.companion.start()
    on.sign_in()
    on.begin()
    on.watch.until("the call again", lambda watch: watch.last.get(before["id"], {}).get("phase") == "connected")
    on.pbx.hang_up("1001")
    talked = time.time() - answered
    on.watch.until("its end", lambda watch: watch.last[before["id"]]["phase"] == "ended")
    on.pbx.clear()
    on.history(before["id"], talk=talked, result="answered", **FROM_ACME)
    rows = [row for row in on.companion.read("history", "--limit", "100") if row["id"] not in known]
    assert [row["id"] for row in rows] == [before["id"]], rows


def asterisk_killed_within_a_call(on):
    on.pbx.phone("1001", sip.phone_answers(300))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("connected")
    on.pbx.kill()
    begun = time.monotonic()
    wait_for("the loss to be told", lambda: on.link() == "reconnecting", 10)
    on.measure("asterisk_killed_until_told", time.monotonic() - begun)
    on.pbx.forget_sipps()
    on.pbx.start()
    begun = time.monotonic()
    wait_for("the link", lambda: on.link() == "connected", 20)
    seconds = time.monotonic() - begun
    on.measure("asterisk_back_until_connected", seconds)
    assert seconds < 5, f"connected only {seconds:.1f} s after the PBX was there again"
    on.tells(ANSWERED, talk=1, result="answered", **FROM_ACME)
    # And it hears again.
    on.begin()
    inbound_answered_and_the_callee_hangs_up(on)


def asterisk_frozen(on):
    on.pbx.freeze()
    begun = time.monotonic()
    wait_for("the silence to be noticed", lambda: on.link() == "reconnecting", 30)
    on.measure("asterisk_frozen_until_told", time.monotonic() - begun)
    on.pbx.thaw()
    begun = time.monotonic()
    wait_for("the link", lambda: on.link() == "connected", 20)
    seconds = time.monotonic() - begun
    on.measure("asterisk_thawed_until_connected", seconds)
    assert seconds < 6, f"connected only {seconds:.1f} s after the PBX answered again"
    inbound_answered_and_the_callee_hangs_up(on)


def asleep_while_a_call_comes(on):
    slept = time.time()
    on.companion.fall_asleep()
    on.pbx.phone("1001", sip.phone_answers(300))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    wait_for("the call to be up", lambda: [one["state"] for one in on.pbx.channels()] == ["Up", "Up"])
    begun = time.monotonic()
    on.companion.wake_up()
    on.phase("connected")
    seconds = time.monotonic() - begun
    on.measure("awake_until_call_shown", seconds)
    assert seconds < 5, f"the call was shown only {seconds:.1f} s after the sleep"
    # By a new connection: the old socket is not trusted, however alive it looks.
    since = datetime.datetime.fromisoformat(on.companion.read("status")["pbx"]["since"]).timestamp()
    assert since > slept, since
    on.pbx.hang_up("1001")
    on.tells(["connected", "ended"], talk=0, result="answered", remoteNumber="+493023125001")


def two_companions_on_one_server(on):
    other = Companion(on.companion.program, on.companion.sandbox_program, on.ports)
    try:
        other.start()
        other.must("settings", "set", "pbx.asterisk.context", "from-phone")
        other.sign_in_pbx(on.pbx.url, "companion", PASSWORD, "1002")
        names = {app["name"] for app in on.pbx.ask("GET", "applications")}
        assert len(names) == 2, names
        theirs = Watch(other)
        on.pbx.phone("1002", sip.phone_answers(1200))
        on.pbx.call("1002", sip.caller_hangs_up(ALICE, 1200))
        theirs.until("the call at 1002", lambda watch: watch.last)
        row = on.tells(["dialling", "connected", "ended"], talk=1, result="answered", direction="internal")
        theirs.until("its end at 1002", lambda watch: watch.last[row["id"]]["phase"] == "ended")
        assert theirs.last[row["id"]]["remoteNumber"] == "1001"
    finally:
        other.stop()
    wait_for("one application to be left", lambda: len(on.pbx.ask("GET", "applications")) == 1)
    assert on.link() == "connected"


def read_only_user(on):
    on.companion.sign_in_pbx(on.pbx.url, "watcher", PASSWORD)
    on.pbx.phone("1001", sip.phone_answers(300))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("connected")
    assert on.companion.refused("hangup")
    assert on.companion.refused("dial", "1002")
    on.pbx.hang_up("1001")
    on.tells(ANSWERED, talk=0, result="answered", **FROM_ACME)
    on.sign_in()


def refused_sign_ins(on):
    for user, password, extension, words in (("companion", "wrong", "1001", "ari.conf"), ("nobody", PASSWORD, "1001", "ari.conf"),
                                             ("companion", PASSWORD, "1999", "no such extension")):
        said = on.companion.refused(*on.companion.pbx_words(on.pbx.url, user, extension), text=password)
        assert words in said, said
    on.sign_in()


STORIES = [late_start, companion_restarted_within_a_call, asleep_while_a_call_comes, two_companions_on_one_server, read_only_user,
           refused_sign_ins, asterisk_frozen, asterisk_killed_within_a_call]
