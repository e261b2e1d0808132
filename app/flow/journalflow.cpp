// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/journalflow.h"

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr int batchSize = 200; // rows in one collections call, salesforce-api.md 3.7
    constexpr auto firstRetry = 2s;
    constexpr auto longestRetry = 15min; // how often a used-up quota is probed

    JournalState stateOf(OutboxRow::State state)
    {
        switch (state) {
        case OutboxRow::State::Waiting:
            return JournalState::Waiting;
        case OutboxRow::State::Queued:
        case OutboxRow::State::Unknown:
            return JournalState::Queued;
        case OutboxRow::State::Sending:
            return JournalState::Sending;
        case OutboxRow::State::Written:
            return JournalState::Written;
        case OutboxRow::State::NeedsChoice:
            return JournalState::NeedsChoice;
        case OutboxRow::State::Failed:
            break;
        }
        return JournalState::Failed;
    }

    QString reasonOf(const Error& error)
    {
        return (error.sentence.isEmpty() ? error.detail : error.sentence).left(500);
    }

    //! Whether sending the same again later can help (salesforce-api.md 2.2).
    bool helpsToWait(const Error& error)
    {
        return isRetryable(error.kind) || error.kind == Error::Kind::Unauthorized
            || error.code == "UNABLE_TO_LOCK_ROW"_L1 || error.code == "SERVER_UNAVAILABLE"_L1;
    }

    //! Whether the row may have been written although no answer came.
    bool mayHaveArrived(const Error& error)
    {
        return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
            || error.kind == Error::Kind::Malformed || error.kind == Error::Kind::Cancelled;
    }

} // namespace

JournalFlow::JournalFlow(CrmLink& crm, Outbox& outbox, CallStore& store, QObject* parent)
    : QObject(parent), m_crm(crm), m_outbox(outbox), m_store(store)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &JournalFlow::pump);
    connect(&m_crm, &CrmLink::statusChanged, this,
            [this, was = LinkState::SignedOut](const CrmStatus& status) mutable {
                const bool isNews = status.state != was;
                was = status.state;
                if (isNews && status.state == LinkState::Connected)
                    pump();
            });
}

void JournalFlow::setSettings(const Settings& settings)
{
    const bool wasEnabled = m_settings.integrationEnabled;
    m_settings = settings;
    if (!wasEnabled && settings.integrationEnabled)
        pump();
}

void JournalFlow::setOwnName(const QString& name)
{
    m_ownName = name;
}

void JournalFlow::setRecordingLink(std::function<QString(const Call&)> link)
{
    m_recordingLink = std::move(link);
}

JournalContext JournalFlow::contextFor(const Call& call) const
{
    return {.ownerId = m_crm.status().userId,
            .ownName = m_ownName,
            .recordingLink =
                m_recordingLink && !call.recording.isEmpty() ? m_recordingLink(call) : QString()};
}

void JournalFlow::recover()
{
    if (const auto recovered = m_outbox.recoverAfterRestart(); !recovered)
        qCWarning(lcJournal) << "outbox not recovered:" << recovered.error().detail;
    // A call that had ended, but was not yet handed over when the program did.
    const auto pending = m_store.history({.limit = 1000, .pendingOnly = true});
    for (const auto& row : pending)
        if (row.call.isOver() && row.journal == JournalState::Waiting
            && !m_outbox.findByCall(row.call.id))
            consider(row);
    pump();
}

void JournalFlow::consider(const HistoryRow& row)
{
    const auto plan = planJournal(row, contextFor(row.call), m_settings);
    auto queued = m_outbox.findByCall(row.call.id);
    if (queued && queued->state == OutboxRow::State::Written)
        return amend(row);
    if (plan.action == JournalPlan::Action::Skip) {
        if (!queued)
            Q_EMIT journalChanged(row.call.id, JournalState::None, {}, plan.why);
        return;
    }
    OutboxRow next = queued.value_or(OutboxRow{.call = row.call.id});
    if (next.state == OutboxRow::State::Sending || next.state == OutboxRow::State::Unknown)
        return; // on its way; what is new is added when the answer is there
    next.entry = plan.entry;
    next.detail = plan.why;
    next.state = plan.action == JournalPlan::Action::NeedsChoice ? OutboxRow::State::NeedsChoice
        : plan.lookFirst                                         ? OutboxRow::State::Unknown
                                                                 : OutboxRow::State::Queued;
    next.notBefore = QDateTime::currentDateTimeUtc();
    if (queued) {
        store(next);
    } else {
        const auto kept = m_outbox.enqueue(next);
        if (!kept) {
            qCWarning(lcJournal) << "entry not queued:" << kept.error().detail;
            Q_EMIT journalChanged(row.call.id, JournalState::Failed, {}, kept.error().detail);
            return;
        }
        next = *kept;
    }
    tell(next);
    pump();
}

void JournalFlow::amend(const HistoryRow& row)
{
    auto queued = m_outbox.findByCall(row.call.id);
    if (!queued)
        return consider(row);
    if (queued->state != OutboxRow::State::Written)
        return consider(row);
    if (queued->entry.note == row.note && queued->entry.outcome == row.outcome)
        return;
    auto entry = queued->entry;
    entry.note = row.note;
    entry.outcome = row.outcome;
    async::onReady(m_crm.amendTask(queued->taskId, entry), this,
                   [this, call = row.call.id, entry](const Result<Done>& done) {
                       auto written = m_outbox.findByCall(call);
                       if (!written)
                           return;
                       if (done) {
                           written->entry = entry;
                           written->detail.clear();
                       } else {
                           written->detail = reasonOf(done.error());
                       }
                       store(*written);
                       tell(*written);
                   });
}

