// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/compositeapi.h"

#include "tests/sandbox/salesforce/recordwrites.h"
#include "tests/sandbox/salesforce/restapi.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype maximumSubrequests = 25;
    constexpr qsizetype maximumQueries = 5;
    constexpr qsizetype maximumRows = 200;

    ApiError problem(const QString& code, const QString& message, int status = 400)
    {
        return ApiError{
            .status = status, .code = code, .message = message, .fields = {}, .extra = {}};
    }

    const QRegularExpression& referencePattern()
    {
        static const QRegularExpression pattern(
            u"@\\{([A-Za-z0-9_]+(?:\\.[A-Za-z0-9_]+|\\[\\d+\\])*)\\}"_s);
        return pattern;
    }

    QJsonArray jsonErrors(const ApiError& error)
    {
        return {error.toJson()};
    }

    QJsonObject failedItem(const ApiError& error)
    {
        return {{u"success"_s, false}, {u"errors"_s, QJsonArray{error.toItemJson()}}};
    }

    QJsonObject savedItem(const QString& id)
    {
        return {{u"id"_s, id}, {u"success"_s, true}, {u"errors"_s, QJsonArray{}}};
    }

    bool isQueryOrCollection(const QString& url)
    {
        return url.contains("/query"_L1) || url.contains("/composite/sobjects"_L1);
    }

    std::optional<ApiError> checkComposite(const QJsonArray& requests)
    {
        static const QRegularExpression identifier(u"^[A-Za-z0-9_]+$"_s);
        if (requests.isEmpty())
            return problem(u"JSON_PARSER_ERROR"_s,
                           u"compositeRequest is missing or empty at [line:1, column:1]"_s);
        if (requests.size() > maximumSubrequests)
            return problem(u"LIMIT_EXCEEDED"_s,
                           u"The number of subrequests exceeds the limit of 25"_s);
        QStringList seen;
        qsizetype queries = 0;
        for (const auto& item : requests) {
            const QJsonObject request = item.toObject();
            const QString id = request.value("referenceId"_L1).toString();
            if (!identifier.match(id).hasMatch())
                return problem(
                    u"JSON_PARSER_ERROR"_s,
                    u"Provided referenceId ('%1') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_')."_s
                        .arg(id));
            if (seen.contains(id))
                return problem(u"JSON_PARSER_ERROR"_s,
                               u"Duplicate referenceId provided: %1"_s.arg(id));
            seen.append(id);
            queries += isQueryOrCollection(request.value("url"_L1).toString()) ? 1 : 0;
        }
        if (queries > maximumQueries)
            return problem(u"LIMIT_EXCEEDED"_s,
                           u"The number of queries and collections exceeds the limit of 5"_s);
        return {};
    }

} // namespace

ApiReply CompositeApi::perform(const ApiCall& call)
{
    const QString part = call.segments.value(1);
    if (part == "sobjects"_L1)
        return collection(call);
    if (call.segments.size() > 2 || (!part.isEmpty() && part != "batch"_L1))
        return refusal(notFound());
    if (call.method != "POST")
        return refusal(methodNotAllowed(call, u"POST"_s));
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    return part.isEmpty() ? composite(call, body->toObject()) : batch(call, body->toObject());
}

Outcome<ApiCall> CompositeApi::subrequest(const ApiCall& outer, const QString& method,
                                          const QString& url, const QJsonValue& body) const
{
    static const QRegularExpression pattern(
        u"^/*(?:services/data/)?v(\\d+)\\.0(?:/([^?]*))?(?:\\?(.*))?$"_s);
    const auto match = pattern.match(url);
    if (!match.hasMatch())
        return notFound();
    ApiCall inner;
    inner.method = method.toLatin1();
    inner.version = match.captured(1).toInt();
    for (const QString& segment : match.captured(2).split(u'/', Qt::SkipEmptyParts))
        inner.segments.append(QUrl::fromPercentEncoding(segment.toUtf8()));
    inner.parameters = parseFormPairs(match.captured(3).toUtf8());
    inner.headers = outer.headers;
    if (body.isObject())
        inner.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
        inner.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    return inner;
}

