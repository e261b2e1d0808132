// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/salesforce/statements.h"

#include "app/salesforce/introduction.h"
#include "app/salesforce/lookupquery.h"
#include "app/salesforce/taskfields.h"

#include <QJsonArray>
#include <QTimeZone>
#include <QUrl>

namespace companion::test {

using namespace Qt::StringLiterals;
using salesforce::Shapes;

namespace {

    const QString recordId = u"0035g00000AAAAAAA1"_s;

    QJsonObject field(const QString& name, const QString& type, const QString& relationship = {})
    {
        return {{u"name"_s, name},
                {u"label"_s, name},
                {u"type"_s, type},
                {u"relationshipName"_s, relationship},
                {u"createable"_s, true}};
    }

    QStringList numbers()
    {
        return QStringList{u"+14155551212"_s,
                           u"4155551212"_s,
                           u"5503301"_s,
                           u"+493023125101"_s,
                           u"030/23125-101"_s,
                           u"+442079460101"_s,
                           u"+81355500101"_s,
                           u"０３-５５５０-０１０１"_s,
                           u"+390655500101"_s,
                           u"+1 206 555 0100 x123"_s,
                           u"tel:+1-415-555-1212;ext=5"_s,
                           u"+18003569377"_s,
                           u"+448003569377"_s,
                           u"+966112345678"_s}
        + hostileTexts();
    }

    QStringList typedTexts()
    {
        return QStringList{u"jo"_s,           u"Maria González"_s, u"O'Brien"_s,
                           u"Lee-Jones"_s,    u"Thames & Sons"_s,  u"415555"_s,
                           u"(415) 555-12"_s, u"太郎 山田"_s,      u"and or not"_s,
                           u"AND"_s}
        + hostileTexts();
    }

    QList<Shapes> shapeSets()
    {
        return {{},
                richShapes(),
                {{u"Contact"_s, salesforce::withoutParents(richShapes().value(u"Contact"_s))},
                 {u"Lead"_s, salesforce::hiddenShape()}}};
    }

    void addQueries(QList<Statement>& out, const QJsonObject& composite, const QString& title)
    {
        for (const auto& part : composite[u"compositeRequest"_s].toArray()) {
            const QString url = part[u"url"_s].toString();
            if (const auto at = url.indexOf(u"query?q="_s); at >= 0)
                out.append({.language = Statement::Language::Soql,
                            .text = QUrl::fromPercentEncoding(url.mid(at + 8).toLatin1()),
                            .title = title});
        }
    }

    void add(QList<Statement>& out, Statement::Language language, const QString& text,
             const QString& title)
    {
        if (!text.isEmpty())
            out.append({.language = language, .text = text, .title = title});
    }

