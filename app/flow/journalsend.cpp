// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the outbox gets into the CRM: what is sent, amended, tried again. What is looked for is in
// journallook.cpp.
#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"
#include "app/flow/journalfailure.h"
#include "app/flow/journalflow.h"

#include <QRandomGenerator>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int rowsPerPage = 25; // read in one turn of the event loop
    constexpr int largestBatch = 200; // rows in one collections call, salesforce-api.md 3.7
    constexpr int maxPbxTries = 12; // for an entry that the PBX is to write: about two hours

    Error unwritable()
    {
        return {Error::Kind::Offline, u"the outbox cannot be written"_s};
    }

} // namespace

void JournalFlow::pump()
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (m_isBusy || !m_settings.integrationEnabled || m_crm.status().state != LinkState::Connected)
        return; // what waits goes out when that changes
    if (isPaused(now))
        return schedule(now);
    m_isBusy = true;
    using After = std::optional<OutboxRow>;
    gather([this, now](const After& after) { return m_outbox.due(now, rowsPerPage, after); },
           largestBatch, [this, now](const QList<OutboxRow>& due) { sendSome(due, now); });
}

//! All rows of \p pages, up to \p limit: a page in each turn of the event loop.
void JournalFlow::gather(const Pages& pages, qsizetype limit,
                         const std::function<void(const QList<OutboxRow>&)>& then)
{
    auto rows = std::make_shared<QList<OutboxRow>>();
    m_slices.run(
        [pages, limit, rows] {
            const auto page =
                pages(rows->isEmpty() ? std::nullopt : std::optional(rows->constLast()));
            rows->append(page);
            return page.size() == rowsPerPage && rows->size() < limit;
        },
        [limit, rows, then] { then(rows->mid(0, limit)); });
}

void JournalFlow::sendSome(const QList<OutboxRow>& due, const QDateTime& now)
{
    if (failForeign(due))
        return;
    const auto [unknown, toWrite, single] = journalsteps::sorted(due);
    if (unknown.isEmpty() && !toWrite.isEmpty())
        return sendBatch(m_batchSize > 0 ? toWrite.mid(0, m_batchSize) : toWrite);
    using After = std::optional<OutboxRow>;
    gather(
        [this, now](const After& after) { return m_outbox.uncheckedDue(now, rowsPerPage, after); },
        largestBatch - unknown.size(),
        [this, now, unknown = unknown, single = single](const QList<OutboxRow>& unchecked) {
            if (failForeign(unchecked))
                return;
            if (const auto rows = unknown + unchecked; !rows.isEmpty())
                return look(rows); // before the younger ones of the same contacts go out
            if (single)
                return single->taskId.isEmpty() ? findPbxTask(*single) : sendAmendment(*single);
            m_isBusy = false;
            schedule(now);
        });
}

void JournalFlow::next()
{
    m_isBusy = false;
    pump();
}

//! Whether there are any; then what can be sent is looked for again.
bool JournalFlow::failForeign(const QList<OutboxRow>& rows)
{
    const QString org = m_crm.status().organizationId;
    QList<OutboxRow> foreign;
    for (auto row : rows) {
        const QString& its = row.entry.organizationId;
        if (its.isEmpty() || org.isEmpty() || its == org)
            continue;
        if (row.state == OutboxRow::State::Written) {
            row.isUnchecked = false;
        } else {
            row.state = OutboxRow::State::Failed;
            row.detail = u"This call belongs to another Salesforce organisation."_s;
        }
        foreign.append(row);
    }
    if (foreign.isEmpty())
        return false;
    m_isBusy = true;
    settle(foreign, [this] { next(); });
    return true;
}

