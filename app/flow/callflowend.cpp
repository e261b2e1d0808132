// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a call at its end; of one that ended while nobody was looking, in
// callflowcatchup.cpp.
#include "app/core/async.h"
#include "app/core/callplan.h"
#include "app/core/journalplan.h"
#include "app/core/logging.h"
#include "app/core/recordedcall.h"
#include "app/flow/callflow.h"

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxRecordTries = 3;
    constexpr int maxGoesOnTries = 360; // half an hour
    constexpr int maxTickedOff = 50;
    constexpr qsizetype mostRemembered = 50; // a queue rings again, a record comes late

} // namespace

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
            || held->card.isCreating || awaitsRecord(*held)))
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

//! Whether a record for its caller is still to be made, once there is API budget for it.
bool CallFlow::awaitsRecord(const Held& held) const
{
    return held.awaitsBudget && mustKnowWho(held) && createsByItself(held.card.call, m_settings);
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
    if ((held->isUnresolved && mustKnowWho(*held)) || awaitsRecord(*held))
        return; // a night without network costs no log entry, nor a day without budget
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
    if (talked.remoteNumber.isEmpty())
        return; // withheld: as empty as that of anybody else who is
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

} // namespace companion
