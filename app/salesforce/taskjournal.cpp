// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/taskjournal.h"

#include "app/core/backoff.h"
#include "app/salesforce/addresses.h"
#include "app/salesforce/lookupquery.h"
#include "app/salesforce/replies.h"
#include "app/salesforce/taskfields.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace companion::salesforce {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr qsizetype mostRows = 200; // of one collections request, salesforce-api.md 3.7
    constexpr qsizetype mostQueries = 5; // of one composite request, 3.8
    constexpr int mostTries = 3; // at a row that others are writing, 2.2

    QString task()
    {
        return u"Task"_s;
    }

    bool isMisfit(const Error& error)
    {
        return error.code == "INVALID_FIELD"_L1
            || error.code == "INVALID_FIELD_FOR_INSERT_UPDATE"_L1;
    }

    Result<QString> readRow(const QJsonValue& row)
    {
        const QString id = row["id"_L1].toString();
        if (row["success"_L1].toBool() && isRecordId(id))
            return id;
        const auto error = row["errors"_L1][0].toObject();
        if (error.isEmpty())
            return Error{Error::Kind::Malformed, u"row without id and error"_s};
        return toError(400, error);
    }

    FoundTask toFound(const QJsonValue& row)
    {
        return {.callObject = row["CallObject"_L1].toString(),
                .id = row["Id"_L1].toString(),
                .createdAt =
                    QDateTime::fromString(row["CreatedDate"_L1].toString(), Qt::ISODateWithMs)};
    }

} // namespace

struct TaskJournal::Writing
{
    QList<JournalEntry> entries;
    QList<Result<QString>> results = {};
    QList<qsizetype> open = {}; //!< rows still to be sent
    QList<qsizetype> misfits = {}; //!< refused for a field, to be sent without it
    bool hasAnswer = false;
    bool wasReread = false;
    async::Promise<QList<Result<QString>>> promise = {};
};

struct TaskJournal::Amending
{
    QString taskId;
    JournalEntry entry;
    int tries = 0;
    async::Promise<Done> promise = {};
};

TaskJournal::TaskJournal(OrgSession& org, DescribeCache& describes, const Timing& timing,
                         QObject* parent)
    : QObject(parent), m_org(org), m_describes(describes), m_timing(timing)
{}

QFuture<Result<QList<Result<QString>>>> TaskJournal::write(const QList<JournalEntry>& entries)
{
    auto writing = std::make_shared<Writing>(Writing{.entries = entries});
    const QString org = m_org.status().organizationId;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto& entry = entries.at(i);
        const bool isForeign = !entry.organizationId.isEmpty() && !org.isEmpty()
            && entry.organizationId.left(15) != org.left(15);
        writing->results.append(
            isForeign ? Error{Error::Kind::Rejected, u"belongs to another org"_s, u"other_org"_s}
                      : Error{Error::Kind::Malformed, u"fewer answers than entries"_s});
        if (!isForeign)
            writing->open.append(i);
    }
    writeNext(writing);
    return writing->promise.future();
}

void TaskJournal::writeNext(const WritingPtr& writing)
{
    if (writing->open.isEmpty()) {
        if (writing->misfits.isEmpty() || std::exchange(writing->wasReread, true))
            return writing->promise.finish(writing->results);
        writing->open = std::exchange(writing->misfits, {});
        async::onReady(m_describes.reread({task()}), this,
                       [this, writing](const Result<ShapesAnswer>&) { writeNext(writing); });
        return;
    }
    async::onReady(
        m_describes.shapes({task()}), this, [this, writing](const Result<ShapesAnswer>& answer) {
            const auto shape = answer ? answer->shapes.value(task()) : ObjectShape{};
            const auto rows = writing->open.mid(0, mostRows);
            writing->open = writing->open.mid(rows.size());
            QJsonArray records;
            for (const auto row : rows) {
                auto fields = taskFields(writing->entries.at(row), shape, m_closedStatus);
                fields.insert(u"attributes"_s, QJsonObject{{u"type"_s, task()}});
                records.append(fields);
            }
            const OrgRequest request{
                .method = "POST",
                .path = u"composite/sobjects"_s,
                .body = QJsonObject{{u"allOrNone"_s, false}, {u"records"_s, records}},
                .timeout = 60s};
            async::onReady(m_org.send(request), this,
                           [this, writing, rows](const Result<HttpReply>& reply) {
                               onWritten(writing, rows, reply);
                           });
        });
}

void TaskJournal::onWritten(const WritingPtr& writing, const QList<qsizetype>& rows,
                            const Result<HttpReply>& reply)
{
    const auto json = readReply(reply);
    if (!json && !writing->hasAnswer && writing->open.isEmpty())
        return writing->promise.finish(json.error());
    writing->hasAnswer = true;
    const auto answers = json ? json->toArray() : QJsonArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto row = rows.at(i);
        if (!json)
            writing->results[row] = json.error();
        else if (i < answers.size())
            writing->results[row] = readRow(answers.at(i));
        if (const auto& result = writing->results.at(row);
            !result && isMisfit(result.error()) && !writing->wasReread)
            writing->misfits.append(row);
    }
    writeNext(writing);
}

