// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/matches.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;

namespace {

QUrl instance()
{
    return QUrl(u"https://acme.my.salesforce.com"_s);
}

//! 18 characters from few.
QString id(const QString& text)
{
    return text.leftJustified(18, u'0');
}

QJsonObject record(const QString& object, const QString& name, QJsonObject fields)
{
    fields[u"attributes"_s] = QJsonObject{{u"type"_s, object}};
    if (!fields.contains(u"Id"_s))
        fields[u"Id"_s] = id(QString(object.left(2) + name.left(4)).remove(u' '));
    fields[u"Name"_s] = name;
    return fields;
}

QJsonObject contact(const QString& name, const QString& phone, const QString& modified = {})
{
    return record(u"Contact"_s, name, {{u"Phone"_s, phone}, {u"LastModifiedDate"_s, modified}});
}

QList<CrmMatch> matches(const QJsonArray& rows,
                        const QStringList& objects = {u"Contact"_s, u"Lead"_s, u"Account"_s})
{
    return matchesOf(rows, PhoneNumber::read(u"+14155551212"_s, {}), {}, objects, instance());
}

QStringList namesOf(const QList<CrmMatch>& found)
{
    QStringList names;
    for (const auto& match : found)
        names.append(match.record.object + u' ' + match.name);
    return names;
}

} // namespace

class TestMatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowBecomesAMatchWithAllThatIsShown()
    {
        const auto row = QJsonDocument::fromJson(R"({"attributes":{"type":"Contact"},
            "Id":"0035g00000AAAAAAA1","Name":"John Doe","Title":"Buyer","Email":"j@x.example",
            "AccountId":"0015g00000BBBBBAA2","Account":{"attributes":{"type":"Account"},"Name":"Acme"},
            "Owner":{"Name":"Jane Roe"},"Phone":"(415) 555-1212","MobilePhone":"+14155550177",
            "HomePhone":null,"DoNotCall":true,"LastModifiedDate":"2026-01-31T08:15:30.000+0000",
            "LastActivityDate":"2026-01-30"})")
                             .object();
        const auto match = toMatch(row, instance());
        QCOMPARE(match.record, (RecordId{u"Contact"_s, u"0035g00000AAAAAAA1"_s}));
        QCOMPARE(match.name, u"John Doe"_s);
        QCOMPARE(match.account, u"Acme"_s);
        QCOMPARE(match.accountId, u"0015g00000BBBBBAA2"_s);
        QCOMPARE(match.title, u"Buyer"_s);
        QCOMPARE(match.email, u"j@x.example"_s);
        QCOMPARE(match.owner, u"Jane Roe"_s);
        QCOMPARE(match.phones, (QStringList{u"(415) 555-1212"_s, u"+14155550177"_s}));
        QCOMPARE(match.phone, u"(415) 555-1212"_s);
        QVERIFY(match.doNotCall);
        // No colon in the zone, as Salesforce writes it.
        QCOMPARE(match.lastModified,
                 QDateTime(QDate(2026, 1, 31), QTime(8, 15, 30), QTimeZone::utc()));
        QCOMPARE(match.lastActivity.date(), QDate(2026, 1, 30));
        QCOMPARE(match.url.path(), u"/lightning/r/Contact/0035g00000AAAAAAA1/view"_s);
    }

    void hugeAndStrangeRowsAreBounded()
    {
        const auto match = toMatch(record(u"Contact"_s, QString(100'000, u'x'),
                                          {{u"Phone"_s, QString(100'000, u'1')},
                                           {u"Title"_s, 12},
                                           {u"Account"_s, u"not an object"_s},
                                           {u"Id"_s, u"../../x"_s}}),
                                   instance());
        QVERIFY(match.name.size() <= 255);
        QVERIFY(match.phone.size() <= 255);
        QVERIFY(match.url.isEmpty());
        QVERIFY(matches({QJsonValue(), u"text"_s, QJsonObject{}, QJsonArray{}}).isEmpty());
    }

    void rowsOfAnotherNumberAreLeftOut()
    {
        // A search by words finds parts, too.
        QCOMPARE(namesOf(matches({contact(u"Other"_s, u"(212) 555-1212"_s),
                                  contact(u"Right"_s, u"(415) 555-1212"_s),
                                  contact(u"Longer"_s, u"+14155551212345"_s)})),
                 QStringList{u"Contact Right"_s});
    }

    void objectsComeInTheirOrderThenTheLatestChange()
    {
        const QJsonArray rows{
            record(u"Account"_s, u"Firm"_s, {{u"Phone"_s, u"4155551212"_s}}),
            record(u"Lead"_s, u"Lead"_s, {{u"Phone"_s, u"4155551212"_s}}),
            contact(u"Old"_s, u"4155551212"_s, u"2025-01-01T00:00:00.000+0000"_s),
            contact(u"New"_s, u"4155551212"_s, u"2026-01-01T00:00:00.000+0000"_s)};
        QCOMPARE(
            namesOf(matches(rows)),
            (QStringList{u"Contact New"_s, u"Contact Old"_s, u"Lead Lead"_s, u"Account Firm"_s}));
        QCOMPARE(namesOf(matches(rows, {u"Account"_s, u"Contact"_s})),
                 (QStringList{u"Account Firm"_s, u"Contact New"_s, u"Contact Old"_s}));
    }

    void faxAndAssistantComeLast()
    {
        const auto found =
            matches({record(u"Contact"_s, u"Fax"_s, {{u"Fax"_s, u"4155551212"_s}}),
                     record(u"Contact"_s, u"Helper"_s, {{u"AssistantPhone"_s, u"4155551212"_s}}),
                     record(u"Account"_s, u"Firm"_s, {{u"Phone"_s, u"4155551212"_s}}),
                     record(u"Contact"_s, u"Both"_s,
                            {{u"Fax"_s, u"4155551212"_s}, {u"MobilePhone"_s, u"4155551212"_s}})});
        QCOMPARE(namesOf(found),
                 (QStringList{u"Contact Both"_s, u"Account Firm"_s, u"Contact Fax"_s,
                              u"Contact Helper"_s}));
        QVERIFY(!found.at(0).isWeak && !found.at(1).isWeak);
        QVERIFY(found.at(2).isWeak && found.at(3).isWeak);
    }

    void theNumberThatMatchedIsShown()
    {
        const auto found = matches({record(
            u"Contact"_s, u"Two"_s,
            {{u"Phone"_s, u"(212) 555-0000"_s}, {u"Direct_Line__c"_s, u"415.555.1212"_s}})});
        QCOMPARE(found.first().phone, u"415.555.1212"_s);
        QCOMPARE(found.first().phones.size(), 2);
    }

    void aRecordIsListedOnce()
    {
        QCOMPARE(matches({contact(u"Same"_s, u"4155551212"_s), contact(u"Same"_s, u"4155551212"_s)})
                     .size(),
                 1);
    }

    void aPersonAccountIsListedOnceByItsAccount_data()
    {
        QTest::addColumn<QJsonArray>("rows");
        const auto person = record(u"Contact"_s, u"Paula Private"_s,
                                   {{u"Id"_s, id(u"003PAULA"_s)},
                                    {u"Phone"_s, u"4155551212"_s},
                                    {u"IsPersonAccount"_s, true},
                                    {u"AccountId"_s, id(u"001PAULA"_s)}});
        auto withoutMark = person;
        withoutMark.remove(u"IsPersonAccount"_s); // hidden from this user, say
        const auto account = record(u"Account"_s, u"Paula Private"_s,
                                    {{u"Id"_s, id(u"001PAULA"_s)},
                                     {u"Phone"_s, u"4155551212"_s},
                                     {u"IsPersonAccount"_s, true},
                                     {u"PersonContactId"_s, id(u"003PAULA"_s)}});
        QTest::newRow("contact first") << QJsonArray{person, account};
        QTest::newRow("account first") << QJsonArray{account, person};
        QTest::newRow("the contact alone was found") << QJsonArray{person};
        QTest::newRow("the account alone was found") << QJsonArray{account};
        QTest::newRow("the contact does not say so") << QJsonArray{withoutMark, account};
    }

    void aPersonAccountIsListedOnceByItsAccount()
    {
        QFETCH(QJsonArray, rows);
        const auto found = matches(rows);
        QCOMPARE(namesOf(found), QStringList{u"Account Paula Private"_s});
        QCOMPARE(found.first().record.id, id(u"001PAULA"_s));
        QVERIFY(found.first().url.path().startsWith(u"/lightning/r/Account/"_s));
    }

    void aConvertedLeadIsItsContact()
    {
        const auto lead = record(u"Lead"_s, u"Walter F."_s,
                                 {{u"Phone"_s, u"4155551212"_s},
                                  {u"IsConverted"_s, true},
                                  {u"ConvertedContactId"_s, id(u"003WALTER"_s)},
                                  {u"ConvertedContact"_s, QJsonObject{{u"Name"_s, u"Walter"_s}}}});
        QCOMPARE(namesOf(matches({lead})), QStringList{u"Contact Walter"_s});
        const auto itself = record(u"Contact"_s, u"Walter Fisher"_s,
                                   {{u"Id"_s, id(u"003WALTER"_s)},
                                    {u"Phone"_s, u"4155551212"_s},
                                    {u"Title"_s, u"Planner"_s}});
        for (const auto& rows : {QJsonArray{lead, itself}, QJsonArray{itself, lead}}) {
            const auto found = matches(rows);
            QCOMPARE(namesOf(found), QStringList{u"Contact Walter Fisher"_s});
            QCOMPARE(found.first().title, u"Planner"_s);
        }
    }

    void aConvertedLeadWithoutAContactIsNobody()
    {
        QVERIFY(matches({record(u"Lead"_s, u"Gone"_s,
                                {{u"Phone"_s, u"4155551212"_s},
                                 {u"IsConverted"_s, true},
                                 {u"ConvertedContactId"_s, id(u"003DELETED"_s)},
                                 {u"ConvertedContact"_s, QJsonValue::Null}})})
                    .isEmpty());
    }

    void duplicatesAreReadInEitherSpelling_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("misspelt") << u"duplicateResut"_s;
        QTest::newRow("spelt right") << u"duplicateResult"_s;
    }

    void duplicatesAreReadInEitherSpelling()
    {
        QFETCH(QString, key);
        const auto result = QJsonDocument::fromJson(R"({"allowSave":true,"errorMessage":"Use it!",
            "matchResults":[{"matchRecords":[{"record":{"attributes":{"type":"Contact"},
            "Id":"0035g00000AAAAAAA1"}},{"record":{"attributes":{"type":"Contact"},"Id":"0035g00000AAAAAAA1"}}]}]})")
                                .object();
        const auto answer =
            duplicatesOf({{key, result}, {u"errorCode"_s, u"DUPLICATES_DETECTED"_s}}, instance());
        QVERIFY(answer.mayCreateAnyway);
        QCOMPARE(answer.sentence, u"Use it!"_s);
        QCOMPARE(answer.duplicates.size(), 1);
        QCOMPARE(answer.duplicates.first().record.id, u"0035g00000AAAAAAA1"_s);
        QVERIFY(!answer.created);
    }
};

QTEST_GUILESS_MAIN(TestMatches)
#include "tst_salesforce_matches.moc"
