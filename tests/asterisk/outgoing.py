# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that go out, and between colleagues."""
import scenarios as sip
from stage import ALICE, ANSWERED, BOB, TO_ACME


# Calls from the own phone

def outgoing_answered(on):
    on.pbx.trunk(sip.phone_answers(1000))
    on.pbx.call("03023125001", sip.caller_hangs_up(ALICE, 1500))
    on.tells(["dialling", "connected", "ended"], talk=2, result="answered", crm="found", **TO_ACME)


def outgoing_busy(on):
    on.pbx.trunk(sip.phone_refuses("486 Busy Here", ring=800))
    on.pbx.call("03023125001", sip.caller_is_refused(ALICE, "486"))
    on.tells(["dialling", "ended"], result="busy", **TO_ACME)


def outgoing_not_answered(on):
    on.pbx.trunk(sip.phone_rings())
    on.pbx.call("03023125001", sip.caller_gives_up(ALICE, 1200))
    on.tells(["dialling", "ended"], result="noAnswer", **TO_ACME)


def outgoing_to_a_number_that_does_not_exist(on):
    on.pbx.trunk(sip.phone_refuses("404 Not Found", ring=600))
    on.pbx.call("03023125001", sip.caller_is_refused(ALICE, "503", "404", "480"))
    on.tells(["dialling", "ended"], result="failed", **TO_ACME)


def internal_call(on):
    on.pbx.phone("1002", sip.phone_answers(800))
    on.pbx.call("1002", sip.caller_hangs_up(ALICE, 1000))
    on.tells(["dialling", "connected", "ended"], talk=1, result="answered", direction="internal", remoteNumber="1002",
             remoteName="Bob Example")


def internal_call_from_a_colleague(on):
    on.pbx.phone("1001", sip.phone_answers(600))
    on.pbx.call("1001", sip.caller_hangs_up(BOB, 1000))
    on.tells(ANSWERED, talk=1, result="answered", direction="internal", remoteNumber="1002", remoteName="Bob Example")


# Placed by the companion.
def click_to_call_answered(on):
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.trunk(sip.phone_answers(500))
    on.companion.must("dial", "03023125001")
    on.phase("connected")
    on.pbx.hang_up("1001")
    on.tells(["dialling", "connected", "ended"], talk=0, result="answered", crm="found", **TO_ACME)


def click_to_call_to_a_busy_number(on):
    on.pbx.phone("1001", sip.phone_answers(700))
    on.pbx.trunk(sip.phone_refuses("486 Busy Here", ring=700))
    on.companion.must("dial", "03023125001")
    on.tells(["dialling", "ended"], result="busy", **TO_ACME)


def click_to_call_declined_at_the_own_phone(on):
    on.pbx.phone("1001", sip.phone_refuses("603 Decline", ring=700))
    on.companion.must("dial", "03023125001")
    on.tells(["dialling", "ended"], result="declined", **TO_ACME)


def click_to_call_taken_back(on):
    on.pbx.phone("1001", sip.phone_rings())
    on.companion.must("dial", "03023125001")
    on.phase("dialling")
    on.companion.must("hangup")
    on.tells(["dialling", "ended"], result="noAnswer", **TO_ACME)


def click_to_call_to_a_colleague(on):
    on.pbx.phone("1001", sip.phone_answers(500))
    on.pbx.phone("1002", sip.phone_answers(500))
    on.companion.must("dial", "1002")
    on.phase("connected")
    on.pbx.hang_up("1001")
    on.tells(["dialling", "connected", "ended"], talk=0, result="answered", direction="internal", remoteNumber="1002")


STORIES = [outgoing_answered, outgoing_busy, outgoing_not_answered, outgoing_to_a_number_that_does_not_exist, internal_call,
           internal_call_from_a_colleague, click_to_call_answered, click_to_call_to_a_busy_number,
           click_to_call_declined_at_the_own_phone, click_to_call_taken_back, click_to_call_to_a_colleague]
