// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a call at its end, and of those that ended while nobody was looking.
#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/callplan.h"
#include "app/core/logging.h"
#include "app/core/recordedcall.h"
#include "app/core/report.h"
#include "app/flow/callflow.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxRecordTries = 3;
    constexpr int maxGoesOnTries = 360; // half an hour
    constexpr int maxRecovered = 1000;
    constexpr qint64 clocksApart = 600; // seconds by which the PBX's clock and ours may differ
    constexpr int maxTickedOff = 50;
    constexpr qsizetype mostRemembered = 50; // a queue rings again, a record comes late

    bool mayBeLogged(const Call& call, const Settings& settings)
    {
        return settings.integrationEnabled && settings.journalEnabled
            && settings.journalWriter == JournalWriter::Companion
            && call.direction != CallDirection::Internal && !call.isWithheld;
    }

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
    if (!status.extension.isEmpty())
        m_tracker.setOwnExtension(status.extension);
    const bool isConnected = status.state == LinkState::Connected;
    if (m_wasConnected && !isConnected) {
        noteSeen();
        m_isCaughtUp = false;
    }
    m_wasConnected = isConnected;
    if (status.state != LinkState::SignedOut)
        return;
    // Nobody will tell how they go on. What the PBX wrote of them is fetched at the next sign-in.
    const auto ended = m_tracker.endAllBut({}, QDateTime::currentDateTime());
    for (const auto& transition : ended)
        onTransition(transition);
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

void CallFlow::onEnded(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    held->card.closesSoon = true;
    held->recordWaitSince = QDateTime::currentDateTime();
    if (held->card.journal == JournalState::None && mayBeLogged(held->card.call, m_settings)
        && !held->card.doNotLog
        && (held->isUnresolved || !held->card.matches.isEmpty() || held->lookupRunning
            || held->card.isCreating))
        held->card.journal = JournalState::Waiting;
    publish(*held);
    noteSeen();
    scheduleRemoval(id);
    if (held->isUnresolved)
        resolveLater();
    if (held->card.call.hasRecord && !held->card.call.goesOn)
        return trySettle(id);
    QTimer::singleShot(m_timing.recordGrace, this, [this, id, round = held->endRound] {
        if (const auto* waiting = find(id); waiting && waiting->endRound == round)
            fetchRecord(id);
    });
}

void CallFlow::fetchRecord(const CallId& id)
{
    auto* held = find(id);
    if (!held || held->isSettled || !held->card.call.isOver())
        return;
    const auto again = [this, id, round = held->endRound](std::chrono::milliseconds pause) {
        QTimer::singleShot(pause, this, [this, id, round] {
            if (const auto* waiting = find(id); waiting && waiting->endRound == round)
                fetchRecord(id);
        });
    };
    if (held->card.call.goesOn && held->goesOnTries++ < maxGoesOnTries)
        return again(m_timing.goesOnPause); // no record yet, or one of an earlier ring
    if (held->card.call.hasRecord)
        return trySettle(id);
    if (!m_pbx || m_pbx->status().state != LinkState::Connected) {
        const auto waited = held->recordWaitSince.msecsTo(QDateTime::currentDateTime());
        return waited > m_timing.recordPatience.count() ? giveUpRecord(id)
                                                        : again(m_timing.recordGrace);
    }
    if (++held->recordTries > maxRecordTries)
        return giveUpRecord(id);
    async::onReady(m_pbx->recordOf(id), this, [this, id, again](const Result<CallEvent>& event) {
        if (!event && event.error().kind != Error::Kind::Unsupported)
            again(m_timing.recordGrace);
        else
            takeRecord(id, event);
    });
}

void CallFlow::takeRecord(const CallId& id, const Result<CallEvent>& event)
{
    auto* held = find(id);
    if (!held || held->card.call.hasRecord || !held->card.call.isOver())
        return;
    if (event && m_tracker.call(id)) {
        applyEvent(*event);
    } else if (event) {
        // From before a restart: the record tells the times, the rest is known better from then.
        if (const auto told = callFromRecord(*event, m_tracker.ownExtension())) {
            const Call before = held->card.call;
            auto& call = held->card.call;
            call = continued(before, *told);
            call.direction = before.direction;
            call.origin = before.origin;
            call.isWithheld = before.isWithheld;
            if (!before.remoteNumber.isEmpty() || before.isWithheld)
                call.remoteNumber = before.remoteNumber;
            if (before.result == CallResult::AnsweredElsewhere
                || before.result == CallResult::Declined)
                call.result = before.result;
            plan(id);
            return trySettle(id);
        }
    }
    if (const auto* told = find(id); told && !told->card.call.hasRecord)
        giveUpRecord(id);
}