Outcome<QJsonValue> CompositeApi::referenced(const QString& reference) const
{
    static const QRegularExpression step(u"[A-Za-z0-9_]+|\\[\\d+\\]"_s);
    auto steps = step.globalMatch(reference);
    const QString id = steps.next().captured();
    QJsonValue value = m_bodies.value(id, QJsonValue(QJsonValue::Undefined));
    while (steps.hasNext()) {
        const QString part = steps.next().captured();
        value = part.startsWith(u'[') ? value.toArray().at(part.mid(1, part.size() - 2).toInt())
                                      : value.toObject().value(part);
    }
    if (value.isUndefined() || value.isArray() || value.isObject())
        return problem(
            u"PROCESSING_HALTED"_s,
            u"Invalid reference specified. No value for %1 found in %2"_s.arg(reference, id));
    return value;
}

Outcome<QString> CompositeApi::resolved(const QString& text) const
{
    QString result;
    qsizetype at = 0;
    auto matches = referencePattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto value = referenced(match.captured(1));
        if (!value)
            return value.error();
        result += text.mid(at, match.capturedStart() - at) + value->toVariant().toString();
        at = match.capturedEnd();
    }
    return QString(result + text.mid(at));
}

Outcome<QJsonValue> CompositeApi::resolved(const QJsonValue& value) const
{
    if (value.isString()) {
        const auto whole = referencePattern().match(value.toString());
        if (whole.hasMatch() && whole.capturedLength() == value.toString().size())
            return referenced(whole.captured(1));
        const auto text = resolved(value.toString());
        if (!text)
            return text.error();
        return QJsonValue(*text);
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const auto& item : value.toArray()) {
            const auto inner = resolved(QJsonValue(item));
            if (!inner)
                return inner.error();
            list.append(*inner);
        }
        return QJsonValue(list);
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto inner = resolved(QJsonValue(it.value()));
        if (!inner)
            return inner.error();
        it.value() = *inner;
    }
    return QJsonValue(object);
}

ApiReply CompositeApi::composite(const ApiCall& call, const QJsonObject& request)
{
    m_state.log.count(u"composite"_s);
    const QJsonArray requests = request.value("compositeRequest"_L1).toArray();
    if (const auto refused = checkComposite(requests))
        return refusal(*refused);
    const bool allOrNone = request.value("allOrNone"_L1).toBool();
    const RecordStore before = m_state.store;
    QJsonArray responses;
    bool failed = false;
    for (const auto& item : requests) {
        const QJsonObject part = item.toObject();
        ApiReply reply;
        const auto url = resolved(part.value("url"_L1).toString());
        const auto body = resolved(part.value("body"_L1));
        if (failed && allOrNone) {
            reply = refusal(problem(
                u"PROCESSING_HALTED"_s,
                u"The transaction was rolled back since another operation in the same transaction failed."_s));
        } else if (!url || !body) {
            reply = refusal(url ? body.error() : url.error());
        } else {
            const auto inner = subrequest(call, part.value("method"_L1).toString(), *url, *body);
            const QString kind = inner ? inner->segments.value(0) : QString();
            const bool supported = kind == "query"_L1 || kind == "queryAll"_L1
                || kind == "sobjects"_L1
                || (kind == "composite"_L1 && inner->segments.value(1) == "sobjects"_L1);
            reply = supported ? m_api.perform(*inner) : refusal(notFound());
        }
        failed = failed || reply.status >= 400;
        const QString id = part.value("referenceId"_L1).toString();
        m_bodies.insert(id, reply.body);
        QJsonObject headers;
        for (const auto& [name, value] : reply.headers)
            headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
        responses.append(
            QJsonObject{{u"body"_s, reply.empty ? QJsonValue(QJsonValue::Null) : reply.body},
                        {u"httpHeaders"_s, headers},
                        {u"httpStatusCode"_s, reply.status},
                        {u"referenceId"_s, id}});
    }
    if (failed && allOrNone) {
        m_state.store = before;
        const QJsonArray halted = jsonErrors(problem(
            u"PROCESSING_HALTED"_s,
            u"The transaction was rolled back since another operation in the same transaction failed."_s));
        for (qsizetype i = 0; i < responses.size(); ++i) {
            QJsonObject response = responses.at(i).toObject();
            if (response.value("httpStatusCode"_L1).toInt() < 400) {
                response.insert(u"body"_s, halted);
                response.insert(u"httpStatusCode"_s, 400);
                response.insert(u"httpHeaders"_s, QJsonObject{});
                responses.replace(i, response);
            }
        }
    }
    return ApiReply{
        .status = 200, .body = QJsonObject{{u"compositeResponse"_s, responses}}, .headers = {}};
}

