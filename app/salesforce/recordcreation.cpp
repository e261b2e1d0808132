// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/recordcreation.h"

#include "app/salesforce/addresses.h"
#include "app/salesforce/lookupquery.h"
#include "app/salesforce/matches.h"
#include "app/salesforce/replies.h"
#include "app/salesforce/soql.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <memory>

namespace companion::salesforce {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    QJsonValue typed(const QString& text, CrmField::Kind kind)
    {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (kind == CrmField::Kind::Number && isNumber)
            return number;
        if (kind == CrmField::Kind::Boolean)
            return text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1;
        return text;
    }

    using IdsByObject = QHash<QString, QStringList>;

    IdsByObject idsByObject(const QList<CrmMatch>& records)
    {
        IdsByObject ids;
        for (const auto& match : records)
            ids[match.record.object].append(match.record.id);
        return ids;
    }

    //! One part of a composite for each object; five queries are the most that one may hold.
    QJsonArray questionsFor(const IdsByObject& ids, const Shapes& shapes, const QString& version)
    {
        QJsonArray parts;
        for (const auto& object : ids.keys().mid(0, 5))
            if (const QString soql = recordQuestion(object, ids.value(object), shapes);
                !soql.isEmpty())
                parts.append(queryPart(object, soql, version));
        return parts;
    }

    QList<CrmMatch> matchesIn(const QJsonValue& composite, const QStringList& objects,
                              const QUrl& instance)
    {
        QList<CrmMatch> matches;
        for (const auto& object : objects)
            if (const auto part = readPart(composite, object))
                for (const auto& row : (*part)["records"_L1].toArray())
                    matches.append(toMatch(row.toObject(), instance));
        return matches;
    }

    //! \p records known by nothing but their ids, with what \p found says of them.
    void takeNames(QList<CrmMatch>& records, const QList<CrmMatch>& found)
    {
        for (const auto& match : found)
            for (auto& record : records)
                if (record.record.id.left(15) == match.record.id.left(15))
                    record = match;
    }

} // namespace

QJsonObject creationFields(const NewRecord& record, const ObjectShape& shape)
{
    QJsonObject fields;
    for (auto field = record.fields.cbegin(); field != record.fields.cend(); ++field)
        if (isFieldName(field.key()) && !field.value().trimmed().isEmpty())
            fields.insert(field.key(),
                          typed(field.value().trimmed(),
                                shape.writable.value(field.key(), CrmField::Kind::Text)));
    return fields;
}

CrmMatch createdMatch(const NewRecord& record, const QString& id, const QUrl& instance)
{
    // As the server would show it, had it been asked: one call less.
    QJsonObject row{
        {u"attributes"_s, QJsonObject{{u"type"_s, record.object}}},
        {u"Id"_s, id},
    };
    for (auto field = record.fields.cbegin(); field != record.fields.cend(); ++field)
        row.insert(field.key(), field.value().trimmed());
    if (row["Name"_L1].toString().isEmpty())
        row["Name"_L1] =
            QString(row["FirstName"_L1].toString() + u' ' + row["LastName"_L1].toString())
                .trimmed();
    auto match = toMatch(row, instance);
    match.lastModified = QDateTime::currentDateTimeUtc();
    return match;
}

RecordCreation::RecordCreation(OrgSession& org, DescribeCache& describes, const Timing& timing,
                               QObject* parent)
    : QObject(parent), m_org(org), m_describes(describes), m_timing(timing)
{}

QFuture<Result<QList<CrmField>>> RecordCreation::fieldsToCreate(const QString& object)
{
    auto promise = std::make_shared<async::Promise<QList<CrmField>>>();
    async::onReady(
        m_describes.shapes({object}), this, [promise, object](const Result<ShapesAnswer>& answer) {
            if (!answer)
                return promise->finish(answer.error());
            const auto shape = answer->shapes.value(object, hiddenShape());
            if (!shape.isCreateable)
                return promise->finish(Error{Error::Kind::Forbidden, u"object not createable"_s,
                                             u"INSUFFICIENT_ACCESS_OR_READONLY"_s});
            promise->finish(shape.offered);
        });
    return promise->future();
}

