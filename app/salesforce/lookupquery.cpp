// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/lookupquery.h"

#include "app/salesforce/addresses.h"
#include "app/salesforce/soql.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace companion::salesforce {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostObjects = 5; // queries that one composite request takes, 3.8
    constexpr qsizetype longestAddress = 12'000; // of 16,384 bytes with all headers, 2
    constexpr qsizetype longestNumber = 40; // what a phone field holds, 4.1
    constexpr qsizetype shortestLocal = 5; // digits behind the area code that are telling

    ObjectShape shapeFor(const QString& object, const Shapes& shapes)
    {
        return shapes.contains(object) ? shapes.value(object) : shapeOf(object, {});
    }

    QStringList searchable(const QStringList& objects, const Shapes& shapes)
    {
        QStringList out;
        for (const auto& object : objects) {
            const auto shape = shapeFor(object, shapes);
            if (isFieldName(object) && shape.isVisible && !shape.phoneFields.isEmpty()
                && !out.contains(object) && out.size() < mostObjects)
                out.append(object);
        }
        return out;
    }

    QString fieldList(const ObjectShape& shape)
    {
        QStringList fields = shape.shownFields;
        if (!fields.contains(u"Id"_s))
            fields.prepend(u"Id"_s);
        for (const auto& phone : shape.phoneFields)
            if (!fields.contains(phone))
                fields.append(phone);
        return fields.join(u',');
    }

    QString returning(const QString& object, const ObjectShape& shape, const QString& condition,
                      int limit)
    {
        QString clause = object + u'(' + fieldList(shape);
        if (!condition.isEmpty())
            clause += u" WHERE "_s + condition;
        return clause + u" LIMIT %1)"_s.arg(limit);
    }

    //! A converted lead is asked for only where it leads to its contact.
    QString liveLeadsOnly(const QString& object, const ObjectShape& shape)
    {
        return object == "Lead"_L1 && shape.shownFields.contains(u"IsConverted"_s)
                && !shape.shownFields.contains(u"ConvertedContact.Name"_s)
            ? u"IsConverted = false"_s
            : QString();
    }

    //! The number as people in the site's own area write it: without the area code.
    QString localPart(const PhoneNumber& number, const NumberRules& rules)
    {
        const bool isLocal =
            !rules.areaCode.isEmpty() && number.national().startsWith(rules.areaCode);
        const QString local = isLocal ? number.national().mid(rules.areaCode.size()) : QString();
        return local.size() >= shortestLocal ? local : QString();
    }

    QStringList searchTerms(const PhoneNumber& number, const NumberRules& rules)
    {
        QStringList terms;
        for (const auto& term : number.searchTerms())
            if (term.size() > 1 && term.size() <= longestNumber)
                terms.append(soslTerm(term));
        // A number stored with its extension is one run of digits to the index.
        if (!number.e164().isEmpty())
            terms += {number.countryCode() + number.national() + u'*', number.national() + u'*'};
        if (!number.e164().isEmpty() && number.countryCode() != "1"_L1)
            terms.append(u'0' + number.national() + u'*'); // as at home, "030 123456 Durchwahl 12"
        if (const QString local = localPart(number, rules); !local.isEmpty())
            terms.append(local);
        terms.removeDuplicates();
        return terms;
    }

    QStringList spellings(const PhoneNumber& number, const NumberRules& rules)
    {
        QStringList out = number.spellings();
        if (const QString local = localPart(number, rules); !local.isEmpty()) {
            out.append(local);
            if (number.countryCode() == "1"_L1 && local.size() == 7)
                out += {local.left(3) + u'-' + local.mid(3), local.left(3) + u'.' + local.mid(3),
                        local.left(3) + u' ' + local.mid(3)};
        }
        out.removeDuplicates();
        out.removeIf([](const QString& spelling) { return spelling.size() > longestNumber; });
        return out;
    }

    //! Letters that stand for a digit on a keypad.
    QString keypadLetters(QChar digit)
    {
        static const QStringList letters{u"ABC"_s, u"DEF"_s,  u"GHI"_s, u"JKL"_s,
                                         u"MNO"_s, u"PQRS"_s, u"TUV"_s, u"WXYZ"_s};
        return letters.value(digit.digitValue() - 2);
    }

    //! \brief How a free number is written in words, 1-800-FLOWERS: no search by digits finds it.
    //!
    //! An underscore is any sign, so that dashes, dots and spaces need one pattern. Only for free
    //! numbers: each pattern makes the question longer, and reads every row.
    QStringList wordPatterns(const PhoneNumber& number)
    {
        static const QStringList american{u"800"_s, u"833"_s, u"844"_s, u"855"_s,
                                          u"866"_s, u"877"_s, u"888"_s};
        static const QStringList elsewhere{u"0800"_s, u"0808"_s, u"1300"_s, u"1800"_s};
        const bool isAmerican = number.countryCode() == "1"_L1;
        const bool hasTrunk = !isAmerican && number.national().startsWith(u"80"_s);
        const QString home = hasTrunk ? u'0' + number.national() : number.national();
        const QString prefix = home.left(isAmerican ? 3 : 4);
        const QString rest = home.mid(prefix.size());
        QStringList patterns;
        if (!(isAmerican ? american : elsewhere).contains(prefix) || rest.size() < 5)
            return patterns;
        const auto add = [&](const QStringList& fronts, const QString& letters) {
            for (const auto& front : fronts)
                for (const QChar letter : letters)
                    patterns.append(u'\'' + front + letter + u"%'"_s);
        };
        const QString first = keypadLetters(rest.at(0));
        add({u'%' + prefix + u'_', u'%' + prefix + u"__"_s, u'%' + prefix}, first);
        if (isAmerican) { // 1-800-555-TELL
            const QString exchange = rest.left(3) + u'_';
            add({u'%' + prefix + u'_' + exchange, u'%' + prefix + u"__"_s + exchange},
                keypadLetters(rest.at(3)));
        }
        return patterns;
    }

    QString exactQuestion(const QString& object, const ObjectShape& shape,
                          const QStringList& spelled, const QStringList& patterns)
    {
        QStringList literals;
        for (const auto& spelling : spelled)
            literals.append(soqlLiteral(spelling));
        const QString list = u'(' + literals.join(u',') + u')';
        QStringList conditions;
        for (const auto& field : shape.phoneFields)
            conditions.append(field + u" IN "_s + list);
        for (const auto& field : shape.phoneFields)
            for (const auto& pattern : patterns)
                conditions.append(field + u" LIKE "_s + pattern);
        const QString live = liveLeadsOnly(object, shape);
        const QString order = shape.shownFields.contains(u"LastModifiedDate"_s)
            ? u" ORDER BY LastModifiedDate DESC"_s
            : QString();
        QString soql = u"SELECT "_s + fieldList(shape) + u" FROM "_s + object + u" WHERE "_s;
        if (!live.isEmpty())
            soql += live + u" AND "_s;
        soql += u'(' + conditions.join(u" OR "_s) + u')' + order + u" LIMIT 50"_s;
        return soql;
    }

    QString encoded(const QString& text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    }

    bool isTelling(QChar c)
    {
        return c.isLetterOrNumber();
    }

    //! `jo smi` -> `jo* AND smi*`; words of one letter only where there is nothing else.
    QString nameTerm(QString typed)
    {
        for (QChar& c : typed)
            c = c.isPrint() ? c : QChar(u' ');
        QStringList words;
        for (const auto& word : typed.simplified().split(u' ', Qt::SkipEmptyParts))
            if (std::count_if(word.cbegin(), word.cend(), isTelling) > 1)
                words.append(soslTerm(word) + u'*');
        return words.mid(0, 6).join(u" AND "_s);
    }

    QString digitTerm(const QString& typed)
    {
        QString digits;
        for (const QChar c : typed)
            if (c.isDigit())
                digits += QChar(u'0' + c.digitValue());
        return digits.size() > 1 ? digits + u'*' : QString();
    }

} // namespace