ApiReply CompositeApi::batch(const ApiCall& call, const QJsonObject& request)
{
    m_state.log.count(u"batch"_s);
    const QJsonArray requests = request.value("batchRequests"_L1).toArray();
    if (requests.isEmpty() || requests.size() > maximumSubrequests)
        return refusal(problem(u"LIMIT_EXCEEDED"_s, u"A batch holds 1 to 25 subrequests"_s));
    const bool haltOnError = request.value("haltOnError"_L1).toBool();
    QJsonArray results;
    bool hasErrors = false;
    for (const auto& item : requests) {
        const QJsonObject part = item.toObject();
        if (hasErrors && haltOnError) {
            results.append(
                QJsonObject{{u"statusCode"_s, 412},
                            {u"result"_s,
                             jsonErrors(problem(u"BATCH_PROCESSING_HALTED"_s,
                                                u"Batch processing halted per request"_s))}});
            continue;
        }
        const auto inner = subrequest(call, part.value("method"_L1).toString(),
                                      part.value("url"_L1).toString(), part.value("richInput"_L1));
        const bool supported = inner && inner->segments.value(0) != "composite"_L1;
        const ApiReply reply = supported ? m_api.perform(*inner) : refusal(notFound());
        hasErrors = hasErrors || reply.status >= 400;
        results.append(
            QJsonObject{{u"statusCode"_s, reply.status},
                        {u"result"_s, reply.empty ? QJsonValue(QJsonValue::Null) : reply.body}});
    }
    return ApiReply{.status = 200,
                    .body = QJsonObject{{u"hasErrors"_s, hasErrors}, {u"results"_s, results}},
                    .headers = {}};
}

// ---- collections ----

ApiReply CompositeApi::collection(const ApiCall& call)
{
    m_state.log.count(u"collections"_s);
    if (call.segments.size() == 3)
        return collectionRead(call);
    if (call.segments.size() == 4 && call.method == "PATCH")
        return collectionUpsert(call);
    if (call.segments.size() != 2)
        return refusal(notFound());
    if (call.method == "DELETE") {
        QJsonArray records;
        for (const QString& id : call.parameter(u"ids").split(u',', Qt::SkipEmptyParts))
            records.append(QJsonObject{{u"id"_s, id.trimmed()}});
        return writeAll(call, records, call.parameter(u"allOrNone") == "true"_L1);
    }
    if (call.method != "POST" && call.method != "PATCH")
        return refusal(methodNotAllowed(call, u"POST,PATCH,DELETE"_s));
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    const QJsonObject request = body->toObject();
    return writeAll(call, request.value("records"_L1).toArray(),
                    request.value("allOrNone"_L1).toBool());
}

