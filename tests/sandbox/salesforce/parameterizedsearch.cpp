// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/parameterizedsearch.h"

#include "tests/sandbox/salesforce/soqlparser.h"

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    ApiError problem(const QString& code, const QString& message)
    {
        return ApiError{.status = 400, .code = code, .message = message, .fields = {}, .extra = {}};
    }

    QStringList names(const QJsonValue& list)
    {
        QStringList found;
        for (const auto& item : list.toArray())
            found.append(item.toString());
        return found;
    }

    QJsonArray nameList(const QString& joined)
    {
        QJsonArray list;
        for (const QString& name : joined.split(u',', Qt::SkipEmptyParts))
            list.append(name.trimmed());
        return list;
    }

    Outcome<Clauses> parseFilters(const QJsonObject& object, const QDateTime& now)
    {
        QString text;
        if (const QString where = object.value("where"_L1).toString(); !where.isEmpty())
            text += u" WHERE "_s + where;
        if (const QString order = object.value("orderBy"_L1).toString(); !order.isEmpty())
            text += u" ORDER BY "_s + order;
        const QString code = u"MALFORMED_SEARCH"_s;
        const auto tokens = tokenize(text, 0, code);
        if (!tokens)
            return tokens.error();
        ClauseParser parser(text, *tokens, code, now);
        Clauses clauses = parser.clauses();
        if (!parser.hasFailed() && parser.peek().kind != TokenKind::End)
            parser.failAt(parser.peek());
        if (parser.hasFailed())
            return parser.error();
        return clauses;
    }

    Outcome<ReturnedObject> parseObject(const QJsonValue& item, const QJsonObject& request,
                                        const QDateTime& now)
    {
        // An object may be given by its name alone, the fields then come from the request.
        const QJsonObject object =
            item.isString() ? QJsonObject{{u"name"_s, item}} : item.toObject();
        ReturnedObject returned;
        returned.object = object.value("name"_L1).toString();
        const QStringList fields = names(object.contains("fields"_L1) ? object.value("fields"_L1)
                                                                      : request.value("fields"_L1));
        for (const QString& field : fields)
            returned.fields.append({field.split(u'.'), 0});
        const auto clauses = parseFilters(object, now);
        if (!clauses)
            return clauses.error();
        returned.clauses = *clauses;
        const QJsonValue limit = object.contains("limit"_L1) ? object.value("limit"_L1)
                                                             : request.value("defaultLimit"_L1);
        if (limit.isDouble())
            returned.clauses.limit = limit.toInt();
        return returned;
    }

    bool isIdeographic(QChar c)
    {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
            || c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Hangul;
    }

    bool hasWordBeginning(const QString& name, const QString& beginning)
    {
        for (qsizetype at = name.indexOf(beginning, 0, Qt::CaseInsensitive); at >= 0;
             at = name.indexOf(beginning, at + 1, Qt::CaseInsensitive)) {
            if (at == 0 || !name.at(at - 1).isLetterOrNumber())
                return true;
        }
        return false;
    }

} // namespace

QJsonObject searchRequestOf(const Parameters& parameters)
{
    QJsonArray objects;
    QJsonObject request;
    for (const auto& [key, value] : parameters) {
        if (key == "sobject"_L1)
            objects.append(QJsonObject{{u"name"_s, value}});
        else if (key == "fields"_L1)
            request.insert(key, nameList(value));
        else if (key == "overallLimit"_L1 || key == "defaultLimit"_L1)
            request.insert(key, value.toInt());
        else if (!key.contains(u'.'))
            request.insert(key, value);
    }
    for (const auto& [key, value] : parameters) {
        const QString object = key.section(u'.', 0, 0);
        const QString part = key.section(u'.', 1);
        for (qsizetype i = 0; !part.isEmpty() && i < objects.size(); ++i) {
            QJsonObject entry = objects.at(i).toObject();
            if (entry.value("name"_L1).toString() != object)
                continue;
            entry.insert(part,
                         part == "fields"_L1      ? QJsonValue(nameList(value))
                             : part == "limit"_L1 ? QJsonValue(value.toInt())
                                                  : QJsonValue(value));
            objects.replace(i, entry);
        }
    }
    if (!objects.isEmpty())
        request.insert(u"sobjects"_s, objects);
    return request;
}