QString phoneSearch(const PhoneNumber& number, const NumberRules& rules, const QStringList& objects,
                    const Shapes& shapes)
{
    const auto terms = searchTerms(number, rules);
    QStringList clauses;
    for (const auto& object : searchable(objects, shapes)) {
        const auto shape = shapeFor(object, shapes);
        clauses.append(returning(object, shape, liveLeadsOnly(object, shape), 20));
    }
    if (terms.isEmpty() || clauses.isEmpty())
        return {};
    return u"FIND {"_s + terms.join(u" OR "_s) + u"} IN PHONE FIELDS RETURNING "_s
        + clauses.join(u", "_s);
}

QJsonObject exactQuestions(const PhoneNumber& number, const NumberRules& rules,
                           const QStringList& objects, const Shapes& shapes,
                           const QString& versionPath)
{
    const auto all = spellings(number, rules);
    const auto patterns = wordPatterns(number);
    QJsonArray requests;
    for (const auto& object : searchable(objects, shapes)) {
        const auto shape = shapeFor(object, shapes);
        // Many fields times many spellings outgrow an address; the first spellings are the best.
        auto spelled = all;
        QString soql = exactQuestion(object, shape, spelled, patterns);
        if (encoded(soql).size() > longestAddress)
            soql = exactQuestion(object, shape, spelled, {});
        while (encoded(soql).size() > longestAddress && spelled.size() > 4) {
            spelled = spelled.mid(0, spelled.size() * 3 / 4);
            soql = exactQuestion(object, shape, spelled, {});
        }
        requests.append(queryPart(object, soql, versionPath));
    }
    if (all.isEmpty() || requests.isEmpty())
        return {};
    return {{u"allOrNone"_s, false}, {u"compositeRequest"_s, requests}};
}