    void addLookups(QList<Statement>& out, const Shapes& shapes)
    {
        const QStringList objects{u"Contact"_s, u"Lead"_s, u"Account"_s};
        for (const auto& text : numbers()) {
            const NumberRules rules{.region = u"US"_s, .areaCode = u"415"_s};
            const auto number = PhoneNumber::read(text, rules);
            add(out, Statement::Language::Sosl,
                salesforce::phoneSearch(number, rules, objects, shapes), u"number "_s + text);
            addQueries(out,
                       salesforce::exactQuestions(number, rules, objects, shapes,
                                                  u"/services/data/v67.0"_s),
                       u"exact number "_s + text);
        }
        for (const auto& text : typedTexts())
            add(out, Statement::Language::Sosl, salesforce::typedSearch(text, objects, shapes),
                u"typed "_s + text);
    }

} // namespace

QStringList hostileTexts()
{
    return {u"'"_s,
            u"\\"_s,
            u"\\'"_s,
            u"' OR Name != '"_s,
            u"x' OR Id != null LIMIT 1 --"_s,
            u"415555} IN ALL FIELDS RETURNING User(Id), Contact(Id"_s,
            u"\"quoted\" ? & | ! {braces} [brackets] (round) ^ ~ * : \\ ' + -"_s,
            u"4155551212' OR Phone LIKE '%"_s,
            u"line\nbreak\ttab\r"_s,
            QString(QChar(0)) + u"null"_s + QChar(7),
            u"＇ full-width ’ typographic"_s,
            u"emoji 😀 and RTL \u202e text"_s,
            QString(3000, u'x'),
            QString(300, u'\'')};
}

Shapes richShapes()
{
    QJsonArray contact{field(u"Id"_s, u"id"_s),
                       field(u"Name"_s, u"string"_s),
                       field(u"LastModifiedDate"_s, u"datetime"_s),
                       field(u"OwnerId"_s, u"reference"_s, u"Owner"_s),
                       field(u"AccountId"_s, u"reference"_s, u"Account"_s),
                       field(u"IsPersonAccount"_s, u"boolean"_s),
                       field(u"DoNotCall"_s, u"boolean"_s)};
    for (int i = 0; i < 25; ++i)
        contact.append(field(u"pkg__A_rather_long_telephone_name_%1__c"_s.arg(i), u"phone"_s));
    const QJsonArray lead{field(u"Id"_s, u"id"_s), field(u"Name"_s, u"string"_s),
                          field(u"Phone"_s, u"phone"_s), field(u"IsConverted"_s, u"boolean"_s),
                          field(u"ConvertedContactId"_s, u"reference"_s, u"ConvertedContact"_s)};
    const QJsonArray account{field(u"Id"_s, u"id"_s), field(u"Name"_s, u"string"_s),
                             field(u"Phone"_s, u"phone"_s), field(u"Fax"_s, u"phone"_s),
                             field(u"PersonContactId"_s, u"reference"_s, u"PersonContact"_s)};
    const auto shape = [](const QString& object, const QJsonArray& fields) {
        return salesforce::shapeOf(object, {{u"name"_s, object}, {u"fields"_s, fields}});
    };
    return {{u"Contact"_s, shape(u"Contact"_s, contact)},
            {u"Lead"_s, shape(u"Lead"_s, lead)},
            {u"Account"_s, shape(u"Account"_s, account)}};
}

QList<Statement> allStatements()
{
    QList<Statement> out;
    for (const auto& shapes : shapeSets()) {
        addLookups(out, shapes);
        for (const auto& object : {u"Contact"_s, u"Lead"_s, u"Account"_s}) {
            add(out, Statement::Language::Soql,
                salesforce::recordQuestion(object, {recordId, u"'"_s, recordId}, shapes),
                u"records"_s);
            add(out, Statement::Language::Soql,
                salesforce::changesQuestion(
                    object, QDateTime(QDate(2026, 1, 31), QTime(8, 15, 30, 123), QTimeZone::utc()),
                    shapes),
                u"changes"_s);
            add(out, Statement::Language::Soql, salesforce::changesQuestion(object, {}, shapes),
                u"everybody"_s);
        }
    }
    QStringList callObjects = hostileTexts();
    for (int i = 0; i < 200; ++i)
        callObjects.append(u"A5B9C8D7:17254464%1.243:1001"_s.arg(i));
    for (const auto& question : salesforce::taskQuestions(
             callObjects, QDateTime(QDate(2026, 1, 31), QTime(8, 15), QTimeZone::utc())))
        add(out, Statement::Language::Soql, question, u"tasks of calls"_s);
    for (const auto& object : {u"Contact"_s, u"Account"_s}) {
        const JournalEntry entry{.callObject = u"a:b:c"_s,
                                 .record = {object, recordId},
                                 .ownerId = u"0055g00000XyZabAAF"_s,
                                 .startedAt = QDateTime::currentDateTime().addSecs(-60),
                                 .endedAt = QDateTime::currentDateTime()};
        add(out, Statement::Language::Soql, salesforce::pbxTaskQuestion(entry), u"the PBX's"_s);
    }
    addQueries(out, salesforce::orgQuestions(u"/services/data/v67.0"_s), u"introduction"_s);
    return out;
}

} // namespace companion::test