void JournalFlow::sendBatch(const QList<OutboxRow>& rows)
{
    struct Marking
    {
        QList<OutboxRow> sent;
        bool isStored = true;
    };
    auto marking = std::make_shared<Marking>();
    m_slices.run<OutboxRow>(
        rows, rowsPerTurn,
        [this, marking](const QList<OutboxRow>& piece) {
            QList<OutboxRow> sent;
            for (const auto& row : piece) {
                auto now = m_outbox.find(row.id); // what was typed since is in it
                if (!now || now->state != OutboxRow::State::Queued || now->isAmendment())
                    continue;
                if (now->entry.ownerId.isEmpty())
                    now->entry.ownerId = m_crm.status().userId;
                now->state = OutboxRow::State::Sending;
                ++now->attempts;
                sent.append(*now);
            }
            // On the disk before it is sent: or it might be sent twice.
            marking->isStored = store(sent);
            if (marking->isStored)
                marking->sent += sent;
            return marking->isStored;
        },
        [this, marking] {
            if (!marking->isStored)
                pause(unwritable());
            if (marking->sent.isEmpty())
                return next();
            write(marking->sent);
        });
}

void JournalFlow::write(const QList<OutboxRow>& rows)
{
    QList<JournalEntry> entries;
    for (const auto& row : rows)
        entries.append(row.entry);
    async::onReady(
        m_crm.writeTasks(entries), this,
        [this, rows](const Result<QList<Result<QString>>>& answer) { takeAnswers(rows, answer); });
}

void JournalFlow::takeAnswers(const QList<OutboxRow>& rows,
                              const Result<QList<Result<QString>>>& answer)
{
    QList<OutboxRow> taken;
    if (!answer && isOfTheWay(answer.error()))
        pause(answer.error());
    // One bad entry must not keep the others back: it is narrowed down.
    const bool isRefusedWhole =
        !answer && !helpsToWait(answer.error()) && !mayHaveArrived(answer.error());
    const bool isTooMany =
        isRefusedWhole && rows.size() > 1 && answer.error().kind == Error::Kind::Rejected;
    if (isTooMany)
        m_batchSize = static_cast<int>(rows.size()) / 2;
    else if (answer)
        m_batchSize = m_batchSize * 2 < largestBatch ? m_batchSize * 2 : 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto row = rows.at(i);
        if (isTooMany) {
            row.state = OutboxRow::State::Queued;
            --row.attempts;
        } else if (!answer) {
            row = after(row, answer.error());
        } else if (i < answer->size()) {
            row = after(row, answer->at(i));
        } else {
            row = after(row, Error{Error::Kind::Malformed, u"fewer answers than entries"_s});
        }
        taken.append(row);
    }
    if (answer)
        m_failures = 0;
    settle(taken, [this] { next(); });
}

void JournalFlow::settle(const QList<OutboxRow>& rows, const Slices::Done& then)
{
    m_slices.run<OutboxRow>(
        rows, rowsPerTurn,
        [this](const QList<OutboxRow>& piece) {
            if (!store(piece))
                pause(unwritable());
            for (const auto& row : piece)
                amendFresh(row); // a note that was typed while the entry was on its way
            return true;
        },
        then);
}

OutboxRow JournalFlow::after(OutboxRow row, const Result<QString>& task) const
{
    if (task) {
        row.state = OutboxRow::State::Written;
        row.taskId = *task;
        row.detail.clear();
        row.isUnchecked = true;
        row.notBefore = QDateTime::currentDateTimeUtc().addMSecs(m_timing.checkAfter.count());
    } else if (mayHaveArrived(task.error())) {
        postpone(row, OutboxRow::State::Unknown, task.error());
    } else if (helpsToWait(task.error())) {
        postpone(row, OutboxRow::State::Queued, task.error());
    } else {
        row.state = OutboxRow::State::Failed;
        row.detail = reasonOf(task.error());
        qCWarning(lcJournal) << "entry refused:" << task.error().code << task.error().detail;
    }
    return row;
}

void JournalFlow::sendAmendment(OutboxRow row)
{
    const auto fresh = m_outbox.find(row.id); // what was typed since is in it
    if (!fresh || fresh->state == OutboxRow::State::Written)
        return next();
    row = *fresh;
    row.state = OutboxRow::State::Sending;
    ++row.attempts;
    if (!store({row})) {
        pause(unwritable());
        return next();
    }
    async::onReady(m_crm.amendTask(row.taskId, row.entry), this,
                   [this, row](const Result<Done>& done) {
                       auto now = row;
                       if (done) {
                           m_failures = 0;
                           now.state = OutboxRow::State::Written;
                           now.detail.clear();
                           now.entry.hasMoved = false;
                       } else if (helpsToWait(done.error())) {
                           // Adding twice is adding once, so that no look is needed before.
                           postpone(now, OutboxRow::State::Queued, done.error());
                           if (isOfTheWay(done.error()))
                               pause(done.error());
                       } else {
                           now.state = OutboxRow::State::Failed;
                           now.detail = reasonOf(done.error());
                           if (done.error().kind == Error::Kind::NotFound) {
                               // Deleted by a person: written anew only if one asks for it.
                               now.taskId.clear();
                               now.attempts = 0;
                           }
                       }
                       store({now});
                       amendFresh(now);
                       next();
                   });
}

