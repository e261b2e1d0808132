// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people and the other flows wish of a call.
#include "app/core/async.h"
#include "app/core/callplan.h"
#include "app/core/logging.h"
#include "app/core/notelength.h"
#include "app/flow/callflow.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxOutcomeLength = 255; // Task.CallDisposition

} // namespace

QList<CallCard> CallFlow::cards() const
{
    QList<CallCard> cards;
    for (const auto& held : m_held)
        if (!held.isSilent || !held.card.call.isOver())
            cards.append(held.card);
    std::sort(cards.begin(), cards.end(), [](const CallCard& a, const CallCard& b) {
        return a.call.startedAt != b.call.startedAt ? a.call.startedAt < b.call.startedAt
                                                    : a.call.id < b.call.id;
    });
    return cards;
}

std::optional<CallCard> CallFlow::card(const CallId& id) const
{
    const auto at = m_held.constFind(id);
    return at == m_held.cend() ? std::nullopt : std::optional(at->card);
}

int CallFlow::activeCount() const
{
    return static_cast<int>(std::count_if(
        m_held.cbegin(), m_held.cend(), [](const Held& held) { return !held.card.call.isOver(); }));
}

void CallFlow::choose(const CallId& id, const RecordId& record)
{
    auto* held = find(id);
    if (!held)
        return changeStored(
            id,
            [&record](HistoryRow& row) {
                if (!findMatch(row.matches, record) || row.chosen == record)
                    return false;
                row.chosen = record;
                row.crm = CrmState::Found;
                return true;
            },
            &CallFlow::callSettled);
    if (!findMatch(held->card.matches, record))
        return;
    held->choice = record;
    const auto number = numberOf(held->card.call);
    if (held->card.matches.size() > 1 && number.isLookupWorthy())
        if (const auto kept = m_memory.remember(number.key(), record); !kept)
            qCWarning(lcStorage) << "choice not kept:" << kept.error().detail;
    plan(id);
    trySettle(id); // its log entry was waiting for this
}

void CallFlow::forgetChoice(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    (void)m_memory.forget(numberOf(held->card.call).key());
    held->choice.reset();
    plan(id);
}

Result<Done> CallFlow::openRecord(const CallId& id, const std::optional<RecordId>& record)
{
    const auto known = row(id);
    if (!known)
        return Error{Error::Kind::NotFound, u"no such call"_s};
    const auto which = record ? record : known->chosen;
    if (!which)
        return Error{Error::Kind::NotFound, u"no record"_s};
    const auto* match = findMatch(known->matches, *which);
    const auto url = m_crm.recordUrl(match ? match->record : *which);
    if (isAddressUnknown(url))
        return Error{Error::Kind::Unauthorized, u"no address yet"_s, u"signed_out"_s};
    if (!m_crm.isOwnUrl(url))
        return Error{Error::Kind::Forbidden, u"foreign address"_s};
    if (auto* held = find(id)) {
        open(*held, url, Reason::PoppedByHand);
        publish(*held);
    } else { // a call of the history stays as it was
        Q_EMIT recordOpenRequested(url);
    }
    return Done{};
}

QFuture<Result<Done>> CallFlow::act(const CallId& id, CallAction action, const QString& target)
{
    auto* held = find(id);
    if (!held || !m_pbx)
        return async::ready<Done>(Error{Error::Kind::NotFound, u"no such call"_s});
    held->card.actionProblem.reset();
    const bool isDeclining = held->card.call.phase == CallPhase::Ringing
        && (action == CallAction::Decline || action == CallAction::HangUp);
    if (isDeclining) // its end may be told before the answer comes
        m_tracker.setDeclined(id, true);
    auto future = m_pbx->act(held->card.call, action, target);
    async::onReady(future, this, [this, id, action, target, isDeclining](const Result<Done>& done) {
        auto* now = find(id);
        if (!done) {
            if (isDeclining) // it rings on
                m_tracker.setDeclined(id, false);
            Q_EMIT actionFailed(id, done.error());
            if (now)
                now->card.actionProblem = done.error();
        } else if (action == CallAction::Mute || action == CallAction::Unmute) {
            m_tracker.setMuted(id, action == CallAction::Mute);
            if (now)
                now->card.call.isMuted = action == CallAction::Mute;
        } else if (action == CallAction::AttendedTransfer && now) {
            now->card.consulted = target;
        }
        plan(id);
    });
    return future;
}

