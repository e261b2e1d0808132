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

    [[nodiscard]] QList<Task> tasksOf(const QString& callObject) const
    {
        QList<Task> found;
        for (const auto& task : tasks)
            if (!task.isGone && task.entry.callObject == callObject)
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
        const CrmMatch match{.record = {object, makeId(QStringLiteral("003"))},
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
    QString host = QStringLiteral("https://acme.my.salesforce.com");

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

    QFuture<Result<Done>> signIn(const CrmAccount&, const QString&) override
    {
        return answers.ask<Done>(this, CrmQuestion::SignIn, [] { return Done{}; });
    }
    void cancelSignIn() override {}
    QFuture<Result<Done>> resume(const CrmAccount&) override
    {
        return answers.ask<Done>(this, CrmQuestion::Resume, [] { return Done{}; });
    }
    QFuture<Result<Done>> signOut() override
    {
        return answers.ask<Done>(this, CrmQuestion::SignOut, [this] {
            m_status = {};
            tell();
            return Done{};
        });
    }
    void reconnectNow() override {}
    [[nodiscard]] CrmStatus status() const override { return m_status; }

    QFuture<Result<LookupAnswer>> lookUp(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects) override
    {
        return answers.ask<LookupAnswer>(this, CrmQuestion::LookUp, [&] {
            return matchesOf(number, rules, objects, QStringLiteral("sosl"), true);
        });
    }
    void forgetAnswer(const PhoneNumber& number) override { forgotten.append(number.key()); }
    QFuture<Result<LookupAnswer>> lookUpExactly(const PhoneNumber& number, const NumberRules& rules,
                                                const QStringList& objects) override
    {
        return answers.ask<LookupAnswer>(this, CrmQuestion::LookUpExactly, [&] {
            return matchesOf(number, rules, objects, QStringLiteral("soql"), false);
        });
    }
    QFuture<Result<QList<CrmMatch>>> search(const QString& typed, const QStringList&) override
    {
        return answers.ask<QList<CrmMatch>>(this, CrmQuestion::Search, [&] {
            QList<CrmMatch> found;
            for (const auto& record : org.records)
                if (record.match.name.contains(typed, Qt::CaseInsensitive))
                    found.append(record.match);
            return found;
        });
    }
    QFuture<Result<CrmMatch>> record(const RecordId& id) override
    {
        return answers.ask<CrmMatch>(this, CrmQuestion::Record, [&]() -> Result<CrmMatch> {
            for (const auto& record : org.records)
                if (record.match.record == id)
                    return record.match;
            return Error{Error::Kind::NotFound, QStringLiteral("gone")};
        });
    }
    QFuture<Result<QList<CrmField>>> fieldsToCreate(const QString&) override
    {
        return answers.ask<QList<CrmField>>(this, CrmQuestion::Fields,
                                            [] { return QList<CrmField>{}; });
    }
    QFuture<Result<CreateAnswer>> create(const NewRecord& record) override
    {
        return answers.ask<CreateAnswer>(this, CrmQuestion::Create,
                                         [&]() -> Result<CreateAnswer> { return make(record); });
    }
    QFuture<Result<QList<Result<QString>>>> writeTasks(const QList<JournalEntry>& entries) override
    {
        batchSizes.append(static_cast<int>(entries.size()));
        return answers.ask<QList<Result<QString>>>(this, CrmQuestion::WriteTasks, [&] {
            QList<Result<QString>> ids;
            for (const auto& entry : entries)
                ids.append(write(entry));
            return ids;
        });
    }
    QFuture<Result<QString>> findTask(const QString& callObject) override
    {
        return answers.ask<QString>(this, CrmQuestion::FindTask, [&] {
            const auto found = org.tasksOf(callObject);
            return found.isEmpty() ? QString() : found.constFirst().id;
        });
    }
    QFuture<Result<QList<FoundTask>>> findTasks(const QStringList& callObjects) override
    {
        return answers.ask<QList<FoundTask>>(this, CrmQuestion::FindTasks, [&] {
            QList<FoundTask> found;
            for (const auto& key : callObjects)
                for (const auto& task : org.tasksOf(key))
                    found.append({key, task.id, task.createdAt});
            return found;
        });
    }
    QFuture<Result<QString>> findPbxTask(const JournalEntry&) override
    {
        return answers.ask<QString>(this, CrmQuestion::FindPbxTask, [this] { return pbxTask; });
    }
    QFuture<Result<Done>> amendTask(const QString& taskId, const JournalEntry& entry) override
    {
        return answers.ask<Done>(this, CrmQuestion::AmendTask, [&]() -> Result<Done> {
            auto* task = org.task(taskId);
            if (!task)
                return Error{Error::Kind::NotFound, QStringLiteral("gone")};
            const auto put = [task](const QString& text, const QString& written) {
                if (text.isEmpty() || task->description.contains(text))
                    return;
                if (!written.isEmpty() && task->description.contains(written))
                    task->description.replace(written, text);
                else
                    task->description += u'\n' + text;
            };
            put(entry.note, entry.writtenNote);
            put(entry.recording, entry.writtenRecording);
            if (!entry.outcome.isEmpty())
                task->outcome = entry.outcome;
            if (entry.hasMoved)
                task->entry.record = entry.record;
            return Done{};
        });
    }
    QFuture<Result<Done>> removeTask(const QString& taskId) override
    {
        return answers.ask<Done>(this, CrmQuestion::RemoveTask, [&]() -> Result<Done> {
            auto* task = org.task(taskId);
            if (!task)
                return Error{Error::Kind::NotFound, QStringLiteral("gone")};
            task->isGone = true;
            return Done{};
        });
    }
    QFuture<Result<Done>> removeRecord(const RecordId& id) override
    {
        return answers.ask<Done>(this, CrmQuestion::RemoveRecord, [&]() -> Result<Done> {
            org.records.removeIf(
                [&id](const FakeOrg::Record& record) { return record.match.record == id; });
            return Done{};
        });
    }
    QFuture<Result<RecordNews>> changedSince(const QString&, const QDateTime& since) override
    {
        newsSince = since;
        return answers.ask<RecordNews>(this, CrmQuestion::ChangedSince, [this] { return news; });
    }
    QFuture<Result<QStringList>> outcomes() override
    {
        return answers.ask<QStringList>(this, CrmQuestion::Outcomes, [] { return QStringList{}; });
    }
    [[nodiscard]] QUrl recordUrl(const RecordId& id) const override
    {
        return QUrl(host + QStringLiteral("/lightning/r/%1/%2/view").arg(id.object, id.id));
    }
    [[nodiscard]] QUrl searchPageUrl(const QString& term) const override
    {
        return QUrl(host + QStringLiteral("/search/") + term);
    }
    [[nodiscard]] bool isOwnUrl(const QUrl& url) const override
    {
        return url.host() == u"acme.my.salesforce.com";
    }

private:
    [[nodiscard]] LookupAnswer matchesOf(const PhoneNumber& number, const NumberRules& rules,
                                         const QStringList& objects, const QString& where,
                                         bool isIndexOnly) const
    {
        LookupAnswer answer{.matches = {}, .asked = {{where, 1}}};
        for (const auto& record : org.records)
            if (objects.contains(record.match.record.object) && (record.isIndexed || !isIndexOnly)
                && number.matches(record.match.phone, rules))
                answer.matches.append(record.match);
        return answer;
    }
    Result<CreateAnswer> make(const NewRecord& record)
    {
        created.append(record);
        if (answersCreate)
            if (const auto answer = answersCreate(record))
                return *answer;
        const QString name = record.fields.value(QStringLiteral("FirstName")) + u' '
            + record.fields.value(QStringLiteral("LastName"));
        const auto match =
            org.add(record.object, name, record.fields.value(QStringLiteral("Phone")));
        org.records.last().isIndexed = false; // the search index lags behind
        return CreateAnswer{.created = match};
    }
    Result<QString> write(const JournalEntry& entry)
    {
        if (refusesTask)
            if (const auto error = refusesTask(entry))
                return *error;
        const QString id = org.makeId(QStringLiteral("00T"));
        org.tasks.append({.id = id,
                          .entry = entry,
                          .description = entry.description,
                          .outcome = entry.outcome,
                          .createdAt = QDateTime::currentDateTimeUtc()});
        return id;
    }

    CrmStatus m_status;
};

} // namespace companion::test
