// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of RestApi below /sobjects: describing, reading and writing
// (salesforce-api.md 3.4, 3.6, 3.10).
#include "tests/sandbox/salesforce/recordwrites.h"
#include "tests/sandbox/salesforce/restapi.h"

#include <QLocale>
#include <QTimeZone>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    ApiError problem(const QString& code, const QString& message, int status = 400)
    {
        return ApiError{
            .status = status, .code = code, .message = message, .fields = {}, .extra = {}};
    }

    ApiReply answer(const QJsonValue& body, int status = 200)
    {
        return ApiReply{.status = status, .body = body, .headers = {}};
    }

    QString httpDate(const QDateTime& time)
    {
        return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    }

    QDateTime fromHttpDate(const QByteArray& text)
    {
        QString plain = QString::fromLatin1(text).trimmed();
        plain.chop(plain.endsWith("GMT"_L1) ? 4 : 0);
        QDateTime time = QLocale::c().toDateTime(plain, u"ddd, dd MMM yyyy HH:mm:ss"_s);
        time.setTimeZone(QTimeZone::utc());
        return time;
    }

} // namespace

ApiReply RestApi::objectResource(const ApiCall& call)
{
    const QStringList parts = call.segments.mid(1);
    switch (parts.size()) {
    case 0:
        return globalDescribe(call);
    case 1:
        return objectLevel(call, parts.at(0));
    case 2:
        if (parts.at(1) == "describe"_L1)
            return describe(call, parts.at(0));
        if (parts.at(1) == "deleted"_L1 || parts.at(1) == "updated"_L1)
            return changes(call, parts.at(0), parts.at(1) == "deleted"_L1);
        return recordLevel(call, parts.at(0), parts.at(1));
    case 3:
        return externalIdLevel(call, parts.at(0), parts.at(1), parts.at(2));
    default:
        return refusal(notFound());
    }
}

ApiReply RestApi::globalDescribe(const ApiCall& call)
{
    m_state.log.count(u"describeGlobal"_s);
    QJsonArray objects;
    for (const auto& object : m_state.schema.allObjects()) {
        if (!object.hidden)
            objects.append(m_state.schema.summary(object, call.version));
    }
    return answer(QJsonObject{
        {u"encoding"_s, u"UTF-8"_s}, {u"maxBatchSize"_s, 200}, {u"sobjects"_s, objects}});
}

ApiReply RestApi::objectLevel(const ApiCall& call, const QString& object)
{
    if (call.method == "POST")
        return create(call, object);
    if (call.method != "GET")
        return refusal(methodNotAllowed(call, u"HEAD,GET,POST"_s));
    const ObjectDescription* found = m_state.schema.object(object);
    if (!found)
        return refusal(notFound());
    return answer(QJsonObject{{u"objectDescribe"_s, m_state.schema.summary(*found, call.version)},
                              {u"recentItems"_s, QJsonArray{}}});
}

ApiReply RestApi::describe(const ApiCall& call, const QString& object)
{
    m_state.log.count(u"describe"_s);
    const ObjectDescription* found = m_state.schema.object(object);
    if (!found)
        return refusal(notFound());
    const QByteArray known = call.header("If-Modified-Since");
    const QDateTime since = fromHttpDate(known);
    if (!known.isEmpty() && since.isValid() && m_state.schema.lastChange() <= since)
        return noContent(304);
    ApiReply reply = answer(m_state.schema.describe(*found, call.version));
    reply.headers.append({"Last-Modified", httpDate(m_state.schema.lastChange()).toLatin1()});
    return reply;
}

ApiReply RestApi::changes(const ApiCall& call, const QString& object, bool deleted)
{
    m_state.log.count(deleted ? u"deleted"_s : u"updated"_s);
    const ObjectDescription* found = m_state.schema.object(object);
    if (!found)
        return refusal(notFound());
    const QDateTime start = fromApiTime(call.parameter(u"start"));
    const QDateTime end = fromApiTime(call.parameter(u"end"));
    if (!start.isValid() || !end.isValid() || start >= end)
        return refusal(
            problem(u"INVALID_REPLICATION_DATE"_s, u"startDate must be before endDate"_s));
    const QDateTime earliest = m_state.now().addDays(-30);
    if (start < earliest)
        return refusal(problem(u"INVALID_REPLICATION_DATE"_s,
                               u"startDate before org creation or more than 30 days ago"_s));
    QJsonArray deletedRecords;
    QJsonArray ids;
    for (const Record* record : m_state.store.rows(found->name)) {
        const QDateTime when =
            record->deleted ? record->deletedAt : fromApiTime(record->text(u"SystemModstamp"_s));
        if (record->deleted != deleted || when < start || when > end)
            continue;
        ids.append(record->id);
        deletedRecords.append(
            QJsonObject{{u"id"_s, record->id}, {u"deletedDate"_s, toApiTime(when)}});
    }
    QJsonObject result{{u"latestDateCovered"_s, toApiTime(end)}};
    if (deleted) {
        result.insert(u"deletedRecords"_s, deletedRecords);
        result.insert(u"earliestDateAvailable"_s, toApiTime(earliest));
    } else {
        result.insert(u"ids"_s, ids);
    }
    return answer(result);
}