void CallFlow::retryLookup(const CallId& id)
{
    auto* held = find(id);
    if (!held || held->lookupRunning)
        return;
    const auto number = numberOf(held->card.call);
    const CallTransition asIfNew{.cause = CallTransition::Cause::Appeared, .call = held->card.call};
    if (planCall(asIfNew, number, m_settings).lookUp)
        startLookup(*held, number, LookupFlow::Ask::Afresh);
}

void CallFlow::editNote(const CallId& id, const QString& note)
{
    const QString text = note.left(longestNote);
    auto* held = find(id);
    if (!held)
        return changeStored(
            id, [&text](HistoryRow& row) { return std::exchange(row.note, text) != text; },
            &CallFlow::noteChanged);
    if (held->card.note == text)
        return;
    held->card.note = text;
    publish(*held);
    saveNow(); // as typed; and the journal reads it from there
    held = find(id);
    if (held && held->isSettled)
        Q_EMIT noteChanged(rowOf(*held));
}

void CallFlow::chooseOutcome(const CallId& id, const QString& outcome)
{
    const QString text = outcome.left(maxOutcomeLength);
    auto* held = find(id);
    if (!held)
        return changeStored(
            id, [&text](HistoryRow& row) { return std::exchange(row.outcome, text) != text; },
            &CallFlow::noteChanged);
    if (held->card.outcome == text)
        return;
    held->card.outcome = text;
    publish(*held);
    saveNow();
    held = find(id);
    if (held && held->isSettled)
        Q_EMIT noteChanged(rowOf(*held));
}

void CallFlow::setDoNotLog(const CallId& id, bool doNotLog)
{
    auto* held = find(id);
    if (!held)
        return changeStored(
            id,
            [doNotLog](HistoryRow& row) {
                return std::exchange(row.doNotLog, doNotLog) != doNotLog;
            },
            &CallFlow::callSettled);
    if (std::exchange(held->card.doNotLog, doNotLog) == doNotLog)
        return;
    publish(*held);
    saveNow();
    trySettle(id);
}

void CallFlow::setOutcomes(const QStringList& outcomes)
{
    if (std::exchange(m_outcomes, outcomes) == outcomes)
        return;
    for (auto& held : m_held) {
        held.card.outcomes = outcomes;
        publish(held);
    }
    Q_EMIT outcomesChanged(outcomes);
}

void CallFlow::setCreating(const CallId& id, bool creating)
{
    auto* held = find(id);
    if (!held || std::exchange(held->card.isCreating, creating) == creating)
        return;
    plan(id);
    trySettle(id);
    if (!creating)
        createNext();
}

void CallFlow::setCreated(const CallId& id, const CrmMatch& match, Creation how)
{
    auto* held = find(id);
    if (!held)
        return assign(id, match);
    if (how == Creation::ByHand)
        held->wasOpened = true;
    held->card.isCreating = false;
    held->isUnresolved = false;
    held->awaitsBudget = false;
    held->card.crm = CrmState::Found;
    if (!findMatch(held->card.matches, match.record))
        held->card.matches.prepend(match);
    held->choice = match.record;
    plan(id);
    trySettle(id);
    createNext();
}