void JournalFlow::retry(const CallId& call)
{
    auto row = m_outbox.findByCall(call);
    if (!row || row->state == OutboxRow::State::Written
        || row->state == OutboxRow::State::NeedsChoice)
        return;
    if (row->state == OutboxRow::State::Failed)
        row->state = OutboxRow::State::Unknown; // look first: it costs one call and is always safe
    row->notBefore = QDateTime::currentDateTimeUtc();
    store(*row);
    tell(*row);
    pump();
}

int JournalFlow::pendingCount() const
{
    return m_outbox.unwrittenCount();
}

void JournalFlow::pump()
{
    if (m_busy || !m_settings.integrationEnabled || m_crm.status().state != LinkState::Connected)
        return; // what waits goes out when that changes
    const auto due = m_outbox.due(QDateTime::currentDateTimeUtc(), batchSize);
    if (due.isEmpty())
        return schedule();
    const auto unknown = std::find_if(due.cbegin(), due.cend(), [](const OutboxRow& row) {
        return row.state == OutboxRow::State::Unknown;
    });
    m_busy = true;
    if (unknown != due.cend())
        resolveUnknown(*unknown);
    else
        sendBatch(due);
}

void JournalFlow::resolveUnknown(const OutboxRow& row)
{
    async::onReady(m_crm.findTask(row.entry.callObject), this,
                   [this, row](const Result<QString>& task) {
                       m_busy = false;
                       auto now = row;
                       if (!task) {
                           postpone(now, OutboxRow::State::Unknown, task.error());
                       } else if (!task->isEmpty()) {
                           take(now, *task);
                       } else {
                           now.state = OutboxRow::State::Queued;
                           store(now);
                       }
                       pump();
                   });
}

void JournalFlow::sendBatch(const QList<OutboxRow>& rows)
{
    QList<OutboxRow> sent = rows;
    QList<JournalEntry> entries;
    for (auto& row : sent) {
        if (row.entry.ownerId.isEmpty())
            row.entry.ownerId = m_crm.status().userId;
        row.state = OutboxRow::State::Sending;
        ++row.attempts;
        store(row); // on the disk before it is sent
        tell(row);
        entries.append(row.entry);
    }
    async::onReady(m_crm.writeTasks(entries), this,
                   [this, sent](const Result<QList<Result<QString>>>& answer) {
                       m_busy = false;
                       onWritten(sent, answer);
                       pump();
                   });
}

void JournalFlow::onWritten(const QList<OutboxRow>& rows,
                            const Result<QList<Result<QString>>>& answer)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!answer)
            take(rows.at(i), answer.error());
        else if (i < answer->size())
            take(rows.at(i), answer->at(i));
        else
            take(rows.at(i), Error{Error::Kind::Malformed, u"fewer answers than entries"_s});
    }
}

void JournalFlow::take(OutboxRow row, const Result<QString>& task)
{
    if (task) {
        row.state = OutboxRow::State::Written;
        row.taskId = *task;
        row.detail.clear();
    } else if (helpsToWait(task.error())) {
        postpone(row,
                 mayHaveArrived(task.error()) ? OutboxRow::State::Unknown
                                              : OutboxRow::State::Queued,
                 task.error());
        return;
    } else if (mayHaveArrived(task.error())) {
        postpone(row, OutboxRow::State::Unknown, task.error());
        return;
    } else {
        row.state = OutboxRow::State::Failed;
        row.detail = reasonOf(task.error());
        qCWarning(lcJournal) << "entry refused:" << task.error().code << task.error().detail;
    }
    store(row);
    tell(row);
    // A note typed while the entry was on its way.
    if (row.state == OutboxRow::State::Written)
        if (const auto kept = m_store.find(row.call))
            amend(*kept);
}

void JournalFlow::postpone(OutboxRow& row, OutboxRow::State state, const Error& error)
{
    row.state = state;
    row.detail = reasonOf(error);
    const double share = QRandomGenerator::global()->generateDouble();
    const auto wait = error.kind == Error::Kind::RateLimited && error.detail.contains("daily"_L1)
        ? std::chrono::milliseconds(longestRetry)
        : backoffDelay(std::max(row.attempts - 1, 0), share, firstRetry, longestRetry);
    row.notBefore = QDateTime::currentDateTimeUtc().addMSecs(wait.count());
    store(row);
    tell(row);
}

void JournalFlow::store(const OutboxRow& row)
{
    if (const auto stored = m_outbox.update(QList<OutboxRow>{row}); !stored)
        qCWarning(lcJournal) << "outbox not written:" << stored.error().detail;
}

void JournalFlow::tell(const OutboxRow& row)
{
    Q_EMIT journalChanged(row.call, stateOf(row.state), row.taskId, row.detail);
}

void JournalFlow::schedule()
{
    const auto at = m_outbox.nextDue();
    if (!at.isValid())
        return m_next.stop();
    const auto wait = std::max<qint64>(QDateTime::currentDateTimeUtc().msecsTo(at), 50);
    m_next.start(std::chrono::milliseconds(wait));
}

} // namespace companion