ApiReply RestApi::create(const ApiCall& call, const QString& object)
{
    m_state.log.count(u"create"_s);
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    const auto id =
        RecordWrites(m_state, call.version, duplicateSaving(call)).create(object, body->toObject());
    if (!id)
        return refusal(id.error());
    ApiReply reply =
        answer(QJsonObject{{u"id"_s, *id}, {u"success"_s, true}, {u"errors"_s, QJsonArray{}}}, 201);
    const QString location = u"/services/data/v%1.0/sobjects/%2/%3"_s.arg(call.version)
                                 .arg(m_state.store.find(*id)->object, *id);
    reply.headers.append({"Location", location.toLatin1()});
    return reply;
}

ApiReply RestApi::recordLevel(const ApiCall& call, const QString& object, const QString& id)
{
    RecordWrites writes(m_state, call.version, duplicateSaving(call));
    if (call.method == "GET") {
        m_state.log.count(u"read"_s);
        const auto record = writes.existing(object, id);
        return record ? read(call, (*record)->object, id) : refusal(record.error());
    }
    if (call.method == "DELETE") {
        m_state.log.count(u"delete"_s);
        const auto removed = writes.remove(object, id);
        return removed ? noContent() : refusal(removed.error());
    }
    if (call.method != "PATCH")
        return refusal(methodNotAllowed(call, u"HEAD,GET,PATCH,DELETE"_s));
    m_state.log.count(u"update"_s);
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    const auto updated = writes.update(object, id, body->toObject());
    return updated ? noContent() : refusal(updated.error());
}

ApiReply RestApi::read(const ApiCall& call, const QString& object, const QString& id)
{
    const ReadContext context = m_state.reading(call.version);
    QList<FieldPath> fields;
    for (const QString& name : call.parameter(u"fields").split(u',', Qt::SkipEmptyParts))
        fields.append({name.trimmed().split(u'.'), 0});
    const QString group = fields.isEmpty() ? u"ALL"_s : QString();
    const auto selection = Selection::bind(
        context, {call.parameter(u"fields"), object, 0, QString(), group}, fields, {});
    if (!selection)
        return refusal(selection.error());
    return answer(selection->render(context, *m_state.store.find(id)));
}

ApiReply RestApi::externalIdLevel(const ApiCall& call, const QString& object, const QString& field,
                                  const QString& value)
{
    const ObjectDescription* found = m_state.schema.object(object);
    const FieldDescription* key = found ? m_state.schema.field(*found, field) : nullptr;
    if (!key || !key->traits.testFlag(FieldTrait::External))
        return refusal(problem(
            u"NOT_FOUND"_s,
            u"Provided external ID field does not exist or is not accessible: %1"_s.arg(field),
            404));
    QList<const Record*> matches;
    for (const Record* record : m_state.store.rows(found->name)) {
        if (!record->deleted && record->text(key->name).compare(value, Qt::CaseInsensitive) == 0)
            matches.append(record);
    }
    if (matches.size() > 1) {
        QJsonArray urls;
        for (const Record* record : matches)
            urls.append(rowAttributes(*record, call.version).value("url"_L1));
        return answer(urls, 300);
    }
    if (call.method != "PATCH")
        return matches.isEmpty() ? refusal(notFound())
                                 : recordLevel(call, found->name, matches.first()->id);

    m_state.log.count(u"upsert"_s);
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    QJsonObject fields = body->toObject();
    RecordWrites writes(m_state, call.version, duplicateSaving(call));
    if (matches.isEmpty())
        fields.insert(key->name, value);
    const auto id = matches.isEmpty() ? writes.create(found->name, fields)
                                      : writes.update(found->name, matches.first()->id, fields);
    if (!id)
        return refusal(id.error());
    if (!matches.isEmpty() && call.version < 46)
        return noContent();
    return answer(QJsonObject{{u"id"_s, *id},
                              {u"success"_s, true},
                              {u"errors"_s, QJsonArray{}},
                              {u"created"_s, matches.isEmpty()}},
                  matches.isEmpty() ? 201 : 200);
}

} // namespace companion::sandbox
