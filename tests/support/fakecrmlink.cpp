// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecrmlink.h"

namespace companion::test {

QFuture<Result<Done>> FakeCrmLink::signIn(const CrmAccount&, const QString&)
{
    return answers.ask<Done>(this, CrmQuestion::SignIn, [] { return Done{}; });
}

QFuture<Result<Done>> FakeCrmLink::resume(const CrmAccount&)
{
    return answers.ask<Done>(this, CrmQuestion::Resume, [] { return Done{}; });
}

QFuture<Result<Done>> FakeCrmLink::signOut()
{
    return answers.ask<Done>(this, CrmQuestion::SignOut, [this] {
        m_status = {};
        tell();
        return Done{};
    });
}

QFuture<Result<LookupAnswer>>
FakeCrmLink::lookUp(const PhoneNumber& number, const NumberRules& rules, const QStringList& objects)
{
    return answers.ask<LookupAnswer>(this, CrmQuestion::LookUp, [&] {
        return matchesOf(number, rules, objects, QStringLiteral("sosl"), true);
    });
}

QFuture<Result<LookupAnswer>> FakeCrmLink::lookUpExactly(const PhoneNumber& number,
                                                         const NumberRules& rules,
                                                         const QStringList& objects)
{
    return answers.ask<LookupAnswer>(this, CrmQuestion::LookUpExactly, [&] {
        return matchesOf(number, rules, objects, QStringLiteral("soql"), false);
    });
}

QFuture<Result<QList<CrmMatch>>> FakeCrmLink::search(const QString& typed, const QStringList&)
{
    return answers.ask<QList<CrmMatch>>(this, CrmQuestion::Search, [&] {
        QList<CrmMatch> found;
        for (const auto& record : org.records)
            if (record.match.name.contains(typed, Qt::CaseInsensitive))
                found.append(record.match);
        return found;
    });
}

QFuture<Result<CrmMatch>> FakeCrmLink::record(const RecordId& id)
{
    return answers.ask<CrmMatch>(this, CrmQuestion::Record, [&]() -> Result<CrmMatch> {
        for (const auto& record : org.records)
            if (record.match.record == id)
                return record.match;
        return Error{Error::Kind::NotFound, QStringLiteral("gone")};
    });
}

QFuture<Result<QList<CrmField>>> FakeCrmLink::fieldsToCreate(const QString&)
{
    return answers.ask<QList<CrmField>>(this, CrmQuestion::Fields,
                                        [] { return QList<CrmField>{}; });
}

QFuture<Result<CreateAnswer>> FakeCrmLink::create(const NewRecord& record)
{
    return answers.ask<CreateAnswer>(this, CrmQuestion::Create,
                                     [&]() -> Result<CreateAnswer> { return make(record); });
}

QFuture<Result<QList<Result<QString>>>> FakeCrmLink::writeTasks(const QList<JournalEntry>& entries)
{
    batchSizes.append(static_cast<int>(entries.size()));
    return answers.ask<QList<Result<QString>>>(this, CrmQuestion::WriteTasks, [&] {
        QList<Result<QString>> ids;
        for (const auto& entry : entries)
            ids.append(write(entry));
        return ids;
    });
}

QFuture<Result<QString>> FakeCrmLink::findTask(const QString& callObject, const QDateTime& since)
{
    return answers.ask<QString>(this, CrmQuestion::FindTask, [&] {
        const auto found = org.tasksOf(callObject, since);
        return found.isEmpty() ? QString() : found.constFirst().id;
    });
}

QFuture<Result<QList<FoundTask>>> FakeCrmLink::findTasks(const QStringList& callObjects,
                                                         const QDateTime& since)
{
    return answers.ask<QList<FoundTask>>(this, CrmQuestion::FindTasks, [&] {
        QList<FoundTask> found;
        for (const auto& key : callObjects)
            for (const auto& task : org.tasksOf(key, since))
                found.append({key, task.id, task.createdAt});
        return found;
    });
}

QFuture<Result<QString>> FakeCrmLink::findPbxTask(const JournalEntry&)
{
    return answers.ask<QString>(this, CrmQuestion::FindPbxTask, [this] { return pbxTask; });
}

QFuture<Result<Done>> FakeCrmLink::amendTask(const QString& taskId, const JournalEntry& entry)
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

QFuture<Result<Done>> FakeCrmLink::removeTask(const QString& taskId)
{
    return answers.ask<Done>(this, CrmQuestion::RemoveTask, [&]() -> Result<Done> {
        auto* task = org.task(taskId);
        if (!task)
            return Error{Error::Kind::NotFound, QStringLiteral("gone")};
        task->isGone = true;
        return Done{};
    });
}

QFuture<Result<Done>> FakeCrmLink::removeRecord(const RecordId& id)
{
    return answers.ask<Done>(this, CrmQuestion::RemoveRecord, [&]() -> Result<Done> {
        org.records.removeIf(
            [&id](const FakeOrg::Record& record) { return record.match.record == id; });
        return Done{};
    });
}

QFuture<Result<RecordNews>> FakeCrmLink::changedSince(const QString&, const QDateTime& since)
{
    newsSince = since;
    return answers.ask<RecordNews>(this, CrmQuestion::ChangedSince, [this] { return news; });
}

QFuture<Result<QStringList>> FakeCrmLink::outcomes()
{
    return answers.ask<QStringList>(this, CrmQuestion::Outcomes, [] { return QStringList{}; });
}

LookupAnswer FakeCrmLink::matchesOf(const PhoneNumber& number, const NumberRules& rules,
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

Result<CreateAnswer> FakeCrmLink::make(const NewRecord& record)
{
    created.append(record);
    if (answersCreate)
        if (const auto answer = answersCreate(record))
            return *answer;
    const QString name = record.fields.value(QStringLiteral("FirstName")) + u' '
        + record.fields.value(QStringLiteral("LastName"));
    const auto match = org.add(record.object, name, record.fields.value(QStringLiteral("Phone")));
    org.records.last().isIndexed = false; // the search index lags behind
    return CreateAnswer{.created = match};
}

Result<QString> FakeCrmLink::write(const JournalEntry& entry)
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

} // namespace companion::test
