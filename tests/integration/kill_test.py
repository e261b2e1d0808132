# SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls while Salesforce fails and the companion is killed: at the end one Task for each call, one record for each number,
every note that was taken.

kill_test.py COMPANION SANDBOX [KILLS [SEED]]; COMPANION_KILLS stands for KILLS too.
kill_test.py COMPANION SANDBOX bytes [STEP]: nobody is killed, but each write's answer is cut after 0, STEP, 2 STEP, … bytes."""
import os
import random
import sys
import threading
import time

from workplace import Late, Workplace, wait_for

KNOWN = ["+14155551212", "5503301", "+14155550190"]  # one contact or lead each
WRITE = "POST /services/data/v67.0/composite/sobjects"
CREATE = "POST /services/data/v67.0/sobjects/Contact"
AMEND = "PATCH /services/data/v67.0/sobjects/Task"
LONGEST_ANSWER = 420  # bytes, with its headers
FAULTS = [
    lambda dice: ("cut-after-commit", dice.randrange(LONGEST_ANSWER)),
    lambda dice: ("cut-before-commit", True),
    lambda dice: ("503", True),
    lambda dice: ("503", "html"),
    lambda dice: ("html-500", True),
    lambda dice: ("garbage-json", True),
    lambda dice: ("401-once", True),
    lambda dice: ("concurrent", True),
    lambda dice: ("quota", True),
    lambda dice: ("lock-row", dice.choice([400, 503])),
    lambda dice: ("slow", dice.randrange(200, 1500)),
]


