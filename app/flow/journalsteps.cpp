// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/journalsteps.h"

#include <algorithm>
#include <utility>

namespace companion::journalsteps {

namespace {

    using State = OutboxRow::State;

    bool isEarlier(const FoundTask& one, const FoundTask& other)
    {
        return std::pair(one.createdAt, one.id) < std::pair(other.createdAt, other.id);
    }

    //! It may have been sent as the one it is; and it stays that of the person who took the call.
    JournalEntry keepingIdentity(JournalEntry entry, const JournalEntry& sent)
    {
        entry.callObject = sent.callObject;
        if (!sent.ownerId.isEmpty())
            entry.ownerId = sent.ownerId;
        if (!sent.organizationId.isEmpty())
            entry.organizationId = sent.organizationId;
        return entry;
    }

    //! Whether the plan may set the row off anew: a refused one only with another record.
    bool startsAnew(const std::optional<OutboxRow>& queued, const JournalPlan& plan)
    {
        if (!queued || queued->state == State::NeedsChoice)
            return true;
        return queued->state == State::Failed && queued->entry.record != plan.entry.record;
    }

    //! What the CRM has of the row is written: the next amendment is reckoned from it.
    void markAsWritten(JournalEntry& entry)
    {
        entry.writtenNote = entry.note;
        entry.writtenRecording = entry.recording;
        entry.writtenOutcome.clear();
        entry.hasMoved = false;
    }

    void changeOutcome(JournalEntry& entry, const HistoryRow& call)
    {
        const QString disposition = dispositionOf(call.call);
        if (entry.writtenOutcome.isEmpty() && entry.kind == JournalEntry::Kind::Call)
            entry.writtenOutcome = entry.outcome.isEmpty() ? disposition : entry.outcome;
        entry.outcome = call.outcome;
        entry.disposition = call.outcome.isEmpty() ? disposition : call.outcome;
    }

    bool isMovedTo(const HistoryRow& call, const JournalEntry& entry)
    {
        return call.chosen && *call.chosen != entry.record;
    }

} // namespace

Sorted sorted(const QList<OutboxRow>& due)
{
    Sorted sorted;
    for (const auto& row : due) {
        if (row.isAmendment() || row.entry.kind == JournalEntry::Kind::PbxNote) {
            if (!sorted.single)
                sorted.single = row;
        } else if (row.state == State::Unknown) {
            sorted.unknown.append(row);
        } else {
            sorted.toWrite.append(row);
        }
    }
    return sorted;
}

OutboxRow planned(const CallId& call, const std::optional<OutboxRow>& queued,
                  const JournalPlan& plan, const QDateTime& earliest, bool hasTwin)
{
    OutboxRow next = queued.value_or(OutboxRow{.call = call});
    next.entry = queued ? keepingIdentity(plan.entry, queued->entry) : plan.entry;
    next.notBefore = queued ? std::max(queued->notBefore, earliest) : earliest;
    if (plan.action == JournalPlan::Action::NeedsChoice) {
        next.state = State::NeedsChoice;
        next.detail = plan.why;
    } else if (startsAnew(queued, plan)) {
        const bool looksFirst = plan.action == JournalPlan::Action::Write
            && (plan.lookFirst || hasTwin || next.attempts > 0);
        next.state = looksFirst ? State::Unknown : State::Queued;
        next.detail.clear();
    }
    return next;
}

std::optional<OutboxRow> amended(const OutboxRow& row, const HistoryRow& call,
                                 const QString& recording)
{
    auto next = row;
    auto& entry = next.entry;
    if (row.state == State::Written)
        markAsWritten(entry);
    entry.note = call.note;
    if (entry.outcome != call.outcome)
        changeOutcome(entry, call);
    if (entry.recording.isEmpty() && entry.kind == JournalEntry::Kind::Call)
        entry.recording = recording;
    if (isMovedTo(call, entry)) {
        entry.record = *call.chosen;
        entry.hasMoved = true;
    }
    const auto& before = row.entry;
    if (entry.note == before.note && entry.outcome == before.outcome
        && entry.recording == before.recording && entry.record == before.record)
        return {};
    next.state = State::Queued;
    if (!row.isUnchecked) // else it tells that an answer was lost once
        next.attempts = 0;
    next.detail.clear();
    return next;
}

OutboxRow asTheirs(OutboxRow row)
{
    row.entry.note.clear();
    row.entry.outcome.clear();
    row.entry.recording.clear();
    return row;
}

Finding looked(const OutboxRow& row, QList<FoundTask> tasks)
{
    std::sort(tasks.begin(), tasks.end(), isEarlier);
    Finding finding{.row = row};
    auto& next = finding.row;
    if (tasks.isEmpty()) {
        if (!row.isUnchecked) // else a person has deleted it, and meant it
            next.state = State::Queued;
        next.isUnchecked = false;
        return finding;
    }
    const QString first = tasks.constFirst().id;
    if (row.isUnchecked && row.taskId != first) {
        finding.isSecond = true;
        finding.seconds = {{.row = row, .id = row.taskId, .first = first}};
        return finding;
    }
    finding.isTwin = tasks.size() > 1;
    if (!row.isUnchecked) {
        // The answer was lost, the entry was not; or somebody else was here before. What of ours is
        // not in it is added: adding twice is adding once.
        finding.isTwin = finding.isTwin || row.attempts == 0;
        next = asTheirs(row);
        next.state = State::Written;
        next.taskId = first;
        next.detail.clear();
    }
    // After a lost answer nobody can tell whose the later ones are: then they are taken away by
    // whoever sees them, else by their writers.
    const bool takesAll = row.attempts > (row.state == State::Unknown ? 0 : 1);
    next.isUnchecked = takesAll && tasks.size() > 1;
    if (takesAll)
        for (const auto& task : tasks.mid(1))
            finding.seconds.append({.row = next, .id = task.id, .first = first});
    return finding;
}

} // namespace companion::journalsteps