QString typedSearch(const QString& typed, const QStringList& objects, const Shapes& shapes)
{
    const bool isNumber =
        std::none_of(typed.cbegin(), typed.cend(), [](QChar c) { return c.isLetter(); });
    const QString term = isNumber ? digitTerm(typed) : nameTerm(typed.left(200));
    QStringList clauses;
    for (const auto& object : searchable(objects, shapes)) {
        const auto shape = shapeFor(object, shapes);
        const bool mayAsk = object == "Lead"_L1 && shape.shownFields.contains(u"IsConverted"_s);
        clauses.append(returning(object, shape, mayAsk ? u"IsConverted = false"_s : QString(), 10));
    }
    if (term.isEmpty() || clauses.isEmpty())
        return {};
    return u"FIND {"_s + term + u"} IN "_s + (isNumber ? u"PHONE"_s : u"NAME"_s)
        + u" FIELDS RETURNING "_s + clauses.join(u", "_s);
}

QString recordQuestion(const QString& object, const QStringList& ids, const Shapes& shapes)
{
    const auto shape = shapeFor(object, shapes);
    QStringList literals;
    for (const auto& id : ids)
        if (isRecordId(id))
            literals.append(soqlLiteral(id));
    if (literals.isEmpty() || !isFieldName(object) || !shape.isVisible)
        return {};
    return u"SELECT "_s + fieldList(shape) + u" FROM "_s + object + u" WHERE Id IN ("_s
        + literals.join(u',') + u')';
}

QString changesQuestion(const QString& object, const QDateTime& since, const Shapes& shapes)
{
    const auto shape = shapeFor(object, shapes);
    if (!isFieldName(object) || !shape.isVisible)
        return {};
    const QString condition =
        since.isValid() ? QString(u" WHERE SystemModstamp >= "_s + soqlTime(since)) : QString();
    return u"SELECT "_s + fieldList(shape) + u",SystemModstamp,IsDeleted FROM "_s + object
        + condition + u" ORDER BY SystemModstamp, Id"_s;
}

QJsonObject queryPart(const QString& reference, const QString& soql, const QString& versionPath)
{
    return {{u"method"_s, u"GET"_s},
            {u"referenceId"_s, reference},
            {u"url"_s, QString(versionPath + u"/query?q="_s + encoded(soql))}};
}

} // namespace companion::salesforce
