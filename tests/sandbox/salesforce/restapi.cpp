// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/restapi.h"

#include "tests/sandbox/salesforce/compositeapi.h"
#include "tests/sandbox/salesforce/parameterizedsearch.h"
#include "tests/sandbox/salesforce/soqlparser.h"

#include <QJsonDocument>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr int smallestPage = 200;
    constexpr int largestPage = 2000;

    ApiError problem(const QString& code, const QString& message, int status = 400)
    {
        return ApiError{
            .status = status, .code = code, .message = message, .fields = {}, .extra = {}};
    }

    ApiReply answer(const QJsonValue& body, int status = 200)
    {
        return ApiReply{.status = status, .body = body, .headers = {}};
    }

} // namespace

ApiError notFound()
{
    return problem(u"NOT_FOUND"_s, u"The requested resource does not exist"_s, 404);
}

ApiError methodNotAllowed(const ApiCall& call, const QString& allowed)
{
    return problem(u"METHOD_NOT_ALLOWED"_s,
                   u"HTTP Method '%1' not allowed. Allowed are %2"_s.arg(
                       QString::fromLatin1(call.method), allowed),
                   405);
}

Outcome<QJsonValue> parseJsonBody(const QByteArray& body)
{
    QJsonParseError parsing;
    const auto document = QJsonDocument::fromJson(body, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        const auto before = body.left(parsing.offset);
        const auto row = before.count('\n') + 1;
        const auto column = before.size() - before.lastIndexOf('\n');
        const QString found = parsing.offset < body.size()
            ? QString::fromUtf8(body.mid(parsing.offset, 1))
            : u"end-of-input"_s;
        return problem(
            u"JSON_PARSER_ERROR"_s,
            u"Unexpected character ('%1') at [line:%2, column:%3]"_s.arg(found).arg(row).arg(
                column));
    }
    if (document.isArray())
        return QJsonValue(document.array());
    return QJsonValue(document.object());
}

int RestApi::costOf(const ApiCall& call)
{
    if (call.segments.value(0) != "composite"_L1 || call.segments.value(1) != "batch"_L1)
        return 1;
    const auto requests =
        QJsonDocument::fromJson(call.body).object().value("batchRequests"_L1).toArray();
    return std::max(1, int(requests.size()));
}

ApiReply RestApi::perform(const ApiCall& call)
{
    const QString first = call.segments.value(0);
    if (call.segments.isEmpty()) {
        QJsonObject resources;
        for (const auto& name : {u"sobjects"_s, u"query"_s, u"queryAll"_s, u"search"_s,
                                 u"parameterizedSearch"_s, u"composite"_s, u"limits"_s})
            resources.insert(name, u"/services/data/v%1.0/%2"_s.arg(call.version).arg(name));
        return answer(resources);
    }
    if (first == "limits"_L1 && call.segments.size() == 1) {
        m_state.log.count(u"limits"_s);
        return limits();
    }
    if (first == "query"_L1 || first == "queryAll"_L1)
        return queryResource(call);
    if (first == "search"_L1 || first == "parameterizedSearch"_L1)
        return searchResource(call);
    if (first == "sobjects"_L1)
        return objectResource(call);
    if (first == "composite"_L1)
        return CompositeApi(*this, m_state).perform(call);
    return refusal(notFound());
}

ApiReply RestApi::limits() const
{
    const auto limit = [](qint64 max, qint64 remaining) {
        return QJsonObject{{u"Max"_s, max}, {u"Remaining"_s, remaining}};
    };
    return answer(
        QJsonObject{{u"DailyApiRequests"_s,
                     limit(m_state.apiMax, std::max<qint64>(0, m_state.apiMax - m_state.apiUsed))},
                    {u"ConcurrentAsyncGetReportInstances"_s, limit(200, 200)},
                    {u"DailyAsyncApexExecutions"_s, limit(250'000, 250'000)},
                    {u"DailyBulkApiBatches"_s, limit(15'000, 15'000)},
                    {u"DataStorageMB"_s, limit(5, 4)},
                    {u"FileStorageMB"_s, limit(20, 20)},
                    {u"HourlyTimeBasedWorkflow"_s, limit(1000, 1000)},
                    {u"SingleEmail"_s, limit(15, 15)}});
}

// ---- queries ----

ApiReply RestApi::queryResource(const ApiCall& call)
{
    if (call.method != "GET")
        return refusal(methodNotAllowed(call, u"HEAD,GET"_s));
    if (call.segments.size() == 2)
        return nextPage(call, call.segments.at(1));
    if (call.segments.size() > 2)
        return refusal(notFound());
    const bool withDeleted = call.segments.first() == "queryAll"_L1;
    m_state.log.count(withDeleted ? u"queryAll"_s : u"query"_s);
    if (!call.hasParameter(u"q"))
        return refusal(problem(u"MALFORMED_QUERY"_s, u"A query string has to be specified"_s));
    return query(call, call.parameter(u"q"), withDeleted);
}

int RestApi::pageSizeOf(const ApiCall& call) const
{
    if (m_state.pageSize > 0)
        return m_state.pageSize;
    const QByteArray options = call.header("Sforce-Query-Options").toLower().replace(' ', "");
    const auto at = options.indexOf("batchsize=");
    if (at < 0)
        return largestPage;
    return std::clamp(options.mid(at + 10).toInt(), smallestPage, largestPage);
}