void CallFlow::setCreationFailed(const CallId& id, const Error& error)
{
    auto* held = find(id);
    if (!held || !held->creationAsked || held->card.crm != CrmState::Unknown)
        return; // from the dialog, which says so itself
    if (error.code == "api_budget"_L1) {
        // Nobody has the number, and that stays true: only the record waits, and the entry with it.
        held->awaitsBudget = true;
        held->card.problem = error;
        return publish(*held);
    }
    if (!isRetryable(error.kind) && error.kind != Error::Kind::Unauthorized) {
        // Waiting does not help, as it does where the API budget is used up or a row is locked.
        held->card.problem = error;
        return publish(*held);
    }
    // Found out afresh: who is there by then, or that nobody is, and then it is made.
    held->creationAsked = false;
    held->isUnresolved = true;
    held->card.crm = CrmState::Failed;
    held->card.problem = error;
    plan(id);
    resolveLater();
}

void CallFlow::setJournal(const CallId& id, JournalState state, const QString& taskId,
                          const QString& detail)
{
    if (auto* held = find(id)) {
        held->card.journal = state;
        held->journal.taskId = taskId;
        held->journal.journalDetail = detail;
        publish(*held);
    } else if (const auto stored = m_store.find(id)) {
        Q_EMIT historyChanged(*stored); // the journal has marked it itself
    }
}

void CallFlow::assign(const CallId& id, const CrmMatch& match)
{
    auto* held = find(id);
    if (!held)
        return changeStored(
            id,
            [&match](HistoryRow& row) {
                if (row.chosen == match.record)
                    return false;
                if (!findMatch(row.matches, match.record))
                    row.matches.prepend(match);
                row.chosen = match.record;
                row.crm = CrmState::Found;
                return true;
            },
            &CallFlow::callSettled);
    if (!findMatch(held->card.matches, match.record))
        held->card.matches.prepend(match);
    held->choice = match.record;
    held->isUnresolved = false;
    held->awaitsBudget = false;
    held->wasOpened = held->wasOpened || held->card.call.isOver(); // put right, not popped
    plan(id);
    trySettle(id);
}

void CallFlow::setDealtWith(const CallId& id, bool dealtWith)
{
    if (auto* held = find(id)) {
        held->isDealtWith = dealtWith;
        saveSoon(id);
        return;
    }
    changeStored(
        id,
        [dealtWith](HistoryRow& row) {
            return std::exchange(row.isDealtWith, dealtWith) != dealtWith;
        },
        nullptr);
}

void CallFlow::logNow(const CallId& id)
{
    const auto known = row(id);
    if (!known)
        return;
    if (auto* held = find(id))
        held->card.doNotLog = false;
    if (!known->matches.isEmpty()) {
        auto wished = *known;
        wished.doNotLog = false;
        Q_EMIT logNowDue(wished);
        return;
    }
    const auto number = numberOf(known->call);
    if (!number.isLookupWorthy()) {
        Q_EMIT actionFailed(id, Error{Error::Kind::Unsupported, u"not a number to look up"_s});
        return;
    }
    async::onReady(m_lookup.lookUp(number, LookupFlow::Ask::Afresh), this,
                   [this, id](const Result<LookupAnswer>& answer) {
                       if (!answer || answer->matches.isEmpty()) {
                           Q_EMIT actionFailed(
                               id,
                               answer ? Error{Error::Kind::NotFound, u"nobody has this number"_s}
                                      : answer.error());
                           return;
                       }
                       auto found = row(id);
                       if (!found)
                           return;
                       found->matches = answer->matches;
                       found->crm = CrmState::Several;
                       found->doNotLog = false;
                       if (found->matches.size() == 1)
                           assign(id, found->matches.constFirst());
                       else if (auto* held = find(id))
                           held->card.matches = found->matches;
                       else if (const auto saved = m_store.save(*found); !saved)
                           qCWarning(lcStorage) << "history not written:" << saved.error().detail;
                       if (const auto now = row(id)) {
                           plan(id);
                           Q_EMIT historyChanged(*now);
                           Q_EMIT logNowDue(*now);
                       }
                   });
}

} // namespace companion
