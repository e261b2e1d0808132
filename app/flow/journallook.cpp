// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether an entry stands in the CRM already, and what is done about one that stands there twice.
#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"
#include "app/flow/journalfailure.h"
#include "app/flow/journalflow.h"

#include <algorithm>
#include <utility>

namespace companion {

namespace {

    //! From when on an entry of these calls may stand in the CRM: reckoned from the calls, for this
    //! computer may have been off for months since it sent them. A day is for clocks that differ.
    QDateTime writtenSince(const QList<OutboxRow>& rows)
    {
        auto since = QDateTime::currentDateTimeUtc();
        for (const auto& row : rows) {
            if (!row.entry.startedAt.isValid())
                return {};
            since = std::min(since, row.entry.startedAt);
        }
        return since.toUTC().addDays(-1);
    }

} // namespace

void JournalFlow::look(const QList<OutboxRow>& rows)
{
    QStringList keys;
    for (const auto& row : rows)
        keys.append(row.entry.callObject);
    async::onReady(m_crm.findTasks(keys, writtenSince(rows)), this,
                   [this, rows](const Result<QList<FoundTask>>& found) {
                       if (found) {
                           m_failures = 0;
                           return takeFound(rows, *found);
                       }
                       if (found.error().kind == Error::Kind::Unsupported) {
                           auto checked = rows;
                           checked.removeIf([](const OutboxRow& row) { return !row.isUnchecked; });
                           for (auto& row : checked)
                               row.isUnchecked = false;
                           return settle(checked,
                                         [this, rows, isAll = checked.size() == rows.size()] {
                                             return isAll ? next() : lookForOne(rows.constFirst());
                                         });
                       }
                       if (isOfTheWay(found.error())) {
                           pause(found.error());
                           return next();
                       }
                       auto later = rows;
                       for (auto& row : later)
                           postpone(row, row.state, found.error());
                       settle(later, [this] { next(); });
                   });
}

void JournalFlow::lookForOne(const OutboxRow& row)
{
    async::onReady(m_crm.findTask(row.entry.callObject, writtenSince({row})), this,
                   [this, row](const Result<QString>& task) {
                       if (task) {
                           m_failures = 0;
                           return takeFound({row},
                                            task->isEmpty()
                                                ? QList<FoundTask>{}
                                                : QList<FoundTask>{{row.entry.callObject, *task}});
                       }
                       if (isOfTheWay(task.error())) {
                           pause(task.error());
                       } else {
                           auto later = row;
                           postpone(later, row.state, task.error());
                           store({later});
                       }
                       next();
                   });
}

void JournalFlow::takeFound(const QList<OutboxRow>& rows, const QList<FoundTask>& found)
{
    QHash<QString, QList<FoundTask>> byKey;
    for (const auto& task : found)
        byKey[task.callObject].append(task);
    QList<OutboxRow> settled;
    QList<journalsteps::Second> seconds;
    for (const auto& row : rows) {
        auto finding = journalsteps::looked(row, byKey.value(row.entry.callObject));
        seconds += finding.seconds;
        if (finding.isSecond)
            continue;
        noteTwin(row, finding.isTwin);
        if (finding.row.isUnchecked)
            lookAgainLater(finding.row);
        settled.append(finding.row);
    }
    settle(settled, [this, seconds] { removeSeconds(seconds); });
}

void JournalFlow::lookAgainLater(OutboxRow& row) const
{
    row.attempts = std::max(row.attempts + 1, 2);
    const auto wait =
        backoffDelay(row.attempts - 2, 0, m_timing.checkAfter * 2, m_timing.longestRetry);
    row.notBefore = QDateTime::currentDateTimeUtc().addMSecs(wait.count());
}

void JournalFlow::noteTwin(const OutboxRow& row, bool isOthers)
{
    const auto call = isOthers ? m_store.find(row.call) : std::nullopt;
    // A group's entry is shared by all its agents and tells nothing.
    m_hasTwin = m_hasTwin || (call && callObjectOf(call->call) == row.entry.callObject);
}

void JournalFlow::removeSeconds(QList<journalsteps::Second> seconds)
{
    // All who wrote this call agree on which of its entries is the first; the writer of a later one
    // takes it away again and adds its note to the first.
    if (seconds.isEmpty())
        return next();
    const auto second = seconds.takeFirst();
    async::onReady(
        m_crm.removeTask(second.id), this, [this, second, seconds](const Result<Done>& removed) {
            auto row = second.row;
            const bool isGone = removed || removed.error().kind == Error::Kind::NotFound;
            if (!isGone)
                qCWarning(lcJournal) << "a second entry of one call stays:" << removed.error().code
                                     << removed.error().detail;
            if (second.id == row.taskId) {
                noteTwin(row, true);
                if (isGone) {
                    row = journalsteps::asTheirs(row);
                    row.taskId = second.first;
                    row.isUnchecked = false;
                } else if (helpsToWait(removed.error())) {
                    postpone(row, row.state, removed.error());
                    row.detail.clear();
                } else {
                    row.isUnchecked = false;
                }
                store({row});
                amendFresh(row);
            } else if (!isGone && !helpsToWait(removed.error())) {
                // It may not be taken away: looked at no more.
                if (auto now = m_outbox.findByCall(row.call); now && now->isUnchecked) {
                    now->isUnchecked = false;
                    store({*now});
                }
            }
            removeSeconds(seconds);
        });
}

} // namespace companion
