# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed companion against a real Asterisk 22, SIPp playing phones and trunk, the sandbox as its Salesforce.

usage: asterisk_test.py COMPANION SANDBOX [GROUP|STORY…]

Each story is a function: what happens on the PBX, and what `calls` and `history` have to say of it.
"""
import sys
import time

import incoming
import link
import outgoing
import shared
from stage import PASSWORD, Stage

GROUPS = {module.__name__: module.STORIES for module in (incoming, shared, outgoing, link)}


def nothing_personal_in_the_log(on):
    log = on.companion.log.read_text(errors="replace")
    assert log, "there is no log"
    for word in ("3023125001", "ACME", PASSWORD, "Basic "):
        assert word not in log, f"{word!r} stands in the log"


def chosen(wanted):
    stories = []
    for name, group in GROUPS.items():
        stories += [story for story in group if not wanted or name in wanted or story.__name__ in wanted]
    assert stories, f"there is no such story: {wanted}"
    return [*stories, nothing_personal_in_the_log]


def play(on, stories):
    """Plays them all; the names of those that failed."""
    failed = []
    for story in stories:
        begun = time.monotonic()
        try:
            on.begin()
            story(on)
            print(f"passed {story.__name__} ({time.monotonic() - begun:.1f} s)", flush=True)
        except Exception as problem:  # the other stories still tell something
            failed.append(story.__name__)
            print(f"FAILED {story.__name__}: {type(problem).__name__}: {problem}", flush=True)
            on.recover()
    return failed


def main():
    program, sandbox, *wanted = sys.argv[1:]
    stories = chosen(wanted)
    begun = time.monotonic()
    on = Stage(program, sandbox)
    try:
        on.build()
        failed = play(on, stories)
        print(*on.measured, sep="\n")
        print(f"{len(stories) - len(failed)} passed, {len(failed)} failed ({time.monotonic() - begun:.0f} s)")
        if failed:
            print(on.companion.log.read_text(errors="replace")[-4000:])
    finally:
        on.strike()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
