# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that more than two have a part in: two at once, groups, queues, hold and transfer."""
import scenarios as sip
from stage import ACME, ALICE, ANSWERED, BOB, FROM_ACME, GLOBEX, MISSED, wait_for


def two_callers_at_once(on):
    on.pbx.phone("1001", sip.phone_answers(500), count=2)
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("connected")
    on.pbx.call("5551001", sip.caller_stays(GLOBEX))
    on.phase("connected", 2)
    on.pbx.hang_up("+493023125002")
    on.phase("ended")
    on.pbx.hang_up("+493023125001")
    on.phase("ended", 2)
    on.pbx.clear()
    first, second = sorted(on.new_calls(), key=lambda call: call["startedAt"])
    on.saw(first["id"], ANSWERED)
    on.saw(second["id"], ANSWERED)
    on.history(first["id"], talk=1, result="answered", remoteNumber="+493023125001")
    on.history(second["id"], talk=0, result="answered", remoteNumber="+493023125002")


def ring_group_answered_by_a_colleague(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.pbx.phone("1002", sip.phone_answers(1000))
    on.pbx.call("5556200", sip.caller_hangs_up(ACME, 1000))
    on.tells(MISSED, result="answeredElsewhere", queue="6200", remoteNumber="+493023125001")


def ring_group_answered_here(on):
    on.pbx.phone("1001", sip.phone_answers(800))
    on.pbx.phone("1002", sip.phone_rings())
    on.pbx.call("5556200", sip.caller_hangs_up(ACME, 1000))
    on.tells(ANSWERED, talk=1, result="answered", queue="6200", did="5556200")


def queue_answered_by_a_colleague(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.pbx.phone("1002", sip.phone_answers(1000))
    on.pbx.call("5556400", sip.caller_hangs_up(ACME, 2500))
    on.tells(MISSED, result="answeredElsewhere", queue="6400", remoteNumber="+493023125001")


def queue_with_local_members_answered_here(on):
    on.pbx.phone("1001", sip.phone_answers(800))
    on.pbx.phone("1002", sip.phone_rings())
    on.pbx.call("5556401", sip.caller_hangs_up(ACME, 1000))
    on.tells(ANSWERED, talk=1, result="answered", queue="6401", remoteNumber="+493023125001")


def queue_that_rings_again_at_the_same_phone(on):
    on.pbx.phone("1001", sip.phone_answers_the_second_call(1500), count=2)
    on.pbx.call("5556402", sip.caller_hangs_up(ACME, 1500))
    on.phase("ended")
    on.phase("ringing")
    (call,) = on.new_calls()
    rows = [row for row in on.companion.read("history") if row["id"] == call["id"]]
    assert all(row["journal"]["state"] in ("none", "waiting") for row in rows), "logged as missed between the two"
    row = on.tells(["ringing", "ended", "ringing", "connected", "ended"], talk=1, result="answered", queue="6402",
                   remoteNumber="+493023125001")
    wait_for("the log entry", lambda: on.history(row["id"], talk=1)["journal"]["state"] == "written")
    tasks = [task for task in on.companion.control("records/Task") if row["id"] in str(task)]
    assert len(tasks) == 1 and "Answered" in str(tasks[0]), tasks


def held_and_resumed_at_the_phone(on):
    on.pbx.phone("1001", sip.phone_holds(500, 800, 1200, 800))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.tells(["ringing", "connected", "held", "connected", "ended"], talk=3, result="answered", **FROM_ACME)


def handed_to_a_colleague(on):
    on.pbx.phone("1001", sip.phone_transfers(500, 1000, "1002"))
    on.pbx.phone("1002", sip.phone_answers(600))
    on.pbx.call("5551001", sip.caller_hangs_up(ACME, 4000))
    on.tells(ANSWERED, talk=1, result="answered", **FROM_ACME)


def handed_over_by_a_colleague(on):
    on.pbx.phone("1002", sip.phone_transfers(400, 700, "1001"))
    on.pbx.phone("1001", sip.phone_answers(800))
    on.pbx.call("5551002", sip.caller_hangs_up(ACME, 5000))
    on.tells(ANSWERED, talk=2, result="answered", direction="inbound", remoteNumber="+493023125001", remoteName="ACME Ltd")


def handed_to_a_colleague_after_asking(on):
    on.pbx.phone("1001", sip.phone_asks_and_transfers(500, on.pbx.refer_to))
    on.pbx.phone("1002", sip.phone_answers(500))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("held")
    on.pbx.call("1002", sip.caller_stays(ALICE))
    on.phase("connected")
    on.pbx.hand_over("1001", "1002")
    on.phase("ended", 2)
    assert len(on.pbx.channels()) == 2, on.pbx.channels()  # the two talk on without us
    on.pbx.hang_up("1002")
    on.pbx.clear()
    on.watch.look()
    first, second = sorted(on.new_calls(), key=lambda call: call["startedAt"])
    # Asterisk takes the caller off hold before it is joined with the colleague.
    on.saw(first["id"], ["ringing", "connected", "held", "connected", "ended"])
    on.saw(second["id"], ["dialling", "connected", "ended"])
    on.history(first["id"], talk=1, result="answered", **FROM_ACME)
    on.history(second["id"], talk=0, result="answered", direction="internal", remoteNumber="1002")


def handed_over_by_a_colleague_who_asked(on):
    on.pbx.phone("1002", sip.phone_asks_and_transfers(500, on.pbx.refer_to))
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.call("5551002", sip.caller_stays(ACME))
    wait_for("the colleague's call", lambda: [one["state"] for one in on.pbx.channels()] == ["Up", "Up"])
    assert not on.new_calls(), on.new_calls()
    on.pbx.call("1001", sip.caller_stays(BOB))
    on.phase("connected")
    (asked,) = on.new_calls()
    assert (asked["direction"], asked["remoteNumber"]) == ("internal", "1002"), asked
    on.pbx.hand_over("1002", "1001")
    on.watch.until("the caller in the colleague's place",
                   lambda watch: watch.last[asked["id"]]["remoteNumber"] == "+493023125001")
    on.watch.until("the caller's record", lambda watch: watch.last[asked["id"]]["crm"] == "found")
    now = on.watch.last[asked["id"]]
    assert (now["phase"], now["remoteName"]) == ("connected", "ACME Ltd"), now
    on.pbx.hang_up("1001")
    on.tells(ANSWERED, talk=1, result="answered", remoteNumber="+493023125001", remoteName="ACME Ltd")


STORIES = [two_callers_at_once, ring_group_answered_by_a_colleague, ring_group_answered_here, queue_answered_by_a_colleague,
           queue_with_local_members_answered_here, queue_that_rings_again_at_the_same_phone, held_and_resumed_at_the_phone,
           handed_to_a_colleague, handed_over_by_a_colleague,
           handed_to_a_colleague_after_asking, handed_over_by_a_colleague_who_asked]