ApiReply RestApi::query(const ApiCall& call, const QString& statement, bool withDeleted)
{
    m_state.log.addStatement(u"soql"_s, statement, m_state.now());
    const auto parsed = parseSoql(statement, m_state.now());
    if (!parsed)
        return refusal(parsed.error());
    const ReadContext context = m_state.reading(call.version);
    const auto selection = Selection::bind(
        context,
        {statement, parsed->object, parsed->objectPosition, parsed->alias, parsed->fieldGroup},
        parsed->fields, parsed->clauses);
    if (!selection)
        return refusal(selection.error());
    if (!parsed->fieldGroup.isEmpty() && parsed->fieldGroup != "STANDARD"_L1
        && parsed->clauses.limit.value_or(201) > 200)
        return refusal(problem(u"MALFORMED_QUERY"_s,
                               u"The SOQL FIELDS function must have a LIMIT of at most 200"_s));

    QList<const Record*> candidates = m_state.store.rows(selection->object().name);
    if (!withDeleted)
        candidates.removeIf([](const Record* record) { return record->deleted; });
    const auto chosen = selection->choose(context, candidates);
    if (parsed->countOnly)
        return answer(QJsonObject{
            {u"totalSize"_s, chosen.size()}, {u"done"_s, true}, {u"records"_s, QJsonArray{}}});
    QJsonArray rows;
    for (const Record* record : chosen)
        rows.append(selection->render(context, *record));
    const int size = pageSizeOf(call);
    if (rows.size() <= size)
        return answer(
            QJsonObject{{u"totalSize"_s, rows.size()}, {u"done"_s, true}, {u"records"_s, rows}});
    const QString locator =
        toLongId(u"01g5g00000"_s + QString::number(++m_lastCursor).rightJustified(5, u'0'));
    m_cursors.insert(locator, Cursor{rows});
    return answer(page(locator, 0, size, call.version));
}

QJsonObject RestApi::page(const QString& locator, qsizetype from, qsizetype size, int version)
{
    const QJsonArray& rows = m_cursors[locator].rows;
    QJsonArray part;
    const qsizetype until = std::min(from + size, rows.size());
    for (qsizetype i = from; i < until; ++i)
        part.append(rows.at(i));
    QJsonObject result{
        {u"totalSize"_s, rows.size()}, {u"done"_s, until >= rows.size()}, {u"records"_s, part}};
    if (until < rows.size())
        result.insert(u"nextRecordsUrl"_s,
                      u"/services/data/v%1.0/query/%2-%3"_s.arg(version).arg(locator).arg(until));
    return result;
}

ApiReply RestApi::nextPage(const ApiCall& call, const QString& locator)
{
    m_state.log.count(u"queryMore"_s);
    const qsizetype dash = locator.lastIndexOf(u'-');
    bool ok = false;
    const int from = locator.mid(dash + 1).toInt(&ok);
    const auto cursor = m_cursors.constFind(locator.left(dash));
    if (dash < 0 || !ok || cursor == m_cursors.constEnd() || from < 0
        || from >= cursor->rows.size())
        return refusal(problem(u"INVALID_QUERY_LOCATOR"_s, u"invalid query locator"_s));
    return answer(page(cursor.key(), from, pageSizeOf(call), call.version));
}

// ---- search ----

ApiReply RestApi::searchResource(const ApiCall& call)
{
    const QString first = call.segments.first();
    if (first == "parameterizedSearch"_L1 && call.segments.size() == 1)
        return parameterizedSearch(call);
    if (call.method != "GET")
        return refusal(methodNotAllowed(call, u"HEAD,GET"_s));
    if (call.segments.value(1) == "suggestions"_L1 && call.segments.size() == 2)
        return suggestions(call);
    if (first != "search"_L1 || call.segments.size() != 1)
        return refusal(notFound());
    m_state.log.addStatement(u"sosl"_s, call.parameter(u"q"), m_state.now());
    return search(call, parseSosl(call.parameter(u"q"), m_state.now()), u"search"_s);
}

ApiReply RestApi::search(const ApiCall& call, const Outcome<SoslStatement>& statement,
                         const QString& kind)
{
    m_state.log.count(kind);
    if (!statement)
        return refusal(statement.error());
    const auto rows =
        runSearch(m_state.reading(call.version), *statement, m_state.search, m_state.now());
    if (!rows)
        return refusal(rows.error());
    return answer(QJsonObject{{u"searchRecords"_s, *rows}});
}

ApiReply RestApi::parameterizedSearch(const ApiCall& call)
{
    if (call.method != "GET" && call.method != "POST")
        return refusal(methodNotAllowed(call, u"HEAD,GET,POST"_s));
    QJsonObject request = searchRequestOf(call.parameters);
    if (call.method == "POST") {
        const auto body = parseJsonBody(call.body);
        if (!body)
            return refusal(body.error());
        request = body->toObject();
    }
    m_state.log.addStatement(
        u"parameterizedSearch"_s,
        QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)), m_state.now());
    return search(call, parseSearchRequest(request, m_state.now()), u"parameterizedSearch"_s);
}

ApiReply RestApi::suggestions(const ApiCall& call)
{
    m_state.log.count(u"suggestions"_s);
    const auto rows = runSuggestions(m_state.reading(call.version), call.parameters, m_state.search,
                                     m_state.now());
    return rows ? answer(*rows) : refusal(rows.error());
}

} // namespace companion::sandbox