class KillRun:
    def __init__(self, work, kills, seed):
        self.work, self.kills, self.dice = work, kills, random.Random(seed)
        self.calls = {}  # id: number
        self.notes = {}  # id: the last one that was taken, and those of which nobody can tell
        self.faults = {}
        self.killed_at = {}
        self.unknown = [f"+1202555{4000 + index}" for index in range(max(3, kills // 4))]

    def play(self):
        for index in range(self.kills):
            self.round(index)
            if self.work.companion.poll() is not None:
                self.work.start_companion()

    def round(self, index):
        self.misbehave()
        moment = self.dice.uniform(0.0, 4.5)
        self.step = "before"
        killer = threading.Timer(moment, self.kill)
        killer.start()
        self.call(index)
        killer.join()

    def kill(self):
        self.work.kill()
        self.killed_at[self.step] = self.killed_at.get(self.step, 0) + 1

    def misbehave(self):
        for _ in range(self.dice.choice([0, 1, 1, 2])):
            name, value = self.dice.choice(FAULTS)(self.dice)
            match = "Task" if name == "lock-row" else self.dice.choice([WRITE, WRITE, CREATE, AMEND, None])
            if name in ("quota", "concurrent", "401-once") and match is None:
                match = WRITE  # else it would be the sign-in that is played
            self.work.fault(name, value, self.dice.choice([1, 1, 2]), match)
            self.faults[name] = self.faults.get(name, 0) + 1

    def call(self, index):
        number = self.dice.choice(KNOWN if self.dice.random() < 0.5 else self.unknown)
        order = {"from": number}
        if self.dice.random() < 0.2:
            order = {"from": "1001", "to": number, "direction": "outbound"}
        self.step = "ringing"
        call = self.work.control("pbx/call", order)["callId"]
        self.calls[call] = number
        self.pause(0.8)
        if self.dice.random() < 0.7:
            self.note(call, f"Note {index} as it rang.")
        if self.dice.random() < 0.8:
            self.step = "talking"
            answered = {"callId": call}
            if "direction" not in order:
                answered["extension"] = "1001"
            self.work.control("pbx/answer", answered)
            self.pause(0.8)
            if self.dice.random() < 0.5:
                self.note(call, f"Note {index} in the call.")
        self.work.control("pbx/hangup", {"callId": call, "by": self.dice.choice(["caller", "1001"])})
        self.step = "ended"
        self.pause(2.5)
        if self.dice.random() < 0.4:
            self.note(call, f"Note {index} afterwards.")
            self.pause(1.0)

    def cut_at_each_byte(self, step):
        self.work.control("salesforce/fill", {"count": LONGEST_ANSWER // step + 1})
        for index, size in enumerate(range(0, LONGEST_ANSWER, step)):
            self.work.fault("cut-after-commit", size, 1, WRITE)
            self.faults["cut-after-commit"] = self.faults.get("cut-after-commit", 0) + 1
            number = f"+1917200{index:04}"  # each of a contact of its own: none waits for another
            call = self.work.control("pbx/call", {"from": number})["callId"]
            self.calls[call] = number
            wait_for("the card", lambda call=call: any(one["id"] == call for one in self.work.json("calls")))
            self.note(call, f"Cut after {size} bytes.")
            self.work.control("pbx/hangup", {"callId": call, "by": "caller"})
            wait_for("the write that is cut", lambda call=call: call in self.tasks())

    def pause(self, longest):
        time.sleep(self.dice.uniform(0, longest))

    def note(self, call, text):
        """One that was taken must be kept; of one whose answer never came nobody can tell."""
        taken = self.work.say("note", text, "--call", call).returncode == 0
        self.notes[call] = [text] if taken else self.notes.get(call, [""]) + [text]

    # What must be true at the end

    def settle(self):
        for name in ("cut-after-commit", "cut-before-commit", "503", "html-500", "garbage-json", "401-once", "concurrent",
                     "quota", "lock-row", "slow"):
            self.work.fault(name, True, 0)
        assert self.work.quit() == 0, "the companion did not end by itself"
        self.work.start_companion()  # what waits for the quota need not be waited for
        wait_for("everything written", self.is_settled, 120)

    def is_settled(self):
        if self.work.json("status")["journalPending"] or self.work.json("history", "--pending"):
            return False
        tasks = self.tasks()
        return all(call in tasks for call in self.calls) and all(
            any(text in tasks[call][0].get("Description", "") for text in texts)
            for call, texts in self.notes.items())

    def tasks(self):
        found = {}
        for task in self.work.control("salesforce/records/Task"):
            parts = (task.get("CallObject") or "").split(":")
            if len(parts) == 3:
                found.setdefault(parts[1], []).append(task)
        return found

    def judge(self):
        tasks, wrong = self.tasks(), []
        history = {row["id"]: row for row in self.work.json("history", "--limit", "5000")}
        contacts = self.work.control("salesforce/records/Contact")
        for call, number in self.calls.items():
            own = tasks.get(call, [])
            if len(own) != 1:
                wrong.append(f"{call} of {number}: {len(own)} Tasks")
                continue
            note = history.get(call, {}).get("note", "")
            if note not in self.notes.get(call, [""]):
                wrong.append(f"{call}: {note!r} in the history, not one of {self.notes.get(call)}")
            if note and own[0].get("Description", "").count(note) != 1:
                wrong.append(f"{call}: not once the note {note!r}: {own[0].get('Description')!r}")
            if not own[0].get("WhoId"):
                wrong.append(f"{call} of {number}: a Task without a person")
            if history.get(call, {}).get("journal", {}).get("state") != "written":
                wrong.append(f"{call}: {history.get(call, {}).get('journal')} in the history")
        for number in self.unknown:
            records = [one for one in contacts if one.get("Phone") == number]
            called = number in self.calls.values()
            if len(records) != called:
                wrong.append(f"{number}: {len(records)} records, called: {called}")
            for call, of in self.calls.items():
                if of == number and len(tasks.get(call, [])) == len(records) == 1 \
                        and tasks[call][0].get("WhoId") != records[0]["Id"]:
                    wrong.append(f"{call}: not of the record that was made for {number}")
        strangers = set(tasks) - set(self.calls)
        if strangers:
            wrong.append(f"Tasks of no call: {strangers}")
        print(f"{len(self.calls)} calls, {self.work.starts} starts, killed {self.killed_at}, faults {self.faults}, "
              f"{sum(texts[0] != '' for texts in self.notes.values())} notes, {sum(map(len, tasks.values()))} Tasks, "
              f"{len([one for one in contacts if one.get('Phone') in self.unknown])} records made for "
              f"{len(set(self.calls.values()) & set(self.unknown))} numbers")
        return wrong


def main():
    wish = sys.argv[3] if len(sys.argv) > 3 else os.environ.get("COMPANION_KILLS", "7")
    last = int(sys.argv[4]) if len(sys.argv) > 4 else None
    kills = 0 if wish == "bytes" else int(wish)
    seed = random.SystemRandom().randrange(1_000_000) if last is None else last
    print(f"{wish}, seed {seed}", flush=True)
    with Workplace(sys.argv[1], sys.argv[2]) as work:
        work.open_sandbox("--index-delay", "120")
        work.control("pbx/settings", {"tokenCap": 1000})
        keeps = work.open_keyring()
        for key, value in (("numbers.region", "US"), ("create.enabled", "true"), ("create.method", "automatic"),
                           ("salesforce.redirectPorts", ",".join(map(str, work.ports)))):
            assert work.say("settings", "set", key, value).returncode == 0, key
        work.start_companion()
        run = KillRun(work, kills, seed)
        wrong = []
        try:
            if wish == "bytes":
                run.cut_at_each_byte(last or 1)
            else:
                run.play()
            run.settle()
        except Late as late:
            wrong.append(str(late))
        if work.companion.poll() is None:
            wrong += run.judge()
        print("with" if keeps else "without", "a key store that outlives the companion")
        if wrong:
            print("\n".join(wrong))
            keep = os.environ.get("COMPANION_KILL_LOG")
            if keep:
                with open(keep, "wb") as file:
                    file.write(work.log.read_bytes())
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