QFuture<Result<QList<FoundTask>>> TaskJournal::find(const QStringList& callObjects,
                                                    const QDateTime& since)
{
    const auto questions = taskQuestions(callObjects, since);
    if (questions.isEmpty())
        return async::ready<QList<FoundTask>>(QList<FoundTask>{});
    if (questions.size() > mostQueries) // half an answer would pass for "not there"
        return async::ready<QList<FoundTask>>(
            Error{Error::Kind::Malformed, u"too many calls in one question"_s});
    QJsonArray parts;
    for (const auto& question : questions)
        parts.append(queryPart(u"tasks%1"_s.arg(parts.size()), question, m_org.versionPath()));
    auto promise = std::make_shared<async::Promise<QList<FoundTask>>>();
    const OrgRequest request{
        .method = "POST",
        .path = u"composite"_s,
        .body = QJsonObject{{u"allOrNone"_s, false}, {u"compositeRequest"_s, parts}},
        .timeout = 30s};
    async::onReady(m_org.send(request), this,
                   [promise, count = parts.size()](const Result<HttpReply>& reply) {
                       const auto composite = readReply(reply);
                       if (!composite)
                           return promise->finish(composite.error());
                       QList<FoundTask> found;
                       for (qsizetype i = 0; i < count; ++i) {
                           const auto part = readPart(*composite, u"tasks%1"_s.arg(i));
                           if (!part) // "not there" must be certain
                               return promise->finish(part.error());
                           for (const auto& row : (*part)["records"_L1].toArray())
                               found.append(toFound(row));
                       }
                       promise->finish(found);
                   });
    return promise->future();
}

QFuture<Result<QString>> TaskJournal::find(const QString& callObject, const QDateTime& since)
{
    auto promise = std::make_shared<async::Promise<QString>>();
    async::onReady(find(QStringList{callObject}, since), this,
                   [promise](const Result<QList<FoundTask>>& found) {
                       if (!found)
                           return promise->finish(found.error());
                       promise->finish(found->isEmpty() ? QString() : found->constFirst().id);
                   });
    return promise->future();
}

QFuture<Result<QString>> TaskJournal::findPbxTask(const JournalEntry& entry)
{
    const QString question = pbxTaskQuestion(entry);
    if (question.isEmpty())
        return async::ready<QString>(QString());
    auto promise = std::make_shared<async::Promise<QString>>();
    const OrgRequest request{
        .path = u"query"_s, .query = {{u"q"_s, question}}, .timeout = m_timing.question};
    async::onReady(m_org.send(request), this, [promise, entry](const Result<HttpReply>& reply) {
        const auto json = readReply(reply);
        if (!json)
            return promise->finish(json.error());
        for (const auto& row : (*json)["records"_L1].toArray()) // the latest comes first
            if (isPbxTaskOf(row.toObject(), entry))
                return promise->finish(row["Id"_L1].toString());
        promise->finish(QString());
    });
    return promise->future();
}

QFuture<Result<Done>> TaskJournal::amend(const QString& taskId, const JournalEntry& entry)
{
    if (!isRecordId(taskId))
        return async::ready<Done>(Error{Error::Kind::NotFound, u"no such task"_s});
    auto amending = std::make_shared<Amending>(Amending{.taskId = taskId, .entry = entry});
    readTask(amending);
    return amending->promise.future();
}

void TaskJournal::readTask(const AmendingPtr& amending)
{
    const OrgRequest request{
        .path = u"sobjects/Task/"_s + amending->taskId,
        .query = {{u"fields"_s, u"Id,Description,CallDisposition,WhoId,WhatId"_s}}};
    async::onReady(m_org.send(request), this, [this, amending](const Result<HttpReply>& reply) {
        const auto json = readReply(reply);
        if (!json)
            return amending->promise.finish(json.error());
        const auto changes = taskChanges(json->toObject(), amending->entry);
        if (changes.isEmpty())
            return amending->promise.finish(Done{});
        changeTask(amending, changes);
    });
}

void TaskJournal::changeTask(const AmendingPtr& amending, const QJsonObject& changes)
{
    const OrgRequest request{
        .method = "PATCH", .path = u"sobjects/Task/"_s + amending->taskId, .body = changes};
    async::onReady(m_org.send(request), this, [this, amending](const Result<HttpReply>& reply) {
        const auto json = readReply(reply);
        if (json)
            return amending->promise.finish(Done{});
        if (json.error().code != "UNABLE_TO_LOCK_ROW"_L1 || ++amending->tries >= mostTries)
            return amending->promise.finish(json.error());
        // Read again before it is tried again: who held the row has changed it.
        const double share = QRandomGenerator::global()->generateDouble();
        QTimer::singleShot(
            backoffDelay(amending->tries, share, m_timing.lockedRow, 10 * m_timing.lockedRow), this,
            [this, amending] { readTask(amending); });
    });
}

QFuture<Result<Done>> TaskJournal::remove(const QString& taskId)
{
    if (!isRecordId(taskId))
        return async::ready<Done>(Error{Error::Kind::NotFound, u"no such task"_s});
    auto promise = std::make_shared<async::Promise<Done>>();
    async::onReady(m_org.send({.method = "DELETE", .path = u"sobjects/Task/"_s + taskId}), this,
                   [promise](const Result<HttpReply>& reply) {
                       const auto json = readReply(reply);
                       const bool isGone = json || json.error().kind == Error::Kind::NotFound;
                       promise->finish(isGone ? Result<Done>(Done{}) : json.error());
                   });
    return promise->future();
}

QFuture<Result<QStringList>> TaskJournal::outcomes()
{
    auto promise = std::make_shared<async::Promise<QStringList>>();
    async::onReady(m_describes.shapes({task()}), this,
                   [promise](const Result<ShapesAnswer>& answer) {
                       promise->finish(answer ? outcomesOf(answer->shapes.value(task()))
                                              : Result<QStringList>(answer.error()));
                   });
    return promise->future();
}

} // namespace companion::salesforce
