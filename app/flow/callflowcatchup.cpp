// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What became of the calls that ended while nobody was looking: the program was not running, the
// PBX not reached, Salesforce not signed in to.
#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/callplan.h"
#include "app/core/journalplan.h"
#include "app/core/recordedcall.h"
#include "app/core/report.h"
#include "app/flow/callflow.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxRecovered = 1000;
    constexpr qint64 clocksApart = 600; // seconds by which the PBX's clock and ours may differ

} // namespace

void CallFlow::recover()
{
    auto rows = m_store.history({.limit = maxRecovered, .unsettledOnly = true});
    std::reverse(rows.begin(), rows.end()); // oldest first
    for (const auto& row : std::as_const(rows)) {
        if (m_held.contains(row.call.id))
            continue;
        if (row.call.isOver())
            followSilently(row.call, row);
        else
            m_interrupted.insert(row.call.id, row);
    }
}

void CallFlow::onPbxStatus(const PbxStatus& status)
{
    if (!status.extension.isEmpty() && status.extension != m_tracker.ownExtension()) {
        endAll(); // the tracker forgets them
        m_tracker.setOwnExtension(status.extension);
    }
    const bool isConnected = status.state == LinkState::Connected;
    if (m_wasConnected && !isConnected) {
        noteSeen();
        m_isCaughtUp = false;
    }
    m_wasConnected = isConnected;
    if (status.state == LinkState::SignedOut)
        endAll(); // what the PBX wrote of them is fetched at the next sign-in
}

//! Nobody will tell how they go on, those not excepted that were only just asked for.
void CallFlow::endAll()
{
    const auto now = QDateTime::currentDateTime();
    const auto calls = m_tracker.calls();
    for (const auto& call : calls)
        if (!call.isOver() || call.goesOn)
            applyEvent({.kind = CallEvent::Kind::Vanished, .call = call.id, .at = now});
}

void CallFlow::onSnapshot(const QSet<CallId>& alive)
{
    m_isCaughtUp = false; // what ends now ended while we were away: not to be noted as seen
    const auto ended = m_tracker.endAllBut(alive, QDateTime::currentDateTime());
    for (const auto& transition : ended)
        onTransition(transition);
    concludeInterrupted(alive);
    fetchMissed();
}

void CallFlow::concludeInterrupted(const QSet<CallId>& alive)
{
    const auto lastSeen = QDateTime::fromString(m_memo.memo(seenMemo()), Qt::ISODateWithMs);
    const auto rows = m_interrupted.values();
    for (const auto& row : rows) {
        if (alive.contains(row.call.id))
            continue; // its events say how it goes on
        m_interrupted.remove(row.call.id);
        if (!m_held.contains(row.call.id))
            followSilently(endedUnseen(row.call, lastSeen), row);
    }
}

void CallFlow::followSilently(const Call& call, const HistoryRow& known)
{
    const auto id = call.id;
    if (!known.call.id.isEmpty())
        take(id, known);
    auto& held = m_held[id];
    held.isSilent = true;
    held.firstPhase = CallPhase::Ended;
    held.card.call = call;
    const auto number = numberOf(call);
    held.card.number = m_settings.maskNumbers ? maskedNumber(call.remoteNumber) : number.display();
    const CallTransition appeared{.cause = CallTransition::Cause::Appeared, .call = call};
    held.isUnresolved =
        held.card.matches.isEmpty() && planCall(appeared, number, m_settings).lookUp;
    if (held.card.journal == JournalState::None && mayBeLogged(call, m_settings)
        && !held.card.doNotLog)
        held.card.journal = JournalState::Waiting;
    held.recordWaitSince = QDateTime::currentDateTime();
    plan(id);
    if (call.hasRecord)
        trySettle(id);
    else
        fetchRecord(id);
    resolveNext();
}

QString CallFlow::seenMemo() const
{
    return u"pbx-last-seen/"_s + m_tracker.ownExtension();
}

