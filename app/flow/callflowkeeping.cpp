// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is kept of a call: as the history has it, and when it is written.
#include "app/core/logging.h"
#include "app/flow/callflow.h"

#include <utility>

namespace companion {

std::optional<HistoryRow> CallFlow::row(const CallId& id) const
{
    const auto at = m_held.constFind(id);
    return at == m_held.cend() ? m_store.find(id) : std::optional(rowOf(*at));
}

HistoryRow CallFlow::rowOf(const Held& held)
{
    const auto& card = held.card;
    return {.call = card.call,
            .crm = card.crm,
            .matches = card.matches,
            .chosen = card.chosen,
            .recordOpenedAt = card.recordOpenedAt,
            .why = card.why,
            .note = card.note,
            .outcome = card.outcome,
            .doNotLog = card.doNotLog,
            .isDealtWith = held.isDealtWith || card.call.result == CallResult::AnsweredElsewhere,
            .journal = card.journal,
            .taskId = held.journal.taskId,
            .journalDetail = held.journal.journalDetail,
            .isSettled = held.isSettled};
}

void CallFlow::changeStored(const CallId& id, const std::function<bool(HistoryRow&)>& change,
                            void (CallFlow::*tell)(const HistoryRow&))
{
    auto stored = m_store.find(id);
    if (!stored || !change(*stored))
        return;
    if (const auto saved = m_store.save(*stored); !saved)
        qCWarning(lcStorage) << "history not written:" << saved.error().detail;
    if (m_interrupted.contains(id))
        m_interrupted.insert(id, *stored);
    Q_EMIT historyChanged(*stored);
    if (tell && stored->isSettled)
        Q_EMIT(this->*tell)(*stored);
}

void CallFlow::saveSoon(const CallId& id)
{
    // The disk must not hold up what the agent sees; but what he has done is soon on it.
    const auto* held = find(id);
    const bool isNew = held && !held->isOnDisk && !held->wasOpened;
    const auto wait = isNew ? m_timing.paintFirst : std::chrono::milliseconds(0);
    if (!m_save.isActive() || m_save.remainingTimeAsDuration() > wait)
        m_save.start(wait);
    m_toSave.insert(id);
}

void CallFlow::saveNow()
{
    m_save.stop();
    const auto ids = std::exchange(m_toSave, {});
    for (const auto& id : ids) {
        auto* held = find(id);
        if (!held)
            continue;
        const auto row = rowOf(*held);
        if (const auto saved = m_store.save(row); !saved)
            qCWarning(lcStorage) << "history not written:" << saved.error().detail;
        held->isOnDisk = true;
        Q_EMIT historyChanged(row);
    }
}

} // namespace companion
