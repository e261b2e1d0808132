// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/salesforce/describecache.h"

#include <QObject>

namespace companion::salesforce {

//! \brief Calls as Tasks (salesforce-api.md 5): written, found again, added to.
class TaskJournal : public QObject
{
    Q_OBJECT

public:
    TaskJournal(OrgSession& org, DescribeCache& describes, const Timing& timing,
                QObject* parent = nullptr);

    void setClosedStatus(const QString& status) { m_closedStatus = status; }

    QFuture<Result<QList<Result<QString>>>> write(const QList<JournalEntry>& entries);
    QFuture<Result<QString>> find(const QString& callObject, const QDateTime& since);
    QFuture<Result<QList<FoundTask>>> find(const QStringList& callObjects, const QDateTime& since);
    QFuture<Result<QString>> findPbxTask(const JournalEntry& entry);
    QFuture<Result<Done>> amend(const QString& taskId, const JournalEntry& entry);
    QFuture<Result<Done>> remove(const QString& taskId);
    QFuture<Result<QStringList>> outcomes();

private:
    struct Writing;
    using WritingPtr = std::shared_ptr<Writing>;
    struct Amending;
    using AmendingPtr = std::shared_ptr<Amending>;

    void writeNext(const WritingPtr& writing);
    void onWritten(const WritingPtr& writing, const QList<qsizetype>& rows,
                   const Result<HttpReply>& reply);
    void readTask(const AmendingPtr& amending);
    void changeTask(const AmendingPtr& amending, const QJsonObject& changes);

    OrgSession& m_org;
    DescribeCache& m_describes;
    Timing m_timing;
    QString m_closedStatus = QStringLiteral("Completed");
};

} // namespace companion::salesforce
