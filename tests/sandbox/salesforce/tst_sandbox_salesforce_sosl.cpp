// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgcaller.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

class TestSandboxSosl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_caller.signIn()); }

    void wordsAreFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QStringList>("names");
        const QStringList maria{u"Maria González"_s};
        const QStringList leo{u"Leo Ball"_s};
        const auto phone = [](const QString& term) {
            return QString(u"FIND {"_s + term + u"} IN PHONE FIELDS RETURNING Contact(Name)"_s);
        };
        const auto name = [](const QString& term) {
            return QString(u"FIND {"_s + term + u"} IN NAME FIELDS RETURNING Contact(Name)"_s);
        };
        QTest::newRow("bare digits find a number with brackets") << phone(u"4155551212"_s) << maria;
        QTest::newRow("without the area code") << phone(u"5551212"_s) << maria;
        QTest::newRow("beginning with a wildcard") << phone(u"41555512*"_s) << maria;
        QTest::newRow("one digit open") << phone(u"415555121?"_s) << maria;
        QTest::newRow("all groups") << phone(u"415 AND 555 AND 1212"_s) << maria;
        QTest::newRow("national number of an undivided E.164 number")
            << phone(u"4155550177"_s) << QStringList{};
        QTest::newRow("full E.164 number") << phone(u"14155550177"_s) << maria;
        QTest::newRow("escaped plus") << phone(u"\\+14155550177"_s) << maria;
        QTest::newRow("end of a group") << phone(u"3301"_s) << QStringList{};
        QTest::newRow("either of two spellings") << phone(u"15503301 OR 5503301"_s) << leo;
        QTest::newRow("full-width digits") << phone(u"0355500101"_s) << QStringList{u"太郎 山田"_s};
        QTest::newRow("custom phone field")
            << phone(u"4155551377"_s) << QStringList{u"Victor Reyes"_s};
        QTest::newRow("number with an extension needs a wildcard")
            << phone(u"2065550100*"_s)
            << QStringList{u"Daniel Smith"_s, u"Emily Clark"_s, u"Henry Clark"_s};
        QTest::newRow("group in brackets") << phone(u"(5503301)"_s) << leo;
        QTest::newRow("name beginning") << name(u"gonz*"_s) << maria;
        QTest::newRow("two words") << name(u"maria gonz*"_s) << maria;
        QTest::newRow("phrase") << name(u"\"Maria González\""_s) << maria;
        QTest::newRow("phrase in the wrong order")
            << name(u"\"González Maria\""_s) << QStringList{};
        QTest::newRow("and not") << name(u"Clark AND NOT Henry"_s) << QStringList{u"Emily Clark"_s};
        QTest::newRow("escaped apostrophe")
            << name(u"O\\'Brien"_s) << QStringList{u"Robert O'Brien"_s};
        QTest::newRow("escaped hyphen")
            << name(u"Lee\\-Jones"_s) << QStringList{u"Hannah Lee-Jones"_s};
        QTest::newRow("not in this scope") << phone(u"Maria"_s) << QStringList{};
        QTest::newRow("letters do not match a digit wildcard") << name(u"mar1*"_s) << QStringList{};
        QTest::newRow("with a condition")
            << u"FIND {2065550100*} IN PHONE FIELDS RETURNING Contact(Name WHERE FirstName = 'Emily')"_s
            << QStringList{u"Emily Clark"_s};
        QTest::newRow("sorted and cut")
            << u"FIND {2065550100*} IN PHONE FIELDS RETURNING Contact(Name ORDER BY FirstName DESC LIMIT 1)"_s
            << QStringList{u"Henry Clark"_s};
    }

    void wordsAreFound()
    {
        QFETCH(QString, statement);
        QFETCH(QStringList, names);
        const auto response = m_caller.sosl(statement);
        QVERIFY2(response.status == 200, response.body.constData());
        QCOMPARE(OrgCaller::column(response, u"Name"_s), names);
    }

    void mistakesAreRefused_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("code");
        const QString malformed = u"MALFORMED_SEARCH"_s;
        for (const auto& sign :
             {u"?"_s, u"&"_s, u"|"_s, u"!"_s, u"{"_s, u"["_s, u"]"_s, u"("_s, u")"_s, u"^"_s,
              u"~"_s, u"*"_s, u":"_s, u"\\"_s, u"\""_s, u"'"_s, u"+"_s, u"-"_s})
            QTest::addRow("unescaped %s", qPrintable(sign))
                << QString(u"FIND {"_s + sign + u"4155551212} IN PHONE FIELDS RETURNING Contact"_s)
                << malformed;
        QTest::newRow("no closing brace") << u"FIND {John RETURNING Contact"_s << malformed;
        QTest::newRow("quotes instead of braces")
            << u"FIND 'John' RETURNING Contact"_s << malformed;
        QTest::newRow("wrong scope") << u"FIND {John} IN ALL TYPE"_s << malformed;
        QTest::newRow("operator alone") << u"FIND {AND} RETURNING Contact"_s << malformed;
        QTest::newRow("operator at the end") << u"FIND {John OR} RETURNING Contact"_s << malformed;
        QTest::newRow("nothing at all") << u""_s << malformed;
        QTest::newRow("one character") << u"FIND {J} RETURNING Contact"_s << u"INVALID_SEARCH"_s;
        QTest::newRow("one character and a wildcard")
            << u"FIND {J*} RETURNING Contact"_s << u"INVALID_SEARCH"_s;
        QTest::newRow("no character") << u"FIND { } RETURNING Contact"_s << u"INVALID_SEARCH"_s;
        QTest::newRow("unknown object") << u"FIND {John} RETURNING Nothing"_s << u"INVALID_TYPE"_s;
        QTest::newRow("unknown field")
            << u"FIND {John} RETURNING Contact(Foo)"_s << u"INVALID_FIELD"_s;
        QTest::newRow("bad condition") << u"FIND {John} RETURNING Contact(Id WHERE)"_s << malformed;
    }

    void mistakesAreRefused()
    {
        QFETCH(QString, statement);
        QFETCH(QString, code);
        const auto response = m_caller.sosl(statement);
        QCOMPARE(response.status, 400);
        QCOMPARE(OrgCaller::errorCode(response), code);
    }

    void numberWordsAreThoseOfTheReference_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("one block") << u"+14155551212"_s << QStringList{u"14155551212"_s};
        QTest::newRow("groups") << u"+1 (415) 555-1212"_s
                                << QStringList{u"1"_s,      u"415"_s,         u"555"_s,
                                               u"1212"_s,   u"14155551212"_s, u"4155551212"_s,
                                               u"5551212"_s};
        QTest::newRow("nothing") << u"n/a"_s << QStringList{};
    }

    void numberWordsAreThoseOfTheReference()
    {
        QFETCH(QString, number);
        QFETCH(QStringList, words);
        QCOMPARE(phoneTokens(number, IndexReading::Pessimistic), words);
    }

    void optimisticIndexFindsNationalNumbers()
    {
        m_caller.fault(u"index-optimistic"_s, true);
        const auto names = OrgCaller::column(
            m_caller.sosl(u"FIND {4155550177} IN PHONE FIELDS RETURNING Contact(Name)"_s),
            u"Name"_s);
        m_caller.fault(u"index-optimistic"_s, false);
        QCOMPARE(names, QStringList{u"Maria González"_s});
    }

    void newRowsWaitForTheIndexWhileQueriesSeeThem()
    {
        m_caller.fault(u"index-delay"_s, 120);
        const auto created = m_caller.call(
            "POST", u"sobjects/Contact"_s,
            QJsonObject{{u"LastName"_s, u"Latecomer"_s}, {u"Phone"_s, u"7775550001"_s}});
        QCOMPARE(created.status, 201);
        const QString search = u"FIND {7775550001} IN PHONE FIELDS RETURNING Contact(Name)"_s;
        QVERIFY(OrgCaller::column(m_caller.sosl(search), u"Name"_s).isEmpty());
        QCOMPARE(
            OrgCaller::column(
                m_caller.soql(u"SELECT Name FROM Contact WHERE Phone = '7775550001'"_s), u"Name"_s)
                .size(),
            1);
        m_caller.fault(u"clock-skew"_s, 121);
        QCOMPARE(OrgCaller::column(m_caller.sosl(search), u"Name"_s), QStringList{u"Latecomer"_s});
        m_caller.fault(u"clock-skew"_s, 0);
        m_caller.fault(u"index-delay"_s, 0);
    }

    void changedRowIsFoundByItsOldNumberUntilTheIndexCatchesUp()
    {
        const QString id = m_caller.idOf(u"Contact"_s, u"Giulia Rossi"_s);
        m_caller.fault(u"index-delay"_s, 60);
        QCOMPARE(m_caller
                     .call("PATCH", u"sobjects/Contact/"_s + id,
                           QJsonObject{{u"Phone"_s, u"7775550002"_s}})
                     .status,
                 204);
        const QString oldNumber = u"FIND {390655500101} IN PHONE FIELDS RETURNING Contact(Phone)"_s;
        QCOMPARE(OrgCaller::column(m_caller.sosl(oldNumber), u"Phone"_s),
                 QStringList{u"7775550002"_s});
        m_caller.fault(u"index-delay"_s, 0);
        QVERIFY(OrgCaller::column(m_caller.sosl(oldNumber), u"Phone"_s).isEmpty());
    }

    void overallLimitIsSpreadOverTheObjects()
    {
        const auto answer =
            OrgCaller::json(
                m_caller.sosl(
                    u"FIND {Same} IN NAME FIELDS RETURNING Contact(Id), Lead(Id) LIMIT 2"_s))
                .toObject();
        const auto rows = answer.value("searchRecords"_L1).toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(
            rows.at(0).toObject().value("attributes"_L1).toObject().value("type"_L1).toString(),
            u"Contact"_s);
        QCOMPARE(
            rows.at(1).toObject().value("attributes"_L1).toObject().value("type"_L1).toString(),
            u"Lead"_s);
    }

    void rowsAreCrowdedOutBeforeTheCondition()
    {
        m_caller.fault(u"crowding"_s, 1);
        const auto response = m_caller.sosl(
            u"FIND {2065550100*} IN PHONE FIELDS RETURNING Contact(Name WHERE FirstName = 'Henry')"_s);
        m_caller.fault(u"crowding"_s, {}, 0);
        QVERIFY(OrgCaller::column(response, u"Name"_s).isEmpty());
    }

    void parameterizedSearchAnswersBothForms()
    {
        const auto get = m_caller.call(
            "GET",
            u"parameterizedSearch/?q=4155551212&in=PHONE&sobject=Contact&Contact.fields=Id,Name&Contact.limit=10&sobject=Lead&Lead.fields=Id,Name"_s);
        QCOMPARE(OrgCaller::column(get, u"Name"_s), QStringList{u"Maria González"_s});
        const QJsonObject contact{{u"name"_s, u"Contact"_s},
                                  {u"fields"_s, QJsonArray{u"Name"_s, u"Account.Name"_s}},
                                  {u"limit"_s, 20}};
        const QJsonObject lead{{u"name"_s, u"Lead"_s},
                               {u"fields"_s, QJsonArray{u"Name"_s}},
                               {u"where"_s, u"IsConverted = false"_s}};
        const auto post = m_caller.call("POST", u"parameterizedSearch"_s,
                                        QJsonObject{{u"q"_s, u"12065550155"_s},
                                                    {u"in"_s, u"PHONE"_s},
                                                    {u"sobjects"_s, QJsonArray{contact, lead}}});
        QCOMPARE(OrgCaller::column(post, u"Name"_s), QStringList{u"Walter Fisher"_s});
        const auto bad = m_caller.call("POST", u"parameterizedSearch"_s,
                                       QJsonObject{{u"q"_s, u"+1206"_s}, {u"in"_s, u"PHONE"_s}});
        QCOMPARE(OrgCaller::errorCode(bad), u"MALFORMED_SEARCH"_s);
    }

    void suggestionsNeedThreeCharacters()
    {
        QCOMPARE(m_caller.call("GET", u"search/suggestions?q=ma&sobject=Contact"_s).status, 400);
        const auto found = m_caller.call(
            "GET", u"search/suggestions?q=gonz&sobject=Contact,Lead&fields=Id,Name&limit=5"_s);
        QCOMPARE(OrgCaller::column(found, u"Name"_s), QStringList{u"Maria González"_s});
    }

private:
    OrgCaller m_caller;
};

QTEST_GUILESS_MAIN(TestSandboxSosl)
#include "tst_sandbox_salesforce_sosl.moc"