void CallFlow::noteSeen()
{
    if (m_isCaughtUp && !m_tracker.ownExtension().isEmpty())
        (void)m_memo.setMemo(seenMemo(),
                             QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
}

void CallFlow::fetchMissed()
{
    const int round = ++m_missedRound;
    if (!m_pbx || m_tracker.ownExtension().isEmpty())
        return;
    const auto since = QDateTime::fromString(m_memo.memo(seenMemo()), Qt::ISODateWithMs);
    const auto catchUp = [this] {
        m_isCaughtUp = true;
        noteSeen();
    };
    if (!since.isValid())
        return catchUp(); // the first sign-in: what was before is not ours to log
    async::onReady(m_pbx->recordsSince(since.addSecs(-clocksApart)), this,
                   [this, round, catchUp](const Result<QList<CallEvent>>& records) {
                       if (round != m_missedRound)
                           return; // asked again since
                       if (records) {
                           const auto calls = callsFromRecords(*records, m_tracker.ownExtension());
                           for (const auto& call : calls)
                               takeMissed(call);
                           catchUp();
                       } else if (records.error().kind == Error::Kind::Unsupported) {
                           catchUp();
                       } else {
                           QTimer::singleShot(m_timing.askAgain, this, [this, round] {
                               if (round == m_missedRound && m_wasConnected)
                                   fetchMissed();
                           });
                       }
                   });
}

void CallFlow::takeMissed(const Call& call)
{
    if (!m_held.contains(call.id) && !m_interrupted.contains(call.id) && !m_store.find(call.id))
        followSilently(call, {});
}

void CallFlow::onCrmStatus(const CrmStatus& status)
{
    // Each answer of Salesforce tells its state anew: only a sign-in is news here.
    const bool isConnected = status.state == LinkState::Connected;
    createNext(); // there may be API budget for it by now
    if (isConnected == std::exchange(m_wasCrmConnected, isConnected) || !isConnected)
        return;
    m_resolveAttempt = 0;
    m_resolve.stop();
    const auto ids = m_held.keys();
    for (const auto& id : ids)
        if (const auto* held = find(id); held && !held->card.call.isOver()
            && (held->isUnresolved || held->card.crm == CrmState::None))
            retryLookup(id);
    resolveNext();
}

void CallFlow::createNext()
{
    const auto status = m_crm.status();
    if (status.state != LinkState::Connected || !mayCreate(status))
        return; // tried again when that changes
    // One after the other, oldest first: after a day there may be many.
    Held* next = nullptr;
    for (auto& held : m_held) {
        if (held.card.isCreating)
            return;
        if (awaitsRecord(held) && (!next || held.card.call.startedAt < next->card.call.startedAt))
            next = &held;
    }
    if (!next)
        return;
    const CallId id = next->card.call.id;
    next->awaitsBudget = false;
    next->creationAsked = false;
    next->card.problem.reset();
    plan(id);
    trySettle(id);
}

void CallFlow::resolveNext()
{
    if (m_resolve.isActive() || !m_settings.integrationEnabled
        || m_crm.status().state != LinkState::Connected)
        return; // asked again when that changes
    // One after the other, oldest first: after a night there may be many.
    const Held* next = nullptr;
    for (const auto& held : std::as_const(m_held)) {
        if (!held.isUnresolved || !held.card.call.isOver())
            continue;
        if (held.lookupRunning)
            return;
        // One that did not get on is tried again after those that were tried less often.
        if (!next
            || std::pair(held.lookupRound, held.card.call.startedAt)
                < std::pair(next->lookupRound, next->card.call.startedAt))
            next = &held;
    }
    if (next)
        retryLookup(CallId(next->card.call.id));
}

void CallFlow::resolveLater()
{
    if (m_resolve.isActive())
        return;
    const double share = QRandomGenerator::global()->generateDouble();
    m_resolve.start(
        backoffDelay(m_resolveAttempt++, share, m_timing.firstResolve, m_timing.longestResolve));
}

} // namespace companion