QFuture<Result<CreateAnswer>> RecordCreation::create(const NewRecord& record)
{
    if (!isFieldName(record.object))
        return async::ready<CreateAnswer>(Error{Error::Kind::Rejected, u"no such object"_s});
    auto promise = std::make_shared<async::Promise<CreateAnswer>>();
    async::onReady(m_describes.shapes({record.object}), this,
                   [=, this](const Result<ShapesAnswer>& answer) {
                       // Without a description the server judges the fields by itself.
                       const auto shape = answer
                           ? answer->shapes.value(record.object, shapeOf(record.object, {}))
                           : shapeOf(record.object, {});
                       post(record, shape, promise);
                   });
    return promise->future();
}

void RecordCreation::post(const NewRecord& record, const ObjectShape& shape,
                          const AnswerPromise& promise)
{
    OrgRequest request{.method = "POST",
                       .path = u"sobjects/"_s + record.object,
                       .body = creationFields(record, shape),
                       .timeout = 30s};
    if (record.allowDuplicate)
        request.headers.emplaceBack("Sforce-Duplicate-Rule-Header", "allowSave=true");
    if (record.keepOwner)
        request.headers.emplaceBack("Sforce-Auto-Assign", "FALSE");
    async::onReady(m_org.send(request), this,
                   [=, this](const Result<HttpReply>& reply) { take(record, reply, promise); });
}

void RecordCreation::take(const NewRecord& record, const Result<HttpReply>& reply,
                          const AnswerPromise& promise)
{
    if (reply)
        if (const auto entry = refusalEntry(*reply, u"DUPLICATES_DETECTED"_s); !entry.isEmpty())
            return nameDuplicates(duplicatesOf(entry, m_org.instance()), promise);
    const auto json = readReply(reply);
    if (!json)
        return promise->finish(json.error());
    const QString id = (*json)["id"_L1].toString();
    if (!isRecordId(id)) // written, but what came back is of no use
        return promise->finish(Error{Error::Kind::Malformed, u"no id of the new record"_s});
    const auto match = createdMatch(record, id, m_org.instance());
    Q_EMIT created(match);
    promise->finish(CreateAnswer{.created = match});
}

void RecordCreation::nameDuplicates(const CreateAnswer& answer, const AnswerPromise& promise)
{
    // A duplicate rule gives away no more than ids.
    const auto ids = idsByObject(answer.duplicates);
    if (ids.isEmpty())
        return promise->finish(answer);
    async::onReady(
        m_describes.shapes(ids.keys()), this, [=, this](const Result<ShapesAnswer>& shapes) {
            const auto parts =
                questionsFor(ids, shapes ? shapes->shapes : Shapes(), m_org.versionPath());
            const OrgRequest request{
                .method = "POST",
                .path = u"composite"_s,
                .body = QJsonObject{{u"allOrNone"_s, false}, {u"compositeRequest"_s, parts}},
                .timeout = m_timing.question};
            async::onReady(m_org.send(request), this, [=, this](const Result<HttpReply>& reply) {
                auto named = answer;
                if (const auto composite = readReply(reply))
                    takeNames(named.duplicates,
                              matchesIn(*composite, ids.keys(), m_org.instance()));
                promise->finish(named);
            });
        });
}

QFuture<Result<Done>> RecordCreation::remove(const RecordId& record)
{
    if (!isFieldName(record.object) || !isRecordId(record.id))
        return async::ready<Done>(Error{Error::Kind::NotFound, u"no such record"_s});
    auto promise = std::make_shared<async::Promise<Done>>();
    const OrgRequest request{.method = "DELETE",
                             .path = u"sobjects/"_s + record.object + u'/' + record.id};
    async::onReady(m_org.send(request), this, [=, this](const Result<HttpReply>& reply) {
        const auto json = readReply(reply);
        if (!json && json.error().kind != Error::Kind::NotFound)
            return promise->finish(json.error());
        Q_EMIT removed(record);
        promise->finish(Done{});
    });
    return promise->future();
}

} // namespace companion::salesforce