void JournalFlow::findPbxTask(const OutboxRow& row)
{
    async::onReady(m_crm.findPbxTask(row.entry), this, [this, row](const Result<QString>& task) {
        auto now = row;
        ++now.attempts;
        if (task && !task->isEmpty()) {
            m_failures = 0;
            now.taskId = *task;
            now.state = OutboxRow::State::Queued;
            now.attempts = 0;
            now.detail.clear();
        } else if (!task && isOfTheWay(task.error())) {
            --now.attempts;
            pause(task.error());
        } else if (!task || now.attempts >= maxPbxTries) {
            now.state = OutboxRow::State::Failed;
            now.detail =
                task ? u"The PBX's entry of this call was not found."_s : reasonOf(task.error());
        } else {
            postpone(now, OutboxRow::State::Queued,
                     {Error::Kind::NotFound, u"The PBX has not written its entry yet."_s});
        }
        store({now});
        next();
    });
}

void JournalFlow::amendFresh(const OutboxRow& sent)
{
    if (sent.state == OutboxRow::State::Failed || sent.entry.kind == JournalEntry::Kind::FollowUp)
        return;
    if (const auto row = m_store.find(sent.call))
        consider(*row);
}

void JournalFlow::postpone(OutboxRow& row, OutboxRow::State state, const Error& error) const
{
    row.state = state;
    row.detail = reasonOf(error);
    const double share = QRandomGenerator::global()->generateDouble();
    const auto wait = backoffDelay(std::max(row.attempts - 1, 0), share, m_timing.firstRetry,
                                   m_timing.longestRetry);
    row.notBefore = QDateTime::currentDateTimeUtc().addMSecs(wait.count());
}

void JournalFlow::pause(const Error& error)
{
    // The day's quota comes back slowly: it is probed, not beaten upon.
    const bool isDaily =
        error.kind == Error::Kind::RateLimited && error.detail.contains("daily"_L1);
    const double share = QRandomGenerator::global()->generateDouble();
    const auto wait = isDaily
        ? m_timing.longestRetry
        : backoffDelay(m_failures++, share, m_timing.firstRetry, m_timing.longestRetry);
    m_pausedUntil = QDateTime::currentDateTimeUtc().addMSecs(wait.count());
    m_pauseReason = reasonOf(error);
    m_usedAtRefusal = isDaily ? std::optional(m_crm.status().apiUsed) : std::nullopt;
}

bool JournalFlow::isPaused(const QDateTime& now) const
{
    return m_pausedUntil.isValid() && m_pausedUntil > now;
}

void JournalFlow::endPause()
{
    m_pausedUntil = {};
    m_usedAtRefusal.reset();
}

//! What \p row waits for, if it is ready to go and nothing gets through.
void JournalFlow::sayPause(OutboxRow& row) const
{
    const bool isReady =
        row.state == OutboxRow::State::Queued || row.state == OutboxRow::State::Unknown;
    if (isReady && row.detail.isEmpty() && isPaused(QDateTime::currentDateTimeUtc()))
        row.detail = u"Waits until entries can be written again: %1"_s.arg(m_pauseReason);
}

void JournalFlow::schedule(const QDateTime& now)
{
    // As of the moment for which was asked what is due: what has become due since is not forgotten.
    const auto at = isPaused(now) ? m_pausedUntil : m_outbox.nextDue(now);
    if (!at.isValid())
        return m_next.stop();
    const auto wait = QDateTime::currentDateTimeUtc().msecsTo(at);
    m_next.start(std::chrono::milliseconds(std::max<qint64>(wait, 20)));
}

} // namespace companion
