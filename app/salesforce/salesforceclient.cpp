// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/salesforceclient.h"

#include "app/salesforce/addresses.h"

namespace companion::salesforce {

SalesforceClient::SalesforceClient(HttpTransport& http, SecretStore& secrets, QObject* parent)
    : SalesforceClient(http, secrets, Timing{}, parent)
{}

SalesforceClient::SalesforceClient(HttpTransport& http, SecretStore& secrets, const Timing& timing,
                                   QObject* parent)
    : CrmLink(parent)
    , m_org(http, secrets, timing)
    , m_describes(m_org, timing)
    , m_lookup(m_org, m_describes, timing)
    , m_search(m_org, m_describes, timing)
    , m_creation(m_org, m_describes, timing)
    , m_tasks(m_org, m_describes, timing)
{
    connect(&m_org, &OrgSession::introduced, this, &SalesforceClient::onIntroduced);
    connect(&m_org, &OrgSession::statusChanged, this, &SalesforceClient::onStatus);
    connect(&m_org, &OrgSession::browserRequested, this, &CrmLink::browserRequested);
    connect(&m_creation, &RecordCreation::created, &m_lookup, &CallerLookup::noteCreated);
    connect(&m_creation, &RecordCreation::removed, &m_lookup, &CallerLookup::forgetRecord);
}

void SalesforceClient::onIntroduced(const OrgFacts& facts)
{
    // Another user, or another org: nothing of what was known is good any more.
    m_describes.clear();
    m_lookup.clear();
    m_describes.take(facts.shapes);
    m_tasks.setClosedStatus(facts.closedStatus);
}

void SalesforceClient::onStatus(const CrmStatus& status)
{
    if (status.state == LinkState::SignedOut) {
        m_describes.clear();
        m_lookup.clear();
    }
    Q_EMIT statusChanged(status);
}

QFuture<Result<Done>> SalesforceClient::signIn(const CrmAccount& account, const QString& secret)
{
    return m_org.signIn(account, secret);
}

void SalesforceClient::cancelSignIn()
{
    m_org.cancelSignIn();
}

QFuture<Result<Done>> SalesforceClient::resume(const CrmAccount& account)
{
    return m_org.resume(account);
}

QFuture<Result<Done>> SalesforceClient::signOut()
{
    return m_org.signOut();
}

void SalesforceClient::reconnectNow()
{
    m_org.reconnectNow();
}

CrmStatus SalesforceClient::status() const
{
    return m_org.status();
}

QFuture<Result<LookupAnswer>> SalesforceClient::lookUp(const PhoneNumber& number,
                                                       const NumberRules& rules,
                                                       const QStringList& objects)
{
    return m_lookup.lookUp(number, rules, objects);
}

void SalesforceClient::forgetAnswer(const PhoneNumber& number)
{
    m_lookup.forgetAnswer(number);
}

QFuture<Result<LookupAnswer>> SalesforceClient::lookUpExactly(const PhoneNumber& number,
                                                              const NumberRules& rules,
                                                              const QStringList& objects)
{
    return m_lookup.lookUpExactly(number, rules, objects);
}

QFuture<Result<QList<CrmMatch>>> SalesforceClient::search(const QString& typed,
                                                          const QStringList& objects)
{
    return m_search.search(typed, objects);
}

QFuture<Result<CrmMatch>> SalesforceClient::record(const RecordId& id)
{
    return m_search.record(id);
}

QFuture<Result<RecordNews>> SalesforceClient::changedSince(const QString& object,
                                                           const QDateTime& since)
{
    return m_search.changedSince(object, since);
}

QFuture<Result<QList<CrmField>>> SalesforceClient::fieldsToCreate(const QString& object)
{
    return m_creation.fieldsToCreate(object);
}

QFuture<Result<CreateAnswer>> SalesforceClient::create(const NewRecord& record)
{
    return m_creation.create(record);
}

QFuture<Result<Done>> SalesforceClient::removeRecord(const RecordId& record)
{
    return m_creation.remove(record);
}

QFuture<Result<QList<Result<QString>>>>
SalesforceClient::writeTasks(const QList<JournalEntry>& entries)
{
    return m_tasks.write(entries);
}

QFuture<Result<QString>> SalesforceClient::findTask(const QString& callObject,
                                                    const QDateTime& since)
{
    return m_tasks.find(callObject, since);
}

QFuture<Result<QList<FoundTask>>> SalesforceClient::findTasks(const QStringList& callObjects,
                                                              const QDateTime& since)
{
    return m_tasks.find(callObjects, since);
}

QFuture<Result<QString>> SalesforceClient::findPbxTask(const JournalEntry& entry)
{
    return m_tasks.findPbxTask(entry);
}

QFuture<Result<Done>> SalesforceClient::amendTask(const QString& taskId, const JournalEntry& entry)
{
    return m_tasks.amend(taskId, entry);
}

QFuture<Result<Done>> SalesforceClient::removeTask(const QString& taskId)
{
    return m_tasks.remove(taskId);
}

QFuture<Result<QStringList>> SalesforceClient::outcomes()
{
    return m_tasks.outcomes();
}

QUrl SalesforceClient::recordUrl(const RecordId& id) const
{
    return salesforce::recordUrl(m_org.instance(), id);
}

QUrl SalesforceClient::searchPageUrl(const QString& term) const
{
    return salesforce::searchPageUrl(m_org.instance(), term);
}

bool SalesforceClient::isOwnUrl(const QUrl& url) const
{
    return salesforce::isOwnUrl(m_org.instance(), url);
}

} // namespace companion::salesforce