Outcome<SoslStatement> parseSearchRequest(const QJsonObject& request, const QDateTime& now)
{
    SoslStatement search;
    search.text = request.value("q"_L1).toString();
    auto expression = parseSearchExpression(search.text, 0, search.text.size());
    if (!expression)
        return expression.error();
    search.expression = *expression;
    const auto scope = searchScopeNamed(request.value("in"_L1).toString(u"ALL"_s));
    if (!scope)
        return problem(u"INVALID_SEARCH_SCOPE"_s,
                       u"Invalid search scope: %1"_s.arg(request.value("in"_L1).toString()));
    search.scope = *scope;
    for (const auto& item : request.value("sobjects"_L1).toArray()) {
        auto returned = parseObject(item, request, now);
        if (!returned)
            return returned.error();
        search.returning.append(*returned);
    }
    if (search.returning.isEmpty() && request.contains("fields"_L1))
        return problem(u"INVALID_SEARCH"_s, u"Fields are given without an sobject"_s);
    if (request.value("overallLimit"_L1).isDouble())
        search.limit = request.value("overallLimit"_L1).toInt();
    return search;
}

Outcome<QJsonObject> runSuggestions(const ReadContext& context, const Parameters& parameters,
                                    const SearchOptions& options, const QDateTime& now)
{
    const QString typed = valueOf(parameters, u"q").trimmed();
    const qsizetype least = !typed.isEmpty() && isIdeographic(typed.front()) ? 1 : 3;
    if (typed.size() < least || typed.size() > 255)
        return problem(u"INVALID_SEARCH"_s,
                       u"search term must be between 3 and 255 characters long"_s);
    const QStringList objects = valueOf(parameters, u"sobject").split(u',', Qt::SkipEmptyParts);
    if (objects.isEmpty())
        return problem(u"MALFORMED_SEARCH"_s, u"Required parameter missing: sobject"_s);
    QList<FieldPath> fields;
    for (const QString& name : valueOf(parameters, u"fields").split(u',', Qt::SkipEmptyParts))
        fields.append({name.trimmed().split(u'.'), 0});
    if (fields.isEmpty())
        fields = {{{u"Id"_s}, 0}, {{u"Name"_s}, 0}};
    bool hasLimit = false;
    const int asked = valueOf(parameters, u"limit").toInt(&hasLimit);
    const int limit = hasLimit ? asked : 5;

    QJsonArray rows;
    QJsonArray nameFields;
    bool more = false;
    for (const QString& object : objects) {
        const auto selection = Selection::bind(
            context, {typed, object.trimmed(), 0, QString(), QString()}, fields, {});
        if (!selection)
            return selection.error();
        const QString nameField = selection->object().nameFieldName();
        nameFields.append(QJsonObject{{u"entityApiName"_s, selection->object().name},
                                      {u"fieldApiName"_s, nameField}});
        for (const Record* record : context.store.rows(selection->object().name)) {
            const QJsonObject* indexed =
                record->deleted ? nullptr : record->searchable(now, options.delay);
            if (!indexed || !hasWordBeginning(indexed->value(nameField).toString(), typed))
                continue;
            if (rows.size() >= limit)
                more = true;
            else
                rows.append(selection->render(context, *record));
        }
    }
    return QJsonObject{{u"autoSuggestResults"_s, rows},
                       {u"hasMoreResults"_s, more},
                       {u"meta"_s, QJsonObject{{u"nameFields"_s, nameFields}}}};
}

} // namespace companion::sandbox
