# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that come in for one phone."""
import scenarios as sip
from stage import ACME, ANSWERED, FROM_ACME, MISSED, wait_for


def inbound_answered_and_the_caller_hangs_up(on):
    on.pbx.phone("1001", sip.phone_answers(700))
    on.pbx.call("5551001", sip.caller_hangs_up(ACME, 1500))
    row = on.tells(ANSWERED, talk=2, result="answered", crm="found", **FROM_ACME)
    # Popped, and written once.
    assert row["recordOpenedAt"]
    assert on.companion.pages()[-1].endswith(f"/{row['chosen']}/view")
    wait_for("the log entry", lambda: on.history(row["id"], talk=2)["journal"]["state"] == "written")
    tasks = [task for task in on.companion.control("records/Task") if row["id"] in str(task)]
    assert len(tasks) == 1, tasks


def inbound_answered_and_the_callee_hangs_up(on):
    on.pbx.phone("1001", sip.phone_answers_and_hangs_up(700, 1200))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.tells(ANSWERED, talk=1, result="answered", **FROM_ACME)


def inbound_missed_when_the_dial_plan_gives_up(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.pbx.call("5557001", sip.caller_is_refused(ACME, "480", "486", "503", "603", "404", "500"))
    on.tells(MISSED, result="missed", **{**FROM_ACME, "did": "5557001"})


def inbound_cancelled_by_the_caller(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.pbx.call("5551001", sip.caller_gives_up(ACME, 1000))
    on.tells(MISSED, result="missed", **FROM_ACME)


def inbound_to_a_busy_phone(on):
    # It has rung first: then 486 is what many phones send for the button that rejects a call.
    on.pbx.phone("1001", sip.phone_refuses("486 Busy Here", ring=500))
    on.pbx.call("5551001", sip.caller_is_refused(ACME, "486"))
    on.tells(MISSED, result="declined", **FROM_ACME)


def inbound_declined_at_the_phone(on):
    on.pbx.phone("1001", sip.phone_refuses("603 Decline", ring=700))
    on.pbx.call("5551001", sip.caller_is_refused(ACME, "503", "603"))
    on.tells(MISSED, result="declined", **FROM_ACME)


def inbound_declined_in_the_companion(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.pbx.call("5551001", sip.caller_is_refused(ACME, "486"))  # what reason=busy is for the caller
    on.phase("ringing")
    on.companion.must("hangup")
    on.tells(MISSED, result="declined", **FROM_ACME)


def inbound_hung_up_in_the_companion(on):
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.call("5551001", sip.caller_stays(ACME))
    on.phase("connected")
    on.companion.must("hangup")
    on.tells(ANSWERED, talk=0, result="answered", **FROM_ACME)


def inbound_from_an_anonymous_caller(on):
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.call("5551001", sip.caller_hangs_up('"Anonymous" <sip:anonymous@anonymous.invalid>', 600))
    on.tells(ANSWERED, talk=1, result="answered", direction="inbound", remoteNumber="", remoteName="")


def inbound_with_a_withheld_number(on):
    # The trunk tells the number, and that it is not to be shown: every event has it in the clear.
    hidden = "P-Asserted-Identity: <sip:+493023125001@127.0.0.1>\nPrivacy: id\n"
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.call("5551001", sip.caller_hangs_up('"Anonymous" <sip:anonymous@anonymous.invalid>', 600, hidden))
    row = on.tells(ANSWERED, talk=1, result="answered", direction="inbound", remoteNumber="", remoteName="", crm="none")
    assert "493023125001" not in str(row)


def inbound_with_a_name_beyond_ascii(on):
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.call("5551001", sip.caller_hangs_up('"Jürgen Søren 株式会社 😀" <sip:+493023125001@127.0.0.1>', 600))
    on.tells(ANSWERED, talk=1, result="answered", remoteName="Jürgen Søren 株式会社 😀", remoteNumber="+493023125001")


STORIES = [inbound_answered_and_the_caller_hangs_up, inbound_answered_and_the_callee_hangs_up,
           inbound_missed_when_the_dial_plan_gives_up, inbound_cancelled_by_the_caller, inbound_to_a_busy_phone,
           inbound_declined_at_the_phone, inbound_declined_in_the_companion, inbound_hung_up_in_the_companion,
           inbound_from_an_anonymous_caller, inbound_with_a_withheld_number, inbound_with_a_name_beyond_ascii]
