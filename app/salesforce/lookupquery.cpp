// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/lookupquery.h"

#include "app/salesforce/soql.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

const FieldsByObject& standardPhoneFields()
{
    static const FieldsByObject fields{
        {u"Contact"_s,
         {u"Phone"_s, u"MobilePhone"_s, u"HomePhone"_s, u"OtherPhone"_s, u"AssistantPhone"_s,
          u"Fax"_s}},
        {u"Lead"_s, {u"Phone"_s, u"MobilePhone"_s, u"Fax"_s}},
        {u"Account"_s, {u"Phone"_s, u"Fax"_s}},
    };
    return fields;
}

namespace {

    //! Shown where the org has them; each is checked against describe. The dotted ones need no
    //! check of their own: a lookup field's name is in describe, its parent's Name always is.
    QStringList wantedFields(const QString& object)
    {
        QStringList fields{u"Id"_s, u"Name"_s, u"LastModifiedDate"_s, u"LastActivityDate"_s,
                           u"Owner.Name"_s};
        if (object == "Contact"_L1)
            fields += {u"Title"_s, u"Email"_s, u"AccountId"_s, u"Account.Name"_s, u"DoNotCall"_s};
        else if (object == "Lead"_L1)
            fields += {u"Title"_s,     u"Email"_s,       u"Company"_s,
                       u"DoNotCall"_s, u"IsConverted"_s, u"ConvertedContactId"_s};
        else if (object == "Account"_L1)
            fields += {u"IsPersonAccount"_s, u"PersonContactId"_s};
        return fields;
    }

    QStringList describedNames(const QJsonObject& describe)
    {
        QStringList names;
        const auto fields = describe["fields"_L1].toArray();
        for (const auto& field : fields)
            names.append(field["name"_L1].toString());
        return names;
    }

    QString fieldToCheck(const QString& wanted)
    {
        return wanted == "Owner.Name"_L1  ? u"OwnerId"_s
            : wanted == "Account.Name"_L1 ? u"AccountId"_s
                                          : wanted;
    }

    QString returning(const QString& object, const ObjectShape& shape, const QString& condition,
                      int limit)
    {
        QString clause = object + u'(' + (shape.shownFields + shape.phoneFields).join(u',');
        if (!condition.isEmpty())
            clause += u" WHERE "_s + condition;
        return clause + u" LIMIT %1)"_s.arg(limit);
    }

    QString liveLeadsOnly(const QString& object, const ObjectShape& shape)
    {
        return object == "Lead"_L1 && shape.shownFields.contains(u"IsConverted"_s)
                && !shape.shownFields.contains(u"ConvertedContactId"_s)
            ? u"IsConverted = false"_s
            : QString();
    }

    ObjectShape shapeFor(const QString& object, const QHash<QString, ObjectShape>& shapes)
    {
        return shapes.contains(object) ? shapes.value(object) : shapeOf(object, {});
    }

} // namespace

ObjectShape shapeOf(const QString& object, const QJsonObject& describe)
{
    ObjectShape shape;
    if (describe.isEmpty()) {
        shape.phoneFields = standardPhoneFields().value(object);
        shape.shownFields = wantedFields(object);
        for (const auto& rare :
             {u"IsPersonAccount"_s, u"PersonContactId"_s, u"DoNotCall"_s, u"LastActivityDate"_s})
            shape.shownFields.removeAll(
                rare); // absent in many orgs: INVALID_FIELD for all the rest
        return shape;
    }
    const auto names = describedNames(describe);
    const auto fields = describe["fields"_L1].toArray();
    for (const auto& field : fields)
        if (field["type"_L1].toString() == "phone"_L1 && isFieldName(field["name"_L1].toString())
            && shape.phoneFields.size() < 20)
            shape.phoneFields.append(field["name"_L1].toString());
    for (const auto& wanted : wantedFields(object))
        if (names.contains(fieldToCheck(wanted)))
            shape.shownFields.append(wanted);
    return shape;
}

QString phoneSearch(const PhoneNumber& number, const QStringList& objects,
                    const QHash<QString, ObjectShape>& shapes)
{
    QStringList terms;
    for (const auto& term : number.searchTerms())
        if (term.size() > 1)
            terms.append(soslTerm(term));
    QStringList clauses;
    for (const auto& object : objects) {
        const auto shape = shapeFor(object, shapes);
        clauses.append(returning(object, shape, liveLeadsOnly(object, shape), 20));
    }
    return u"FIND {%1} IN PHONE FIELDS RETURNING %2"_s.arg(terms.join(u" OR "_s),
                                                           clauses.join(u", "_s));
}

QJsonObject exactQuestions(const PhoneNumber& number, const QStringList& objects,
                           const QHash<QString, ObjectShape>& shapes, const QString& versionPath)
{
    QStringList literals;
    for (const auto& spelling : number.spellings())
        literals.append(soqlLiteral(spelling));
    const QString list = u'(' + literals.join(u',') + u')';
    QJsonArray requests;
    for (const auto& object : objects) {
        const auto shape = shapeFor(object, shapes);
        QStringList conditions;
        for (const auto& field : shape.phoneFields)
            conditions.append(field + u" IN "_s + list);
        if (conditions.isEmpty())
            continue;
        const QString live = liveLeadsOnly(object, shape);
        const QString soql =
            u"SELECT %1 FROM %2 WHERE %3(%4) ORDER BY LastModifiedDate DESC LIMIT 50"_s.arg(
                (shape.shownFields + shape.phoneFields).join(u','), object,
                live.isEmpty() ? QString() : live + u" AND "_s, conditions.join(u" OR "_s));
        requests.append(QJsonObject{
            {u"method"_s, u"GET"_s},
            {u"referenceId"_s, object},
            {u"url"_s,
             versionPath + u"/query?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(soql))}});
    }
    return {{u"allOrNone"_s, false}, {u"compositeRequest"_s, requests}};
}

QString typedSearch(const QString& typed, const QStringList& objects,
                    const QHash<QString, ObjectShape>& shapes)
{
    const bool isNumber =
        std::none_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.isLetter(); });
    QString term;
    if (isNumber) {
        for (const QChar c : typed)
            if (c.isDigit())
                term += c;
        term += u'*';
    } else {
        QStringList words;
        for (const auto& word : typed.split(u' ', Qt::SkipEmptyParts))
            words.append(soslTerm(word) + u'*');
        term = words.mid(0, 6).join(u" AND "_s);
    }
    QStringList clauses;
    for (const auto& object : objects) {
        const auto shape = shapeFor(object, shapes);
        clauses.append(returning(object, shape,
                                 object == "Lead"_L1 ? u"IsConverted = false"_s : QString(), 10));
    }
    return u"FIND {%1} IN %2 FIELDS RETURNING %3"_s.arg(term, isNumber ? u"PHONE"_s : u"NAME"_s,
                                                        clauses.join(u", "_s));
}

QString recordQuestion(const QString& object, const QString& id, const ObjectShape& shape)
{
    return u"SELECT %1 FROM %2 WHERE Id = %3"_s.arg(
        (shape.shownFields + shape.phoneFields).join(u','), object, soqlLiteral(id));
}

} // namespace companion::salesforce