ApiReply CompositeApi::collectionRead(const ApiCall& call)
{
    QStringList ids = call.parameter(u"ids").split(u',', Qt::SkipEmptyParts);
    QString fields = call.parameter(u"fields");
    if (call.method == "POST") {
        const auto body = parseJsonBody(call.body);
        if (!body)
            return refusal(body.error());
        ids = body->toObject().value("ids"_L1).toVariant().toStringList();
        fields = body->toObject().value("fields"_L1).toVariant().toStringList().join(u',');
    }
    QJsonArray rows;
    for (const QString& id : ids) {
        ApiCall inner = call;
        inner.method = "GET";
        inner.segments = {u"sobjects"_s, call.segments.at(2), id.trimmed()};
        inner.parameters = {{u"fields"_s, fields}};
        ApiReply reply = m_api.perform(inner);
        if (reply.status == 400)
            return reply;
        rows.append(reply.status == 200 ? reply.body : QJsonValue(QJsonValue::Null));
    }
    return ApiReply{.status = 200, .body = rows, .headers = {}};
}

ApiReply CompositeApi::collectionUpsert(const ApiCall& call)
{
    const auto body = parseJsonBody(call.body);
    if (!body)
        return refusal(body.error());
    const QString key = call.segments.at(3);
    QJsonArray results;
    for (const auto& item : body->toObject().value("records"_L1).toArray()) {
        QJsonObject fields = item.toObject();
        ApiCall inner = call;
        inner.segments = {u"sobjects"_s, call.segments.at(2), key, fields.take(key).toString()};
        inner.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        const ApiReply reply = m_api.perform(inner);
        if (reply.status < 300) {
            results.append(reply.body);
            continue;
        }
        QJsonObject error = reply.body.toArray().at(0).toObject();
        error.insert(u"statusCode"_s, error.take("errorCode"_L1));
        results.append(QJsonObject{{u"success"_s, false}, {u"errors"_s, QJsonArray{error}}});
    }
    return ApiReply{.status = 200, .body = results, .headers = {}};
}

ApiReply CompositeApi::writeAll(const ApiCall& call, const QJsonArray& records, bool allOrNone)
{
    if (records.size() > maximumRows)
        return refusal(
            problem(u"EXCEEDED_ID_LIMIT"_s,
                    u"record limit reached. cannot submit more than 200 records into this call"_s));
    const RecordStore before = m_state.store;
    QJsonArray results;
    bool failed = false;
    for (const auto& item : records) {
        const QJsonObject result = writeOne(call, item.toObject());
        failed = failed || !result.value("success"_L1).toBool();
        results.append(result);
    }
    if (failed && allOrNone) {
        m_state.store = before;
        const QJsonObject rolledBack = failedItem(problem(
            u"ALL_OR_NONE_OPERATION_ROLLED_BACK"_s,
            u"Record rolled back because not all records were valid and the request was using AllOrNone header"_s));
        for (qsizetype i = 0; i < results.size(); ++i) {
            if (results.at(i).toObject().value("success"_L1).toBool())
                results.replace(i, rolledBack);
        }
    }
    return ApiReply{.status = 200, .body = results, .headers = {}};
}

QJsonObject CompositeApi::writeOne(const ApiCall& call, const QJsonObject& record)
{
    RecordWrites writes(m_state, call.version, duplicateSaving(call));
    QJsonObject fields = record;
    const QString id = fields.contains("id"_L1) ? fields.take("id"_L1).toString()
                                                : fields.take("Id"_L1).toString();
    QString object = fields.take("attributes"_L1).toObject().value("type"_L1).toString();
    if (object.isEmpty() && call.method == "DELETE") {
        const ObjectDescription* described = m_state.schema.objectOfId(id);
        object = described ? described->name : QString();
    }
    if (!m_state.schema.object(object))
        return failedItem(
            problem(u"INVALID_TYPE"_s, u"sObject type '%1' is not supported."_s.arg(object)));
    const auto done = call.method == "POST" ? writes.create(object, fields)
        : call.method == "PATCH"            ? writes.update(object, id, fields)
                                            : writes.remove(object, id);
    return done ? savedItem(*done) : failedItem(done.error());
}

} // namespace companion::sandbox
