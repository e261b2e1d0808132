// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/matchplan.h"
#include "app/core/ports/crmlink.h"
#include "tests/support/fakeanswers.h"

#include <QUrl>

#include <algorithm>

namespace companion::test {

//! \brief What stands in a Salesforce org; two FakeCrmLinks may share one, as two computers do.
struct FakeOrg
{
    struct Task
    {
        QString id;
        JournalEntry entry;
        QString description;
        QString outcome;
        QDateTime createdAt;
        bool isGone = false;
    };
    struct Record
    {
        CrmMatch match;
        bool isIndexed = true; //!< the search index has it: what lookUp() sees
    };

    QList<Task> tasks = {};
    QList<Record> records = {};
    int nextId = 1;

    [[nodiscard]] QList<Task> tasksOf(const QString& callObject, const QDateTime& since = {}) const
    {
        QList<Task> found;
        for (const auto& task : tasks)
            if (!task.isGone && task.entry.callObject == callObject
                && (!since.isValid() || task.createdAt >= since))
                found.append(task);
        return found;
    }
    [[nodiscard]] int taskCount() const
    {
        return static_cast<int>(std::count_if(tasks.cbegin(), tasks.cend(),
                                              [](const Task& task) { return !task.isGone; }));
    }
    Task* task(const QString& id)
    {
        const auto at = std::find_if(tasks.begin(), tasks.end(),
                                     [&id](const Task& task) { return task.id == id; });
        return at == tasks.end() || at->isGone ? nullptr : &*at;
    }
    QString makeId(const QString& prefix)
    {
        return prefix + QString::number(nextId++).rightJustified(15, u'0');
    }
    CrmMatch add(const QString& object, const QString& name, const QString& phone)
    {
        CrmMatch match{.record = {object, makeId(QStringLiteral("003"))},
                       .name = name,
                       .phone = phone,
                       .phones = {phone}};
        records.append({.match = match});
        return match;
    }
};

enum class CrmQuestion {
    SignIn,
    Resume,
    SignOut,
    LookUp,
    LookUpExactly,
    Search,
    Record,
    Fields,
    Create,
    WriteTasks,
    FindTask,
    FindTasks,
    FindPbxTask,
    AmendTask,
    RemoveTask,
    RemoveRecord,
    ChangedSince,
    Outcomes
};
inline size_t qHash(CrmQuestion question, size_t seed = 0)
{
    return ::qHash(static_cast<int>(question), seed);
}

//! \brief CrmLink to a FakeOrg, with answers as FakeAnswers lets a test have them.
class FakeCrmLink : public CrmLink
{
public:
    using Answers = FakeAnswers<CrmQuestion>;

    explicit FakeCrmLink(FakeOrg& theOrg) : org(theOrg) {}

    FakeOrg& org;
    Answers answers = {};
    std::function<std::optional<Error>(const JournalEntry&)> refusesTask = {};
    std::function<std::optional<Result<CreateAnswer>>(const NewRecord&)> answersCreate = {};
    QList<int> batchSizes = {}; //!< of writeTasks(), in order
    QList<NewRecord> created = {};
    QStringList forgotten = {}; //!< numbers whose answers were to be forgotten
    RecordNews news = {};
    QDateTime newsSince = {};
    QString pbxTask = {};
    QString host = QStringLiteral("https://acme.my.salesforce.com"); //!< empty: not known yet

    void connectAs(const QString& user = QStringLiteral("005A"),
                   const QString& email = QStringLiteral("jane@acme.example"))
    {
        m_status.state = LinkState::Connected;
        m_status.userId = user;
        m_status.email = email;
        m_status.organizationId = QStringLiteral("00D1");
        tell();
    }
    void setState(LinkState state)
    {
        m_status.state = state;
        tell();
    }
    void setOrganization(const QString& id)
    {
        m_status.organizationId = id;
        tell();
    }
    void setApiUse(qint64 used, qint64 most)
    {
        m_status.apiUsed = used;
        m_status.apiMax = most;
        tell();
    }
    void tell() { Q_EMIT statusChanged(m_status); }

    QFuture<Result<Done>> signIn(const CrmAccount&, const QString&) override;
    void cancelSignIn() override {}
    QFuture<Result<Done>> resume(const CrmAccount&) override;
    QFuture<Result<Done>> signOut() override;
    void reconnectNow() override {}
    [[nodiscard]] CrmStatus status() const override { return m_status; }

    QFuture<Result<LookupAnswer>> lookUp(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects) override;
    void forgetAnswer(const PhoneNumber& number) override { forgotten.append(number.key()); }
    QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number, const NumberRules& rules,
                                                const QStringList& objects) override;
    QFuture<Result<QList<CrmMatch>>> search(const QString& typed, const QStringList&) override;
    QFuture<Result<CrmMatch>> record(const RecordId& id) override;
    QFuture<Result<QList<CrmField>>> fieldsToCreate(const QString&) override;
    QFuture<Result<CreateAnswer>> create(const NewRecord& record) override;
    QFuture<Result<QList<Result<QString>>>> writeTasks(const QList<JournalEntry>& entries) override;
    QFuture<Result<QString>> findTask(const QString& callObject, const QDateTime& since) override;
    QFuture<Result<QList<FoundTask>>> findTasks(const QStringList& callObjects,
                                                const QDateTime& since) override;
    QFuture<Result<QString>> findPbxTask(const JournalEntry&) override;
    QFuture<Result<Done>> amendTask(const QString& taskId, const JournalEntry& entry) override;
    QFuture<Result<Done>> removeTask(const QString& taskId) override;
    QFuture<Result<Done>> removeRecord(const RecordId& id) override;
    QFuture<Result<RecordNews>> changedSince(const QString&, const QDateTime& since) override;
    QFuture<Result<QStringList>> outcomes() override;
    [[nodiscard]] QUrl recordUrl(const RecordId& id) const override
    {
        return page(QStringLiteral("/lightning/r/%1/%2/view").arg(id.object, id.id));
    }
    [[nodiscard]] QUrl searchPageUrl(const QString& term) const override
    {
        return page(QStringLiteral("/search/") + term);
    }
    [[nodiscard]] bool isOwnUrl(const QUrl& url) const override
    {
        return url.host() == u"acme.my.salesforce.com";
    }

private:
    [[nodiscard]] QUrl page(const QString& path) const
    {
        return host.isEmpty() ? QUrl() : QUrl(host + path);
    }
    [[nodiscard]] LookupAnswer matchesOf(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects, const QString& where,
                                         bool isIndexOnly) const;
    Result<CreateAnswer> make(const NewRecord& record);
    Result<QString> write(const JournalEntry& entry);

    CrmStatus m_status;
};

} // namespace companion::test
