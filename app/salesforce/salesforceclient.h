// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"
#include "app/core/ports/secretstore.h"
#include "app/net/httptransport.h"
#include "app/salesforce/callerlookup.h"
#include "app/salesforce/describecache.h"
#include "app/salesforce/orgsession.h"
#include "app/salesforce/recordcreation.h"
#include "app/salesforce/recordsearch.h"
#include "app/salesforce/taskjournal.h"
#include "app/salesforce/timing.h"

namespace companion::salesforce {

//! \brief Salesforce as the rest of the companion sees it: one session, and what is asked by it.
class SalesforceClient : public CrmLink
{
    Q_OBJECT

public:
    SalesforceClient(HttpTransport& http, SecretStore& secrets, QObject* parent = nullptr);
    SalesforceClient(HttpTransport& http, SecretStore& secrets, const Timing& timing,
                     QObject* parent = nullptr);

    QFuture<Result<Done>> signIn(const CrmAccount& account, const QString& secret) override;
    void cancelSignIn() override;
    QFuture<Result<Done>> resume(const CrmAccount& account) override;
    QFuture<Result<Done>> signOut() override;
    void reconnectNow() override;
    [[nodiscard]] CrmStatus status() const override;

    QFuture<Result<LookupAnswer>> lookUp(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects) override;
    void forgetAnswer(const PhoneNumber& number) override;
    QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number, const NumberRules& rules,
                                                const QStringList& objects) override;
    QFuture<Result<QList<CrmMatch>>> search(const QString& typed,
                                            const QStringList& objects) override;
    QFuture<Result<CrmMatch>> record(const RecordId& id) override;
    QFuture<Result<RecordNews>> changedSince(const QString& object,
                                             const QDateTime& since) override;

    QFuture<Result<QList<CrmField>>> fieldsToCreate(const QString& object) override;
    QFuture<Result<CreateAnswer>> create(const NewRecord& record) override;
    QFuture<Result<Done>> removeRecord(const RecordId& record) override;

    QFuture<Result<QList<Result<QString>>>> writeTasks(const QList<JournalEntry>& entries) override;
    QFuture<Result<QString>> findTask(const QString& callObject, const QDateTime& since) override;
    QFuture<Result<QList<FoundTask>>> findTasks(const QStringList& callObjects,
                                                const QDateTime& since) override;
    QFuture<Result<QString>> findPbxTask(const JournalEntry& entry) override;
    QFuture<Result<Done>> amendTask(const QString& taskId, const JournalEntry& entry) override;
    QFuture<Result<Done>> removeTask(const QString& taskId) override;
    QFuture<Result<QStringList>> outcomes() override;

    [[nodiscard]] QUrl recordUrl(const RecordId& id) const override;
    [[nodiscard]] QUrl searchPageUrl(const QString& term) const override;
    [[nodiscard]] bool isOwnUrl(const QUrl& url) const override;

private:
    void onIntroduced(const OrgFacts& facts);
    void onStatus(const CrmStatus& status);

    OrgSession m_org;
    DescribeCache m_describes;
    CallerLookup m_lookup;
    RecordSearch m_search;
    RecordCreation m_creation;
    TaskJournal m_tasks;
};

} // namespace companion::salesforce