void CallFlow::giveUpRecord(const CallId& id)
{
    if (auto* waiting = find(id)) {
        waiting->recordOverdue = true;
        trySettle(id);
    }
}

bool CallFlow::mustKnowWho(const Held& held) const
{
    if (!m_settings.integrationEnabled)
        return false;
    const bool isSetUp = !m_settings.salesforceClientId.isEmpty();
    return m_crm.status().state == LinkState::Connected
        || (isSetUp && m_settings.journalEnabled && !held.card.doNotLog);
}

void CallFlow::trySettle(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    const Call call = held->card.call;
    if (!call.isOver() || held->lookupRunning || held->card.isCreating
        || !(call.hasRecord || held->recordOverdue))
        return;
    if (call.goesOn && held->goesOnTries <= maxGoesOnTries)
        return; // not missed yet: it may ring here again
    if (held->isUnresolved && mustKnowWho(*held))
        return; // a night without network costs no log entry
    const bool isFirst = !std::exchange(held->isSettled, true);
    saveSoon(id);
    saveNow(); // on the disk before anything is sent anywhere
    Q_EMIT callSettled(rowOf(*held));
    if (isFirst && call.result == CallResult::Answered)
        tickOff(call);
    if (const auto* now = find(id); now && now->isSilent && now->isSettled)
        drop(id);
}

void CallFlow::takeLate(HistoryRow row, const Call& call)
{
    const bool isNews = call.recording != row.call.recording || call.result != row.call.result
        || call.talkSeconds != row.call.talkSeconds;
    if (!call.hasRecord || !isNews)
        return;
    row.call = continued(row.call, call);
    if (const auto saved = m_store.save(row); !saved)
        qCWarning(lcStorage) << "history not written:" << saved.error().detail;
    Q_EMIT historyChanged(row);
    Q_EMIT callSettled(row);
}

void CallFlow::tickOff(const Call& talked)
{
    const auto number = numberOf(talked);
    const auto missed = m_store.history(
        {.limit = maxTickedOff, .undealtOnly = true, .number = talked.remoteNumber});
    for (const auto& row : missed) {
        const bool isSame = row.call.remoteNumber == talked.remoteNumber
            || number.matches(row.call.remoteNumber, m_settings.numbers);
        if (isSame && row.call.startedAt <= talked.startedAt)
            setDealtWith(row.call.id, true);
    }
}

void CallFlow::scheduleRemoval(const CallId& id)
{
    const auto* held = find(id);
    if (!held || held->isSilent || m_settings.cardKeepSeconds < 0)
        return;
    const auto keep = std::chrono::seconds(m_settings.cardKeepSeconds);
    QTimer::singleShot(keep, this, [this, id, note = held->card.note, round = held->endRound] {
        const auto* old = find(id);
        if (!old || old->endRound != round || old->isSilent)
            return;
        if (old->card.note != note || old->card.isCreating)
            return scheduleRemoval(id); // someone is writing: stay a little longer
        dismiss(id);
    });
}

void CallFlow::dismiss(const CallId& id)
{
    auto* held = find(id);
    if (!held)
        return;
    const bool wasShown = !std::exchange(held->isSilent, true);
    // The card goes; a call that is not settled is followed until it is.
    if (held->card.call.isOver() && held->isSettled)
        drop(id);
    if (wasShown)
        Q_EMIT cardRemoved(id);
}

void CallFlow::drop(const CallId& id)
{
    saveSoon(id);
    saveNow();
    m_held.remove(id);
    m_extensions.remove(id);
    m_remembered.removeIf([&id](const Remembered& earlier) { return earlier.id == id; });
    m_remembered.append({.id = id, .until = QDeadlineTimer(m_timing.remembered)});
    while (m_remembered.size() > mostRemembered)
        forgetOldest();
    if (!m_forget.isActive())
        m_forget.start(m_timing.remembered);
}

void CallFlow::forgetOldest()
{
    const auto id = m_remembered.takeFirst().id;
    if (!m_held.contains(id))
        m_tracker.forget(id);
}

void CallFlow::forgetExpired()
{
    while (!m_remembered.isEmpty() && m_remembered.constFirst().until.hasExpired())
        forgetOldest();
    if (!m_remembered.isEmpty())
        m_forget.start(std::chrono::milliseconds(m_remembered.constFirst().until.remainingTime()));
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
